/** Driver of one HID POS scanner: keeps its line open through unplugging, and turns its reports into scans. */

import type { ScannerState } from '../../app/domain/scanner.ts';
import { assertNever } from '../../app/kernel/assertNever.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Scan } from '../../app/ports/Scanner.ts';
import { type ConnectionState, type Line, startConnection } from '../connection.ts';
import type { DeviceFault, Hid, HidListener } from '../hid/hid.ts';
import { type Assembly, continuationMs, createAssembly, type Dropped } from './assembly.ts';
import { readForms } from './descriptor.ts';
import { countDrops } from './drops.ts';
import { createPatience } from './patience.ts';
import { showState } from './scannerState.ts';

export interface HidPosDevice {
  readonly id: string;
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
}

export interface HidPosPorts {
  readonly hid: Hid;
  readonly clock: Clock;
  readonly log: Log;
  /** Where the device is plugged in now; `null` while it is not. */
  readonly pathOf: (id: string) => string | null;
  readonly onScan: (scan: Scan) => void;
  readonly onState: () => void;
}

export interface HidPos {
  readonly device: HidPosDevice;
  state(): ScannerState;
  /** Reports that gave no scan, by reason, since the till started. */
  dropped(): ReadonlyMap<Dropped, number>;
  /** The device was seen: try to open it now. */
  seen(): void;
  /** The device is not in the list any more. */
  gone(): void;
  close(): Promise<void>;
}

export function startHidPos(device: HidPosDevice, ports: HidPosPorts): HidPos {
  const { hid, clock, log } = ports;
  const drops = countDrops(device.id, log);
  const shown = showState(device.id, log, ports.onState);
  const patience = createPatience(clock, continuationMs);
  let assembly: Assembly | null = null;
  let openedAt = 0;

  function report(from: Assembly, bytes: Uint8Array): void {
    const at = patience.cameAt();
    const outcome = from.feed(bytes, at, at - openedAt < hid.settleMs);
    switch (outcome.kind) {
      case 'more':
        patience.awaitNext(at);
        return;
      case 'dropped':
        // Perhaps the beginning of a scan, whose rest is to be dropped too.
        if (!patience.isWaiting()) patience.awaitNext(at);
        drops.count(outcome.why);
        return;
      case 'scan': {
        patience.end();
        const { text, symbology, layout } = outcome;
        log.info('scanner.scan', { device: device.id, layout, symbology, length: text.length });
        ports.onScan({ text, symbology, device: device.id, at: clock.now() });
        return;
      }
      default:
        assertNever(outcome);
    }
  }

  async function dial(lost: () => void): Promise<Result<Line, DeviceFault>> {
    const path = ports.pathOf(device.id);
    if (path === null) return err({ kind: 'deviceMissing' });
    const descriptor = await hid.descriptor(path);
    const described = descriptor === null ? [] : readForms(descriptor);
    const fresh = createAssembly({ vendorId: device.vendorId, described });
    // Reports may come before `open` has returned; until then they count as stale by this instant.
    openedAt = clock.monotonic();
    const listener: HidListener = {
      report: (bytes) => report(fresh, bytes),
      lost(why) {
        log.warn('scanner.lost', { device: device.id, why });
        lost();
      },
    };
    const opened = await hid.open(path, listener);
    if (!opened.ok) return opened;
    openedAt = clock.monotonic();
    assembly = fresh;
    return ok({ close: () => opened.value.close() });
  }

  function onState(state: ConnectionState): void {
    if (state.kind === 'lost' || state.kind === 'closed') {
      if (assembly?.removed()) drops.count('removed');
      assembly = null;
      patience.end();
    }
    shown.enter(state);
  }

  const connection = startConnection(dial, clock, onState);
  return {
    device,
    state: shown.state,
    dropped: drops.totals,
    seen: () => connection.retry(),
    gone: () => connection.lose(),
    close: () => connection.close(),
  };
}
