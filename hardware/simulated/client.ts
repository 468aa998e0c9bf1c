/** The other end of the simulated devices' socket: what a test uses to play scanners. */

import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import type { SimulatedAnswer, SimulatedMessage } from './messages.ts';

export interface SimulatedClient {
  /** Answers come in order. Rejects when the till closes the socket before it answered. */
  send(message: SimulatedMessage): Promise<SimulatedAnswer>;
  /** A line as it is, for testing what the till does with rubbish. */
  sendRaw(line: string): Promise<SimulatedAnswer>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: SimulatedAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** Rejects when nobody listens at `path`. */
export async function connectSimulated(path: string): Promise<SimulatedClient> {
  const socket = createConnection(path);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  const waiting: Waiting[] = [];
  let closed = false;
  // 'close' follows an error and settles everybody who waits.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    closed = true;
    for (const one of waiting.splice(0)) one.reject(new Error('the simulated socket was closed'));
  });
  createInterface({ input: socket }).on('line', (line) => {
    waiting.shift()?.resolve(JSON.parse(line) as SimulatedAnswer);
  });

  function sendRaw(line: string): Promise<SimulatedAnswer> {
    return new Promise((resolve, reject) => {
      if (closed) reject(new Error('the simulated socket is closed'));
      else {
        waiting.push({ resolve, reject });
        socket.write(`${line}\n`);
      }
    });
  }

  return {
    send: (message) => sendRaw(JSON.stringify(message)),
    sendRaw,
    close: () =>
      new Promise((resolve) => {
        if (closed) return resolve();
        socket.once('close', () => resolve());
        socket.end();
      }),
  };
}
