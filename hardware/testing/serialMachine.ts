/** A machine with serial ports that a test plugs by path: what no pseudo-terminal has, USB ids and other numbers. */

import { err, ok } from '../../app/kernel/result.ts';
import type { DeviceFault } from '../hid/hid.ts';
import type { SerialListener, SerialPort, SerialPorts } from '../serial/serialPorts.ts';

export function createSerialMachine() {
  const plugged = new Map<string, SerialPort>();
  const lines = new Map<string, SerialListener>();
  const opened: string[] = [];
  let refused: DeviceFault | null = null;
  let lists = 0;
  /** Closing takes until it is let go. */
  let held: Promise<void> = Promise.resolve();
  const ports: SerialPorts = {
    async list() {
      lists += 1;
      return ok([...plugged.values()]);
    },
    async open(path, listener) {
      opened.push(path);
      if (refused !== null) return err(refused);
      if (!plugged.has(path)) return err({ kind: 'deviceMissing' });
      if (lines.has(path)) return err({ kind: 'deviceBusy' });
      lines.set(path, listener);
      return ok({
        async close() {
          await held;
          if (lines.get(path) === listener) lines.delete(path);
        },
      });
    },
  };
  return {
    ports,
    opened,
    lists: () => lists,
    plug: (one: SerialPort) => plugged.set(one.path, one),
    unplug(path: string) {
      plugged.delete(path);
      lines.get(path)?.lost('unplugged');
      lines.delete(path);
    },
    send: (path: string, text: string) => lines.get(path)?.bytes(Buffer.from(text)),
    refuse(fault: DeviceFault | null) {
      refused = fault;
    },
    holdClosing(until: Promise<void>) {
      held = until;
    },
  };
}
