/**
 * Real serial ports. The only file that knows the library, the native part of `serialport`. It is loaded at first use, so
 * that a machine without it still has a till: its port is then missing, and the log says why.
 */

import { constants, read } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { promisify } from 'node:util';
import type { DarwinPortBinding, LinuxPortBinding, WindowsPortBinding } from '@serialport/bindings-cpp';
import { err, ok } from '../../app/kernel/result.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Line } from '../connection.ts';
import { filled, words } from '../fromSystem.ts';
import type { DeviceFault } from '../hid/hid.ts';
import type { SerialListener, SerialPort, SerialPorts } from './serialPorts.ts';
import { hex, readTtys } from './ttys.ts';

/** What is used of the library, whose own types for it do not resolve. */
interface Library {
  list(): Promise<readonly PortInfo[]>;
  open(options: {
    readonly path: string;
    readonly baudRate: number;
    readonly hupcl: boolean;
  }): Promise<LinuxPortBinding | DarwinPortBinding | WindowsPortBinding>;
}

interface PortInfo {
  readonly path: string;
  readonly manufacturer: string | undefined;
  readonly serialNumber: string | undefined;
  /** Hexadecimal, as is `productId`. */
  readonly vendorId: string | undefined;
  readonly productId: string | undefined;
}

/** True CDC ignores the line settings; 9600 8N1 is what the others are delivered with (scanners.md 9). */
const baudRate = 9600;

export function createNodeSerial(log: Log): SerialPorts {
  let loading: Promise<Library | null> | null = null;
  let listFailed = false;
  const openFailures = new Map<string, string>();

  function load(): Promise<Library | null> {
    loading ??= import('@serialport/bindings-cpp')
      .then((module): Library => module.autoDetect())
      .catch((error: unknown) => {
        log.error('serial.moduleMissing', { why: words(error) });
        return null;
      });
    return loading;
  }

  return {
    async list() {
      if (platform() === 'linux') return ok(await readTtys());
      const library = await load();
      if (library === null) return err({ kind: 'deviceMissing' });
      try {
        const found = (await library.list()).map(described);
        listFailed = false;
        return ok(found);
      } catch (error) {
        if (!listFailed) log.error('serial.listFailed', { why: words(error) });
        listFailed = true;
        return err({ kind: 'deviceMissing' });
      }
    },

    async open(path, listener) {
      const library = await load();
      if (library === null) return err({ kind: 'deviceMissing' });
      try {
        // Many scanners send only while DTR is raised, which is what `hupcl` means on Windows.
        const port = await library.open({ path, baudRate, hupcl: true });
        openFailures.delete(path);
        return ok(attach('poller' in port ? readTerminal(port) : readWindows(port), listener, log));
      } catch (error) {
        const why = words(error);
        // Tried again each second: told once for each cause.
        if (openFailures.get(path) !== why) log.warn('serial.openFailed', { path, why });
        openFailures.set(path, why);
        return err(openingFault(why, await refusal(path)));
      }
    },
  };
}

/** How a system reads: at least one byte, or it throws because the port is gone. */
interface Reader {
  read(into: Buffer): Promise<number>;
  close(): Promise<void>;
}

function attach(reader: Reader, listener: SerialListener, log: Log): Line {
  let over = false;

  async function pump(): Promise<void> {
    const into = Buffer.alloc(4096);
    try {
      while (!over) {
        const length = await reader.read(into);
        if (!over) listener.bytes(into.subarray(0, length));
      }
    } catch (error) {
      if (over) return;
      over = true;
      listener.lost(words(error));
    }
  }

  void pump();
  return {
    async close() {
      over = true;
      await reader.close().catch((error: unknown) => log.warn('serial.closeFailed', { why: words(error) }));
    },
  };
}

const readFile = promisify(read);

/**
 * Not the library's own reading: a terminal that hung up is readable and gives no bytes, which the library takes as a
 * reason to read again, for ever and with a whole core, and the loss is never told.
 */
function readTerminal(port: LinuxPortBinding | DarwinPortBinding): Reader {
  let reading: Promise<unknown> = Promise.resolve();

  async function readNow(into: Buffer): Promise<number | null> {
    await new Promise<void>((resolve, reject) => {
      port.poller.once('readable', (error) => (error === null ? resolve() : reject(error)));
    });
    if (port.fd === null) throw new Error('closed');
    const got = readFile(port.fd, into, 0, into.length, null).catch((error: unknown) => {
      if (isCode(error, 'EAGAIN', 'EINTR')) return null;
      throw error;
    });
    reading = got.catch(() => undefined);
    const done = await got;
    // Linux tells a hang-up while it is waited for, macOS only so.
    if (done?.bytesRead === 0) throw new Error('hung up');
    return done?.bytesRead ?? null;
  }

  return {
    async read(into) {
      for (;;) {
        const length = await readNow(into);
        if (length !== null) return length;
      }
    },
    async close() {
      // The number of a closed file may be another file's in the next moment.
      await reading;
      await port.close();
    },
  };
}

function readWindows(port: WindowsPortBinding): Reader {
  return {
    read: async (into) => (await port.read(into, 0, into.length)).bytesRead,
    close: () => port.close(),
  };
}

/**
 * Why the system refuses a port, as Node's code; `null` when it does not. Asked anew, since the library has only words,
 * and those speak the language of the desktop.
 */
async function refusal(path: string): Promise<string | null> {
  if (platform() === 'win32') return null;
  const { O_RDWR, O_NOCTTY, O_NONBLOCK } = constants;
  try {
    await (await openFile(path, O_RDWR | O_NOCTTY | O_NONBLOCK)).close();
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : null;
  }
}

/**
 * `Cannot lock port` is the library's own, the rest of its words are the system's. Windows says `Access denied` of a port
 * that another program has open: ports are exclusive there and forbidden to nobody.
 */
export function openingFault(why: string, code: string | null): DeviceFault {
  if (code === 'EACCES' || code === 'EPERM') return { kind: 'deviceDenied' };
  if (code === 'EBUSY' || /cannot lock port/i.test(why)) return { kind: 'deviceBusy' };
  // 32 a sharing violation, 170 busy: the library has no words for these.
  if (/^opening .*: (access denied|unknown error code (32|170))$/i.test(why)) return { kind: 'deviceBusy' };
  return { kind: 'deviceMissing' };
}

function described(port: PortInfo): SerialPort {
  const vendorId = hex(port.vendorId);
  const productId = hex(port.productId);
  return {
    path: port.path,
    usb: vendorId === null || productId === null ? null : { vendorId, productId },
    serialNumber: filled(port.serialNumber),
    manufacturer: filled(port.manufacturer),
  };
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => error.code === code);
}
