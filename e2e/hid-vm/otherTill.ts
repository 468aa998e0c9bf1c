/** A till in a process of its own, as another user: root may open whatever it likes and a cashier's till may not. */

import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { OtherTillSays } from './otherTillProcess.ts';
import { waitingRoom } from './world.ts';

export interface OtherTill {
  /** The state of its scanner, each time it changed. */
  readonly states: readonly string[];
  readonly texts: readonly string[];
  until(what: string, isSo: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/** `nobody`: a user who has nothing. */
const nobody = 65_534;

export function startOtherTill(): OtherTill {
  const states: string[] = [];
  const texts: string[] = [];
  const waiting = waitingRoom(() => JSON.stringify({ states, texts }));
  const child = fork(join(import.meta.dirname, 'otherTillProcess.ts'), { uid: nobody, gid: nobody });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.on('message', (told: OtherTillSays) => {
    if (told.kind === 'state') states.push(told.state);
    else texts.push(told.text);
    waiting.look();
  });
  return {
    states,
    texts,
    until: waiting.until,
    async close() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
