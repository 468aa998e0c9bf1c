/** The life of a line: opening, loss, reopening, a hanging attempt, closing at any moment. */

import { expect, test } from 'vitest';
import { err, ok, type Result } from '../app/kernel/result.ts';
import { type ConnectionState, type Line, startConnection } from './connection.ts';
import type { DeviceFault } from './hid/hid.ts';
import { createManualClock } from './simulated/manualClock.ts';

type Attempt = Result<Line, DeviceFault> | 'hangs';

function bench(attempts: Attempt[]) {
  const clock = createManualClock();
  const states: string[] = [];
  const losses: (() => void)[] = [];
  const released: ((outcome: Result<Line, DeviceFault>) => void)[] = [];
  let closes = 0;
  const line: Line = {
    close: async () => {
      closes += 1;
    },
  };
  const connection = startConnection(
    (lost) => {
      losses.push(lost);
      const attempt = attempts.shift() ?? ok(line);
      return attempt === 'hangs'
        ? new Promise((resolve) => released.push(resolve))
        : Promise.resolve(attempt);
    },
    clock,
    (state: ConnectionState) =>
      states.push('fault' in state ? `${state.kind} ${state.fault.kind}` : state.kind),
  );
  return { clock, states, losses, released, connection, line, closes: () => closes };
}

test('refused twice, open, lost, open again, closed', async () => {
  const { clock, states, losses, connection, closes } = bench([
    err({ kind: 'deviceMissing' }),
    err({ kind: 'deviceDenied' }),
  ]);
  await clock.advance(2500);
  losses.at(-1)?.();
  await clock.settle();
  connection.retry();
  await clock.settle();
  await connection.close();
  expect(states).toEqual([
    'opening',
    'lost deviceMissing',
    'reopening deviceMissing',
    'lost deviceDenied',
    'reopening deviceDenied',
    'open',
    'lost deviceMissing',
    'reopening deviceMissing',
    'open',
    'closed',
  ]);
  expect(closes()).toBe(2);
});

test('a line that was open for long is tried again at once; one that breaks at once waits a second', async () => {
  const { clock, states, losses, connection } = bench([]);
  await clock.advance(5000);
  losses.at(-1)?.();
  await clock.settle();
  expect(states).toEqual(['opening', 'open', 'lost deviceMissing', 'reopening deviceMissing', 'open']);
  losses.at(-1)?.();
  await clock.advance(999);
  expect(states.at(-1)).toBe('lost deviceMissing');
  await clock.advance(1);
  expect(states.at(-1)).toBe('open');
  await connection.close();
});

test('an attempt that hangs is given up after 10 s, and its late line is closed', async () => {
  const { clock, states, released, connection, line, closes } = bench(['hangs']);
  await clock.advance(9_999);
  expect(states).toEqual(['opening']);
  await clock.advance(1);
  expect(states).toEqual(['opening', 'lost deviceBusy']);
  released[0]?.(ok(line));
  await clock.settle();
  expect(closes()).toBe(1);
  await connection.close();
});

test('closed while opening: the line that comes is closed and never open', async () => {
  const { clock, states, released, connection, line, closes } = bench(['hangs']);
  await clock.settle();
  const closing = connection.close();
  released[0]?.(ok(line));
  await closing;
  expect([states, closes()]).toEqual([['opening', 'closed'], 1]);
});

test('closed while it waits to try again', async () => {
  const { clock, states, connection } = bench([err({ kind: 'deviceBusy' })]);
  await clock.settle();
  await connection.close();
  expect(states).toEqual(['opening', 'lost deviceBusy', 'closed']);
});
