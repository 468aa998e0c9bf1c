import { getEventListeners } from 'node:events';
import { expect, it, vi } from 'vitest';
import { createSystemClock } from './clock.ts';

it('ends a sleep at once when its signal is aborted, and leaves no listener behind', async () => {
  const clock = createSystemClock();
  const controller = new AbortController();
  const sleeps = [1, 2, 3].map(() => clock.sleep(3_600_000, controller.signal));
  expect(getEventListeners(controller.signal, 'abort').length).toBe(3);
  controller.abort();
  await Promise.all(sleeps);
  expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
});

it('does not begin to sleep on an aborted signal', async () => {
  await createSystemClock().sleep(3_600_000, AbortSignal.abort());
});

it('leaves no listener behind after a sleep that ran out', async () => {
  const controller = new AbortController();
  await createSystemClock().sleep(1, controller.signal);
  expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
});

it('sleeps through a time longer than a timer of Node can hold', async () => {
  vi.useFakeTimers();
  try {
    let awake = false;
    const month = 30 * 24 * 3_600_000;
    void createSystemClock()
      .sleep(month)
      .then(() => {
        awake = true;
      });
    await vi.advanceTimersByTimeAsync(month - 1);
    expect(awake).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(awake).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

it('tells wall time in whole milliseconds and never runs the monotonic one backwards', () => {
  const clock = createSystemClock();
  expect(Number.isInteger(clock.now())).toBe(true);
  const readings = Array.from({ length: 1000 }, () => clock.monotonic());
  expect(readings).toEqual([...readings].sort((a, b) => a - b));
});
