/**
 * The devices of the till against the HID devices of a real kernel, in a machine of its own. It boots once and plays all
 * scenarios; each is a test. Without such a machine they are skipped; where it is demanded (CI), they fail.
 */

import { beforeAll, describe, expect, test } from 'vitest';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { type Played, playInMachine, prepareMachine } from './machine.ts';
import { scenarios } from './scenarios.ts';

const demanded = process.env['KLUBBKASSA_TEST_HID_VM'] === 'required';
/** A machine that hangs must end some time; an hour of its own time passes in far less. */
const mostMs = 8 * 60_000;

describe('HID devices of a real kernel', () => {
  let outcome: Result<Played, string> = err('it was not booted');

  beforeAll(async () => {
    const kernel = await prepareMachine();
    outcome = kernel.ok ? ok(await playInMachine(kernel.value, mostMs)) : kernel;
  }, mostMs + 60_000);

  for (const { name } of scenarios) {
    test(name, ({ skip, annotate }) => {
      if (!outcome.ok) {
        if (!demanded) skip(`no machine: ${outcome.fault}`);
        throw new Error(`no machine: ${outcome.fault}`);
      }
      const told = outcome.value.told.find((one) => one.name === name);
      if (told === undefined) throw new Error(`the machine did not come to it:\n${outcome.value.console}`);
      for (const [what, figure] of Object.entries(told.figures)) annotate(`${what}: ${Math.round(figure)}`);
      expect(told.why).toBeNull();
    });
  }

  test('no two scenarios have one name', () => {
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
  });
});
