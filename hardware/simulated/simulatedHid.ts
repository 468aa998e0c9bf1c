/** HID devices that exist only here: plugged, played and pulled by a test, seen by the drivers like real ones. */

import { err, ok } from '../../app/kernel/result.ts';
import type { DeviceFault, Hid, HidDevice, HidListener } from '../hid/hid.ts';

export interface SimulatedDevice {
  readonly name: string;
  readonly vendorId?: number;
  readonly productId?: number;
  /** Two devices may have the same, as cheap scanners do. The name where none is given. */
  readonly serialNumber?: string | null;
  readonly usagePage?: number;
  readonly usage?: number;
  readonly descriptor?: Uint8Array | null;
}

export interface SimulatedHid extends Hid {
  /** Plugging what is plugged in already replaces it, as if pulled and plugged. */
  plug(device: SimulatedDevice): void;
  unplug(name: string): void;
  /** False when no such device is plugged in and open. */
  report(name: string, bytes: Uint8Array): boolean;
  /** From now on opening fails so; `null` ends it. */
  refuse(fault: DeviceFault | null): void;
  /** Resolves when a driver has tried to open the device, at once when it is not plugged in. */
  tried(name: string): Promise<void>;
}

interface Plugged {
  readonly device: HidDevice;
  readonly descriptor: Uint8Array | null;
  listener: HidListener | null;
  readonly tried: Promise<void>;
  readonly setTried: () => void;
}

export function createSimulatedHid(settleMs = 0): SimulatedHid {
  const plugged = new Map<string, Plugged>();
  const listeners = new Set<() => void>();
  let refusal: DeviceFault | null = null;
  let plugs = 0;

  function changed(): void {
    for (const listener of listeners) listener();
  }

  function pull(name: string): void {
    const listener = plugged.get(name)?.listener;
    plugged.delete(name);
    listener?.lost('unplugged');
  }

  return {
    settleMs,
    mark: async () => `${plugs} ${[...plugged.keys()].join(' ')}`,
    list: async () => ok([...plugged.values()].map((one) => one.device)),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    descriptor: async (path) => byPath(path)?.descriptor ?? null,

    async open(path, listener) {
      const one = byPath(path);
      if (!one) return err({ kind: 'deviceMissing' });
      one.setTried();
      if (refusal) return err(refusal);
      one.listener = listener;
      return ok({
        async close() {
          if (one.listener === listener) one.listener = null;
        },
      });
    },

    plug(device) {
      pull(device.name);
      plugs += 1;
      let setTried = (): void => undefined;
      const tried = new Promise<void>((resolve) => {
        setTried = resolve;
      });
      plugged.set(device.name, {
        device: {
          path: `simulated-${plugs}`,
          vendorId: device.vendorId ?? 0,
          productId: device.productId ?? 0,
          usagePage: device.usagePage ?? 0x8c,
          usage: device.usage ?? 0x02,
          serialNumber: device.serialNumber === undefined ? device.name : device.serialNumber,
          manufacturer: null,
          product: `Simulated ${device.name}`,
        },
        descriptor: device.descriptor ?? null,
        listener: null,
        tried,
        setTried,
      });
      changed();
    },

    unplug(name) {
      pull(name);
      changed();
    },

    report(name, bytes) {
      const listener = plugged.get(name)?.listener;
      listener?.report(bytes);
      return listener !== null && listener !== undefined;
    },

    refuse(fault) {
      refusal = fault;
    },

    tried: async (name) => plugged.get(name)?.tried,
  };

  function byPath(path: string): Plugged | undefined {
    return [...plugged.values()].find((one) => one.device.path === path);
  }
}
