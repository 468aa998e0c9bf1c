/** All HID POS scanners of one HID side: one driver for each device ever seen, kept while it is unplugged. */

import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Scan, ScannerDevice, ScannerInUse, ScannerStatus } from '../../app/ports/Scanner.ts';
import { assignIds, usbId } from '../deviceIds.ts';
import type { Hid, HidDevice } from '../hid/hid.ts';
import { deviceName, isKeyboardScanner, isPosScanner } from '../hid/vendors.ts';
import { startWatch, type Watch } from '../hid/watch.ts';
import { type HidPos, startHidPos } from './HidPos.ts';

/** Which scanners to open. */
export type ScannerChoice =
  | { readonly kind: 'auto' }
  | { readonly kind: 'device'; readonly id: string }
  | { readonly kind: 'none' };

export interface ScannersPorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly onScan: (scan: Scan) => void;
  readonly onStatus: () => void;
}

export type DeviceStatus = Omit<ScannerStatus, 'away'>;

/** Scanners of one kind, as one of several sources of `allScanners`. */
export interface ScannerSource {
  /** One status for each device in use; empty while there is none. */
  statuses(): readonly DeviceStatus[];
  /** The devices in use, the unplugged ones too. */
  inUse(): readonly ScannerInUse[];
  list(): Promise<readonly ScannerDevice[]>;
  choose(choice: ScannerChoice): void;
  close(): Promise<void>;
}

export function startHidScanners(
  hid: Hid,
  mode: 'hidPos' | 'simulated',
  choice: ScannerChoice,
  ports: ScannersPorts,
): ScannerSource {
  const drivers = new Map<string, HidPos>();
  const closing = new Set<Promise<void>>();
  let chosen = choice;
  let ids: ReadonlyMap<string, string> = new Map();

  const pathOf = (id: string) => [...ids].find(([, one]) => one === id)?.[0] ?? null;

  function reconcile(devices: readonly HidDevice[]): void {
    const scanners = onePerPath(devices.filter(isPosScanner));
    ids = assignIds(scanners, ids, baseId);
    for (const device of scanners) {
      const id = ids.get(device.path);
      if (id === undefined || !wanted(chosen, id)) continue;
      const driver = drivers.get(id);
      if (driver) driver.seen();
      else drivers.set(id, start(id, device));
    }
    for (const [id, driver] of drivers) {
      if (!wanted(chosen, id)) retire(id, driver);
      else if (pathOf(id) === null) driver.gone();
    }
    ports.onStatus();
  }

  function start(id: string, device: HidDevice): HidPos {
    const known = { id, name: deviceName(device), vendorId: device.vendorId, productId: device.productId };
    return startHidPos(known, { ...ports, hid, pathOf, onState: ports.onStatus });
  }

  function retire(id: string, driver: HidPos): void {
    drivers.delete(id);
    settle(driver.close());
  }

  /** Nobody looks for devices while none is wanted. */
  let watch = chosen.kind === 'none' ? null : watching();

  function watching(): Watch {
    const started = startWatch(hid, ports.clock);
    started.onList(reconcile);
    return started;
  }

  function settle(done: Promise<void>): void {
    const settled = done.then(() => {
      closing.delete(settled);
    });
    closing.add(settled);
  }

  async function listed(): Promise<readonly HidDevice[]> {
    if (watch !== null) return watch.refresh();
    const found = await hid.list();
    return found.ok ? found.value : [];
  }

  return {
    statuses() {
      if (watch !== null && watch.devices() === null) return [{ state: 'opening', name: null }];
      return [...drivers.values()].map((driver) => ({ state: driver.state(), name: driver.device.name }));
    },

    inUse: () =>
      [...drivers.values()].map((driver) => ({
        ...driver.device,
        mode,
        state: driver.state(),
        dropped: driver.dropped(),
      })),

    async list() {
      const devices = onePerPath(
        (await listed()).filter((one) => isPosScanner(one) || isKeyboardScanner(one)),
      );
      const now = assignIds(devices, ids, baseId);
      return devices.map((device) => ({
        id: now.get(device.path) ?? device.path,
        name: deviceName(device),
        vendorId: device.vendorId,
        productId: device.productId,
        mode: isPosScanner(device) ? mode : 'keyboard',
      }));
    },

    choose(next) {
      chosen = next;
      if (next.kind === 'none') {
        if (watch !== null) settle(watch.close());
        watch = null;
      } else {
        watch ??= watching();
      }
      reconcile(watch?.devices() ?? []);
    },

    async close() {
      await watch?.close();
      for (const [id, driver] of [...drivers]) retire(id, driver);
      await Promise.all(closing);
    },
  };
}

const baseId = (device: HidDevice): string => usbId('hid', device);

function wanted(choice: ScannerChoice, id: string): boolean {
  return choice.kind === 'auto' || (choice.kind === 'device' && choice.id === id);
}

/** A path is listed once for each of its usages (scanners.md 10); the scanner's own comes first. */
function onePerPath(devices: readonly HidDevice[]): readonly HidDevice[] {
  const sorted = [...devices].sort((a, b) => Number(isPosScanner(b)) - Number(isPosScanner(a)));
  const seen = new Set<string>();
  return sorted.filter((device) => !seen.has(device.path) && seen.add(device.path));
}
