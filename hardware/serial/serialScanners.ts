/**
 * The one serial port that the store has chosen. No other is ever opened: opening may start a stranger's device anew or
 * make it print. While the port is away the ports are listed once a second, and not at all while it is open.
 */

import type { ScannerDevice } from '../../app/ports/Scanner.ts';
import { assignIds, usbId } from '../deviceIds.ts';
import { scannerMakers } from '../hid/vendors.ts';
import type { ScannerSource, ScannersPorts } from '../scanner/hidScanners.ts';
import { type Serial, type SerialDevice, startSerial } from './Serial.ts';
import type { SerialPort, SerialPorts } from './serialPorts.ts';

/** Which port has a scanner at its end, by the id that `list` gives; `null` for none. */
export type SerialChoice = SerialDevice | null;

export interface SerialScanners extends Omit<ScannerSource, 'choose'> {
  choose(choice: SerialChoice): void;
}

export function startSerialScanners(
  serial: SerialPorts,
  choice: SerialChoice,
  ports: ScannersPorts,
): SerialScanners {
  let chosen: SerialChoice = null;
  let driver: Serial | null = null;
  /** The port of the choice before, until it is closed. */
  let closing: Promise<void> = Promise.resolve();
  let ids: ReadonlyMap<string, string> = new Map();
  let name: string | null = null;

  async function look(): Promise<readonly SerialPort[]> {
    const found = await serial.list();
    const listed = found.ok ? found.value : [];
    ids = assignIds(listed, ids, baseId);
    return listed;
  }

  async function find(id: string, closed: Promise<void>): Promise<string | null> {
    // A port is exclusive, also towards ourselves.
    await closed;
    const listed = await look();
    const port = listed.find(({ path }) => ids.get(path) === id);
    if (port !== undefined) {
      name = portName(port);
      return port.path;
    }
    const path = unlisted(id);
    // Listed and yet not found: at this path is another device now.
    if (path === null || listed.some((other) => other.path === path)) return null;
    name = path;
    return path;
  }

  function choose(next: SerialChoice): void {
    if (next?.id === chosen?.id && next?.suffix === chosen?.suffix) return;
    if (next?.id !== chosen?.id) name = null;
    chosen = next;
    if (driver !== null) closing = Promise.all([closing, driver.close()]).then(() => undefined);
    driver = null;
    if (next !== null) {
      const before = closing;
      driver = startSerial(next, {
        ...ports,
        serial,
        find: () => find(next.id, before),
        onState: ports.onStatus,
      });
    }
    ports.onStatus();
  }

  choose(choice);
  return {
    statuses: () => (driver === null ? [] : [{ state: driver.state(), name }]),

    inUse() {
      if (chosen === null || driver === null) return [];
      const [, vendor = '0', product = '0'] = /^serial:([0-9a-f]{4}):([0-9a-f]{4})/.exec(chosen.id) ?? [];
      return [
        {
          id: chosen.id,
          name: name ?? chosen.id.slice('serial:'.length),
          vendorId: Number.parseInt(vendor, 16),
          productId: Number.parseInt(product, 16),
          mode: 'serial',
          state: driver.state(),
          dropped: driver.dropped(),
        },
      ];
    },

    async list() {
      return (await look()).map((port): ScannerDevice => {
        const { vendorId, productId } = port.usb ?? { vendorId: 0, productId: 0 };
        return {
          id: ids.get(port.path) ?? baseId(port),
          name: portName(port),
          vendorId,
          productId,
          mode: 'serial',
        };
      });
    },

    choose,

    async close() {
      choose(null);
      await closing;
    },
  };
}

/** A COM number changes with the socket, so what USB tells comes first (scanners.md 9). */
function baseId(port: SerialPort): string {
  if (port.usb === null) return `serial:${port.path}`;
  return usbId('serial', { ...port.usb, serialNumber: port.serialNumber });
}

/** The path in an id without USB ids. The system need not list it: a bridge to another machine, a link to a port. */
function unlisted(id: string): string | null {
  return /^serial:(?![0-9a-f]{4}:[0-9a-f]{4})(.+)$/.exec(id)?.[1] ?? null;
}

/** The maker by the vendor id first: Windows names the maker of its own driver. */
function portName(port: SerialPort): string {
  const maker = scannerMakers.get(port.usb?.vendorId ?? 0) ?? port.manufacturer;
  return maker === null ? port.path : `${maker} (${port.path})`;
}
