/** The devices of the till. The one thing of `hardware` that `main` may import. */

import type { Clock } from '../app/ports/Clock.ts';
import type { Log } from '../app/ports/Log.ts';
import type { Scanner } from '../app/ports/Scanner.ts';
import { createNodeHid } from './hid/nodeHid.ts';
import { fanIn } from './scanner/allScanners.ts';
import { type ScannerChoice, startHidScanners } from './scanner/hidScanners.ts';
import { createNodeSerial } from './serial/nodeSerial.ts';
import { type SerialChoice, startSerialScanners } from './serial/serialScanners.ts';
import { listenSimulated } from './simulated/server.ts';
import { createSimulatedHid } from './simulated/simulatedHid.ts';

export type { ScannerChoice } from './scanner/hidScanners.ts';
export type { SerialChoice } from './serial/serialScanners.ts';

export interface HardwareConfig {
  /** `auto` opens every HID POS scanner there is and will be, `device` one by its id, `none` opens none. */
  readonly scanner: ScannerChoice;
  /** The serial port with a scanner at its end, whatever `scanner` says; none where none is given. */
  readonly serial?: SerialChoice;
  /** Path of a Unix domain socket or named pipe; with one, a simulated scanner is plugged in from the start. */
  readonly simulatedSocket?: string | null;
}

export interface HardwarePorts {
  readonly clock: Clock;
  readonly log: Log;
}

export interface Hardware {
  /** All scanners as one: real and simulated devices. */
  readonly scanner: Scanner;
  /** Another choice in settings: opens and closes scanners accordingly. Simulated ones stay. */
  chooseScanner(choice: ScannerChoice): void;
  /** Another serial port in settings, or another suffix. */
  chooseSerial(choice: SerialChoice): void;
  /** Nothing is heard after this. */
  close(): Promise<void>;
}

/**
 * Opens the devices; does not wait for them (the scanner's status is `opening` until the first look has been made).
 * Trouble with a device is a status and a line in the log, never a failure to start.
 */
export async function openHardware(config: HardwareConfig, ports: HardwarePorts): Promise<Hardware> {
  const path = config.simulatedSocket ?? null;
  const simulated = path === null ? null : createSimulatedHid();
  simulated?.plug({ name: 'scanner' });

  const real = createNodeHid(ports.log);
  let chooseSerial: Hardware['chooseSerial'] = () => undefined;
  const all = fanIn(ports, [
    (fan) => startHidScanners(real, 'hidPos', config.scanner, fan),
    (fan) => {
      const source = startSerialScanners(createNodeSerial(ports.log), config.serial ?? null, fan);
      chooseSerial = source.choose;
      return { ...source, choose: () => undefined };
    },
    ...(simulated === null
      ? []
      : [
          (fan: Parameters<typeof startHidScanners>[3]) => {
            const source = startHidScanners(simulated, 'simulated', { kind: 'auto' }, fan);
            return { ...source, choose: () => undefined };
          },
        ]),
  ]);
  const server =
    simulated === null || path === null
      ? null
      : await listenSimulated(path, simulated, all.scanner, ports.log);

  return {
    scanner: all.scanner,
    chooseScanner: all.choose,
    chooseSerial: (choice) => chooseSerial(choice),
    async close() {
      await server?.close();
      await all.scanner.close();
    },
  };
}
