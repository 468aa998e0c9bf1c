/** What a line's state means for the scanner at its end, and telling it when that changes. */

import type { ScannerState } from '../../app/domain/scanner.ts';
import { assertNever } from '../../app/kernel/assertNever.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { ConnectionState } from '../connection.ts';
import type { DeviceFault } from '../hid/hid.ts';

export interface ShownState {
  state(): ScannerState;
  enter(state: ConnectionState): void;
}

export function showState(device: string, log: Log, changed: () => void): ShownState {
  let shown: ScannerState = 'absent';
  return {
    state: () => shown,
    enter(state) {
      const next = scannerState(state);
      if (next === shown) return;
      shown = next;
      log.info('scanner.state', { device, state: next });
      changed();
    },
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
