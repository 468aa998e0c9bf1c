/**
 * The one road of every scan, whoever read it: to the scanner doctor while that is open, else to the till, with the
 * rights of the side that the scanner faces.
 */

import { type Audience, mayDo } from '../../app/contract/audience.ts';
import { type CallOutput, callAudience } from '../../app/contract/calls.ts';
import type { ScannerDeviceView } from '../../app/contract/viewScanner.ts';
import { meaningOf, type ScanSide } from '../../app/domain/scan.ts';
import type { ReadScan } from '../../app/domain/scanDiagnosis.ts';
import type { ScanRights } from '../../app/flows/takeScan.ts';
import { ok, type Result } from '../../app/kernel/result.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Scanner } from '../../app/ports/Scanner.ts';
import type { Till } from '../../app/till.ts';
import type { Settings } from '../settings/settings.ts';
import type { Doctor } from './doctor.ts';

export interface ScanRoad {
  /**
   * `device`: the id of the scanner, `null` for what was typed in a window or sent by a controller: then `asking` says by
   * whom.
   */
  take(scan: ReadScan, device: string | null, asking?: Audience): Promise<Result<CallOutput<'scan'>>>;
  /** Every scanner at hand, and those that are awaited. */
  devices(): Promise<readonly ScannerDeviceView[]>;
}

export interface ScanRoadParts {
  readonly till: Pick<Till, 'scan'>;
  readonly scanner: Pick<Scanner, 'inUse' | 'list'>;
  readonly doctor: Doctor;
  readonly settings: () => Pick<Settings, 'customerScanners' | 'customerScannerAddsGoods'>;
  readonly clock: Clock;
  readonly log: Log;
}

const echoMs = 1000;

export function createScanRoad(parts: ScanRoadParts): ScanRoad {
  const { till, scanner, doctor, settings, clock } = parts;
  let last: { readonly text: string; readonly device: string; readonly at: number } | null = null;

  const sideOf = (device: string | null): ScanSide =>
    device !== null && settings().customerScanners.includes(device) ? 'customer' : 'cashier';

  /**
   * A trigger that was held a moment too long reads a personal code twice: that is one customer. Goods are never taken for
   * an echo, since two of an article are scanned that fast (scanners.md 7).
   */
  function isEcho(text: string, device: string): boolean {
    const before = last;
    last = { text, device, at: clock.monotonic() };
    if (before === null || before.text !== text || before.device !== device) return false;
    return last.at - before.at < echoMs && meaningOf(text).kind === 'personalQr';
  }

  /** A scan does nothing that whoever sent it could not call. */
  function rightsOf(side: ScanSide, asking: Audience): ScanRights {
    const sells = mayDo(asking, callAudience['basket.add']);
    const isCashiers = side === 'cashier' && sells;
    return { goods: sells && (isCashiers || settings().customerScannerAddsGoods), commands: isCashiers };
  }

  return {
    async take(scan, device, asking = 'cashier') {
      const side = sideOf(device);
      if (doctor.isOpen()) {
        const from = scanner.inUse().find((one) => one.id === device) ?? null;
        doctor.take(scan, { side, device: from === null ? null : { name: from.name, mode: from.mode } });
        return ok({ meaning: 'examined' });
      }
      if (device !== null && isEcho(scan.text, device)) return ok({ meaning: 'customer' });
      const rights = rightsOf(side, asking);
      const done = await till.scan(scan.text, rights);
      if (!done.ok) parts.log.info('scan.refused', { side, fault: done.fault.kind });
      return done;
    },

    async devices() {
      return (await scanner.list()).map(({ id, name, mode, state, dropped, remedy }) => ({
        id,
        name,
        mode,
        state,
        side: sideOf(id),
        dropped: [...dropped].map(([why, count]) => ({ why, count })),
        remedy,
      }));
    },
  };
}
