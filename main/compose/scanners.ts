/** Everything that scans, put together: the devices, the road of their scans, the doctor. */

import type { KnownGoods } from '../../app/domain/scanDiagnosis.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { ScannerStatus } from '../../app/ports/Scanner.ts';
import type { Till } from '../../app/till.ts';
import { openHardware } from '../../hardware/index.ts';
import type { Settings } from '../settings/settings.ts';
import { createDoctor, type Doctor } from './doctor.ts';
import { createScanRoad, type ScanRoad } from './scanRoad.ts';

export interface Scanners {
  readonly road: ScanRoad;
  readonly doctor: Doctor;
  status(): ScannerStatus;
  /** Another choice of scanners; opens and closes them accordingly. */
  apply(settings: Settings): void;
  /** From now on scans are acted on. */
  listen(): void;
  close(): Promise<void>;
}

export interface ScannersParts {
  readonly settings: () => Settings;
  /** A scanner played over a local socket, for trying the till without one; `null` for none. */
  readonly simulatedSocket: string | null;
  readonly till: Pick<Till, 'scan'>;
  readonly goods: KnownGoods;
  readonly changed: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

export async function openScanners(parts: ScannersParts): Promise<Scanners> {
  const { settings, till, goods, changed, clock, log } = parts;
  const { scanner, serialScanner: serial } = settings();
  const hardware = await openHardware(
    { scanner, serial, simulatedSocket: parts.simulatedSocket },
    { clock, log },
  );
  const doctor = createDoctor({ clock, goods, changed });
  const road = createScanRoad({ till, scanner: hardware.scanner, doctor, settings, clock, log });

  return {
    road,
    doctor,
    status: hardware.scanner.status,
    apply(next) {
      hardware.chooseScanner(next.scanner);
      hardware.chooseSerial(next.serialScanner);
    },
    listen() {
      hardware.scanner.onStatus(changed);
      hardware.scanner.onScan(({ text, symbology, device }) => {
        void road.take({ text, symbology, typed: null }, device).catch((thrown: unknown) => {
          log.error('defect', { where: 'scan', why: thrown instanceof Error ? thrown.message : 'unknown' });
        });
      });
    },
    async close() {
      doctor.close();
      await hardware.close();
    },
  };
}
