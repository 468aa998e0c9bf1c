/**
 * Keeps a line to a device that comes and goes: closed -> opening -> open -> lost -> reopening -> open … One attempt
 * at a time, each with a deadline; between attempts it waits, or is woken when the device was seen again.
 */

import type { Result } from '../app/kernel/result.ts';
import type { Clock } from '../app/ports/Clock.ts';
import type { DeviceFault } from './hid/hid.ts';

export type ConnectionState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'open' }
  /** Not open, and why: never opened so far, or open before and gone. Tried again by itself. */
  | { readonly kind: 'lost'; readonly fault: DeviceFault }
  /** Trying again; `fault` is why it was lost. */
  | { readonly kind: 'reopening'; readonly fault: DeviceFault };

export interface Line {
  close(): Promise<void>;
}

/** Opens the line; `lost` is to be called once when it breaks. */
export type Dial = (lost: () => void) => Promise<Result<Line, DeviceFault>>;

export interface Connection {
  state(): ConnectionState;
  /** Try now instead of after the pause; nothing happens while it is open. */
  retry(): void;
  /** The device is known to be gone, although its line has not said so. */
  lose(): void;
  close(): Promise<void>;
}

export interface ConnectionTimes {
  /** Pause between two attempts. A line that was open for longer than this is tried again at once when it breaks. */
  readonly retryMs: number;
  /** An attempt that takes longer has failed as `deviceBusy`; if it succeeds later its line is closed again. */
  readonly deadlineMs: number;
}

export function startConnection(
  dial: Dial,
  clock: Clock,
  onState: (state: ConnectionState) => void,
  times: ConnectionTimes = { retryMs: 1000, deadlineMs: 10_000 },
): Connection {
  let state: ConnectionState = { kind: 'closed' };
  let closed = false;
  let woken = false;
  let nap: AbortController | null = null;
  let endLine: () => void = () => undefined;

  function enter(next: ConnectionState): void {
    state = next;
    onState(next);
  }

  async function attempt(lost: () => void): Promise<Result<Line, DeviceFault>> {
    const timer = new AbortController();
    const dialled = dial(lost);
    const late = clock.sleep(times.deadlineMs, timer.signal).then(() => null);
    const first = await Promise.race([dialled, late]);
    timer.abort();
    if (first !== null) return first;
    void dialled.then((result) => (result.ok ? result.value.close() : undefined));
    return { ok: false, fault: { kind: 'deviceBusy' } };
  }

  async function run(): Promise<void> {
    let fault: DeviceFault | null = null;
    while (!closed) {
      enter(fault === null ? { kind: 'opening' } : { kind: 'reopening', fault });
      const ended = new Promise<void>((resolve) => {
        endLine = resolve;
      });
      const line = await attempt(endLine);
      const openedAt = clock.monotonic();
      if (line.ok) {
        if (!closed) {
          enter({ kind: 'open' });
          await ended;
        }
        await line.value.close();
      }
      fault = line.ok ? { kind: 'deviceMissing' } : line.fault;
      if (closed) break;
      woken = false;
      enter({ kind: 'lost', fault });
      // A read can fail though the device is there (on Linux when a signal interrupts it): no scan should wait for that.
      const heldLong = line.ok && clock.monotonic() - openedAt > times.retryMs;
      if (woken || heldLong) continue;
      nap = new AbortController();
      await clock.sleep(times.retryMs, nap.signal);
    }
    enter({ kind: 'closed' });
  }

  const running = run();
  return {
    state: () => state,
    retry() {
      woken = true;
      nap?.abort();
    },
    lose: () => endLine(),
    async close() {
      closed = true;
      nap?.abort();
      endLine();
      await running;
    },
  };
}
