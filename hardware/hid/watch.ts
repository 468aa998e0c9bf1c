/**
 * Notices devices that come and go: asks about once a second, and at once when the HID side says that something
 * changed. Where the platform has a cheap mark the costly listing is only made when the mark moved.
 */

import type { Unsubscribe } from '../../app/kernel/brand.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Hid, HidDevice } from './hid.ts';

export interface Watch {
  /** The newest list; `null` before the first one is there. */
  devices(): readonly HidDevice[] | null;
  /** Called after each new listing. */
  onList(listener: (devices: readonly HidDevice[]) => void): Unsubscribe;
  /** Lists anew now, whatever the mark says. */
  refresh(): Promise<readonly HidDevice[]>;
  /** Ends when the look under way has ended. */
  close(): Promise<void>;
}

export function startWatch(hid: Hid, clock: Clock, everyMs = 1000): Watch {
  const listeners = new Set<(devices: readonly HidDevice[]) => void>();
  let devices: readonly HidDevice[] | null = null;
  let seenMark: string | null = null;
  let closed = false;
  let again = false;
  let nap: AbortController | null = null;

  async function list(): Promise<readonly HidDevice[]> {
    const found = await hid.list();
    devices = found.ok ? found.value : [];
    if (!closed) for (const listener of listeners) listener(devices);
    return devices;
  }

  async function run(): Promise<void> {
    while (!closed) {
      again = false;
      const mark = await hid.mark();
      if (devices === null || mark === null || mark !== seenMark) await list();
      seenMark = mark;
      if (closed || again) continue;
      nap = new AbortController();
      await clock.sleep(everyMs, nap.signal);
    }
  }

  const unsubscribe = hid.onChange(() => {
    again = true;
    seenMark = null;
    nap?.abort();
  });
  const running = run();

  return {
    devices: () => devices,
    onList(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: list,
    async close() {
      closed = true;
      unsubscribe();
      nap?.abort();
      await running;
    },
  };
}
