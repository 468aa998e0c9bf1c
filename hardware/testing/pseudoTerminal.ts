/** A serial port that a test plugs in, writes to and pulls: a pseudo-terminal that `socat` holds the other end of. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, realpathSync } from 'node:fs';

/** Debian package `socat`. */
export const hasSocat = spawnSync('socat', ['-V']).status === 0;

export interface PseudoTerminal {
  /** In one write. */
  send(bytes: string): void;
  /** Resolves when it is gone. */
  unplug(): Promise<void>;
  /** Returns when the port has hung up, before anything else can happen in this process. */
  unplugNow(): void;
}

/** The port is at `path`, a link, when this resolves. */
export async function plugTerminal(path: string): Promise<PseudoTerminal> {
  const socat = spawn('socat', ['-d', '-d', '-u', 'STDIN', `PTY,raw,echo=0,link=${path}`]);
  const ended = once(socat, 'close');
  // The pipe breaks when the port is pulled.
  socat.stdin.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    let said = '';
    socat.stderr.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('starting data transfer loop')) resolve();
    });
    void ended.then(() => reject(new Error(said)));
  });
  const slave = realpathSync(path);
  return {
    send: (bytes) => socat.stdin.write(bytes),
    async unplug() {
      socat.kill('SIGKILL');
      await ended;
    },
    unplugNow() {
      socat.kill('SIGKILL');
      while (existsSync(slave));
    },
  };
}
