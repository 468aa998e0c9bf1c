/** Driver of one HID POS scanner: keeps its line open through unplugging, and turns its reports into scans. */

import { assertNever } from '../../app/kernel/assertNever.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Scan, ScannerState } from '../../app/ports/Scanner.ts';
import { type ConnectionState, type Line, startConnection } from '../connection.ts';
import type { DeviceFault, Hid, HidListener } from '../hid/hid.ts';
import { type Assembly, continuationMs, createAssembly, type Dropped } from './assembly.ts';
import { readForms } from './descriptor.ts';
import { createPatience } from './patience.ts';

export interface HidPosDevice {
  readonly id: string;
  readonly name: string;
  readonly vendorId: number;
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
  const totals = new Map<Dropped, number>();
  const patience = createPatience(clock, continuationMs);
  let assembly: Assembly | null = null;
  let openedAt = 0;
  let shown: ScannerState = 'absent';

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
        count(outcome.why);
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

  /** A device that sends rubbish must not fill the log: the first of a kind is told, then each tenth power. */
  function count(why: Dropped): void {
    const total = (totals.get(why) ?? 0) + 1;
    totals.set(why, total);
    if (/^10*$/.test(String(total))) log.warn('scanner.dropped', { device: device.id, why, total });
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
      if (assembly?.removed()) count('removed');
      assembly = null;
      patience.end();
    }
    const next = scannerState(state);
    if (next === shown) return;
    shown = next;
    log.info('scanner.state', { device: device.id, state: next });
    ports.onState();
  }

  const connection = startConnection(dial, clock, onState);
  return {
    device,
    state: () => shown,
    dropped: () => totals,
    seen: () => connection.retry(),
    gone: () => connection.lose(),
    close: () => connection.close(),
  };
}

/** While reopening the cause stays on screen: it would flicker each second otherwise. */
function scannerState(state: ConnectionState): ScannerState {
  switch (state.kind) {
    case 'closed':
      return 'absent';
    case 'opening':
      return 'opening';
    case 'open':
      return 'ready';
    case 'lost':
    case 'reopening':
      return faultState(state.fault);
    default:
      return assertNever(state);
  }
}

function faultState(fault: DeviceFault): ScannerState {
  switch (fault.kind) {
    case 'deviceMissing':
      return 'lost';
    case 'deviceDenied':
      return 'denied';
    case 'deviceBusy':
      return 'busy';
    default:
      return assertNever(fault);
  }
}
