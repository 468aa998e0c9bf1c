/** The door's calls: every one has an audience, a schema that takes what it should, and refuses the rest. */

import { describe, expect, it } from 'vitest';
import { mostScanned } from '../domain/scan.ts';
import { callSamples } from '../testing/callSamples.ts';
import { play, typed } from '../testing/keyboard.ts';
import { type Audience, audiences, mayDo } from './audience.ts';
import { callAudience, callNames, isCallName } from './calls.ts';
import { callSchemas } from './schemas.ts';

describe('the door’s calls', () => {
  it('each have an audience, a schema and a sample', () => {
    expect(Object.keys(callAudience).sort()).toEqual([...callNames].sort());
    expect(Object.keys(callSchemas).sort()).toEqual([...callNames].sort());
    expect(Object.keys(callSamples).sort()).toEqual([...callNames].sort());
    expect(callNames.filter((name) => callAudience[name].length === 0)).toEqual([]);
  });

  it.each(callNames)('%s takes what it should and refuses the rest', (name) => {
    const { takes, refuses } = callSamples[name];
    const parse = (input: unknown) => callSchemas[name].safeParse(input);
    expect(takes.map(parse)).toEqual(takes.map((data) => ({ success: true, data })));
    const never = [null, undefined, 'text', [], 1];
    expect([...refuses, ...never].filter((input) => parse(input).success)).toEqual([]);
  });

  it.each(['toString', '__proto__', 'constructor', 'scan ', 'Scan', ''])('%j is no call', (name) => {
    expect(isCallName(name)).toBe(false);
  });

  it('let in the longest run of keys that a scanner can type', () => {
    const [scan] = play(typed('A'.repeat(2 * mostScanned), { gap: 5 })).scans;
    const call = { text: `${scan?.text}`, typed: { usText: scan?.usText, suffix: 'enter', meanGapMs: 5 } };
    expect(call.text.length).toBeGreaterThan(7089);
    expect(callSchemas.scan.safeParse(call).success).toBe(true);
  });

  it('are known by their names', () => expect(callNames.filter((name) => !isCallName(name))).toEqual([]));
});

describe('an audience', () => {
  const may = (asking: Audience) => callNames.filter((name) => mayDo(asking, callAudience[name]));

  it('of the display only reads', () => expect(may('display')).toEqual([]));
  it('of a kiosk scans and sells', () =>
    expect(may('kiosk')).toEqual([
      'scan',
      ...callNames.filter((name) => name.startsWith('vending.') && name !== 'vending.stop'),
      'unlock',
    ]));
  it('of a manager may do everything', () => expect(may('manager')).toEqual(callNames));

  it('of a cashier may do everything but what the manager sets up', () => {
    const barred = callNames.filter((name) => !may('cashier').includes(name));
    expect(barred).toEqual([
      'refund.request',
      'day.close',
      'vending.open',
      'vending.choose',
      'vending.take',
      'vending.settle',
      'vending.done',
      'vending.more',
      'vending.fault',
      'vending.stop',
      'vending.stock',
      'unlock',
      'pin.set',
      'program.quit',
      'settings.get',
      'settings.update',
      'settings.test',
      'scanner.list',
      'scanner.doctor',
      'staticQr.list',
      'staticQr.put',
      'staticQr.file',
      'staticQr.delete',
      'webhooks.list',
      'webhooks.delete',
      'catalogue.import',
      'members.import',
    ]);
  });

  it('is one of four', () => expect(audiences).toEqual(['cashier', 'manager', 'kiosk', 'display']));
});
