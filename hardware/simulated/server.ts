/** The local socket (Unix domain socket or named pipe) through which a test plays the simulated devices. */

import { chmod, lstat, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { assertNever } from '../../app/kernel/assertNever.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Scanner } from '../../app/ports/Scanner.ts';
import { composeReports } from '../scanner/compose.ts';
import type { SimulatedAnswer, SimulatedMessage } from './messages.ts';
import { parseMessage } from './parse.ts';
import type { SimulatedHid } from './simulatedHid.ts';

export interface SimulatedServer {
  close(): Promise<void>;
}

const done: SimulatedAnswer = { ok: true, value: null };

/** Listens on `path`; a socket file left behind by a killed till is replaced. A path that cannot be used is logged. */
export async function listenSimulated(
  path: string,
  hid: SimulatedHid,
  scanner: Scanner,
  log: Log,
): Promise<SimulatedServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', (error) => log.warn('simulated.socket', { why: error.message }));
    let answered = Promise.resolve();
    createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
      answered = answered.then(async () => {
        const message = parseMessage(line);
        const answer = message ? await obey(message, hid, scanner) : refused('unreadable');
        if (!socket.destroyed) socket.write(`${JSON.stringify(answer)}\n`);
      });
    });
  });

  const isFile = !path.startsWith('\\\\');
  if (isFile && (await isSocket(path))) await rm(path);
  const listening = await new Promise<boolean>((resolve) => {
    server.once('error', (error) => {
      log.error('simulated.notListening', { why: error.message });
      resolve(false);
    });
    server.listen(path, () => resolve(true));
  });
  if (listening && isFile) await chmod(path, 0o600);

  return {
    async close() {
      for (const socket of sockets) socket.destroy();
      if (listening) await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function obey(
  message: SimulatedMessage,
  hid: SimulatedHid,
  scanner: Scanner,
): Promise<SimulatedAnswer> {
  const name = 'device' in message ? (message.device ?? 'scanner') : 'scanner';
  switch (message.kind) {
    case 'scan': {
      const reports = composeReports(message.text, message.symbology ?? null);
      await hid.tried(name);
      return reports.every((report) => hid.report(name, report)) ? done : refused('noDevice');
    }
    case 'report':
      await hid.tried(name);
      return hid.report(name, Buffer.from(message.hex, 'hex')) ? done : refused('noDevice');
    case 'plug': {
      const { descriptor, device: _, kind: __, ...ids } = message;
      hid.plug({
        ...ids,
        name,
        descriptor: descriptor === undefined ? null : Buffer.from(descriptor, 'hex'),
      });
      return done;
    }
    case 'unplug':
      hid.unplug(name);
      return done;
    case 'refuse':
      hid.refuse(message.fault === null ? null : { kind: message.fault });
      return done;
    case 'status': {
      const devices = await scanner.list();
      const told = devices.map(({ dropped: _counts, remedy: _words, ...device }) => device);
      return { ok: true, value: { ...scanner.status(), devices: told } };
    }
    default:
      return assertNever(message);
  }
}

function refused(why: 'unreadable' | 'noDevice'): SimulatedAnswer {
  return { ok: false, why };
}

function isSocket(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isSocket(),
    () => false,
  );
}
