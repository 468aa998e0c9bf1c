/**
 * Real USB HID devices. The only file that knows node-hid. The native module is loaded at first use, so that a machine
 * without it still has a till: its scanner is then `absent`, and the log says why.
 */

import { platform } from 'node:os';
import type { Device } from 'node-hid';
import { err, ok } from '../../app/kernel/result.ts';
import type { Log } from '../../app/ports/Log.ts';
import { filled, words } from '../fromSystem.ts';
import type { DeviceFault, Hid, HidDevice, HidLine, HidListener } from './hid.ts';
import { readDescriptor, readMark } from './sysfs.ts';

type NodeHid = typeof import('node-hid');

export function createNodeHid(log: Log): Hid {
  let loading: Promise<NodeHid | null> | null = null;
  let listFailed = false;
  const openFailures = new Map<string, string>();

  function load(): Promise<NodeHid | null> {
    loading ??= import('node-hid')
      .then((module) => {
        // The other Linux driver needs libusb and takes the device away from the kernel (scanners.md 10).
        if (platform() === 'linux') module.setDriverType('hidraw');
        // The binary part is loaded by the first call; on Linux it also wants libudev and libusb-1.0 to be installed.
        module.getHidapiVersion();
        return module;
      })
      .catch((error: unknown) => {
        log.error('hid.moduleMissing', { why: words(error) });
        return null;
      });
    return loading;
  }

  return {
    settleMs: settleMsOn(platform()),
    onChange: () => () => undefined,
    mark: readMark,
    descriptor: readDescriptor,

    async list() {
      const module = await load();
      if (module === null) return err({ kind: 'deviceMissing' });
      try {
        const found = (await module.devicesAsync()).map(described).filter((one) => one !== null);
        listFailed = false;
        return ok(found);
      } catch (error) {
        if (!listFailed) log.error('hid.listFailed', { why: words(error) });
        listFailed = true;
        return err({ kind: 'deviceMissing' });
      }
    },

    async open(path, listener) {
      const module = await load();
      if (module === null) return err({ kind: 'deviceMissing' });
      try {
        return ok(attach(await module.HIDAsync.open(path), listener, log));
      } catch (error) {
        const why = words(error);
        // Tried again each second: told once for each cause.
        if (openFailures.get(path) !== why) log.warn('hid.openFailed', { path, why });
        openFailures.set(path, why);
        return err(openingFault(why));
      }
    },
  };
}

/** Linux and macOS keep reports for a reader only from its opening on: dropping there would lose a scan just made. */
export function settleMsOn(system: NodeJS.Platform): number {
  return system === 'win32' ? 250 : 0;
}

function attach(
  device: Awaited<ReturnType<NodeHid['HIDAsync']['open']>>,
  listener: HidListener,
  log: Log,
): HidLine {
  let over = false;
  device.on('data', (bytes: Buffer) => {
    if (!over) listener.report(bytes);
  });
  device.on('error', (error: unknown) => {
    if (over) return;
    over = true;
    listener.lost(words(error));
  });
  return {
    async close() {
      over = true;
      await device.close().catch((error: unknown) => log.warn('hid.closeFailed', { why: words(error) }));
    },
  };
}

/**
 * hidapi tells why only in words; these are those of Linux, Windows (0x80070005, 0x80070020) and macOS (0xE00002E2
 * not permitted, 0xE00002C5 exclusive access), scanners.md 10.
 */
export function openingFault(why: string): DeviceFault {
  if (/permission denied|access is denied|0x80070005|0x0*5\)|not permitted|e00002e2|e00002c1/i.test(why)) {
    return { kind: 'deviceDenied' };
  }
  if (/busy|in use|0x80070020|sharing violation|exclusive|e00002c5/i.test(why)) return { kind: 'deviceBusy' };
  return { kind: 'deviceMissing' };
}

function described(device: Device): HidDevice | null {
  if (device.path === undefined || device.path === '') return null;
  return {
    path: device.path,
    vendorId: device.vendorId,
    productId: device.productId,
    usagePage: device.usagePage ?? 0,
    usage: device.usage ?? 0,
    serialNumber: filled(device.serialNumber),
    manufacturer: filled(device.manufacturer),
    product: filled(device.product),
  };
}
