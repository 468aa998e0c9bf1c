/** A till under test with its scanner in the hand: one thing done, and when it had been painted. */

import { randomInt } from 'node:crypto';
import { connectSimulated, type SimulatedClient } from '../../hardware/simulated/client.ts';
import type { SimulatedMessage } from '../../hardware/simulated/messages.ts';
import { scannerSocket } from './applications.ts';
import { gone, lookFor, seen, textOf, throughDoor, type Wanted } from './pageWatch.ts';
import type { UnderTest } from './underTest.ts';
import { clockError, pause, wallNow } from './wallTime.ts';

const till = 'screen=till';

export interface Screens {
  call(name: string, input: unknown): Promise<unknown>;
  /** From a message at the scanner's socket to what it brings, ms. */
  scanned(message: SimulatedMessage, wanted: Wanted): Promise<number>;
  /** From a key that goes into the window to what it brings, ms. */
  pressed(key: string, wanted: Wanted): Promise<number>;
  press(key: string): Promise<void>;
  text(selector: string): Promise<string>;
  /** Does something and waits for what it brings. */
  reached(wanted: Wanted, begin: () => Promise<unknown>): Promise<void>;
  /** The wall time at which it had been painted, in ms since 1970. */
  paintedAt(wanted: Wanted): Promise<number>;
  gone(selector: string): Promise<void>;
  /** The longest that the main process left a question of the scanner unanswered while something was going on, ms. */
  longestSilence(during: Promise<unknown>): Promise<number>;
  /** How far the window's wall time and this process's are apart, ms. */
  clockGap(): Promise<number>;
  close(): Promise<void>;
}

export async function openScreens(app: UnderTest, home: string): Promise<Screens> {
  const scanner: SimulatedClient = await connectSimulated(scannerSocket(home));

  /** Long enough for the screen to be at rest, and at another moment of its frame each time. */
  async function rest(): Promise<void> {
    await pause(40 + randomInt(0, 1700) / 100);
  }

  async function measured(wanted: Wanted, begin: () => Promise<number>): Promise<number> {
    await rest();
    await app.run(till, lookFor, wanted);
    const from = await begin();
    return (await app.run(till, seen, wanted)) - from;
  }

  return {
    call: (name, input) => app.run(till, throughDoor, { name, input }),
    scanned: (message, wanted) =>
      measured(wanted, async () => {
        const from = wallNow();
        const answer = await scanner.send(message);
        if (!answer.ok) throw new Error(`the simulated scanner says ${answer.why}`);
        return from;
      }),
    pressed: (key, wanted) => measured(wanted, () => app.key(till, key)),
    press: async (key) => void (await app.key(till, key)),
    text: (selector) => app.run(till, textOf, selector),
    async reached(wanted, begin) {
      await measured(wanted, async () => {
        await begin();
        return wallNow();
      });
    },
    async paintedAt(wanted) {
      await app.run(till, lookFor, wanted);
      return app.run(till, seen, wanted);
    },
    gone: async (selector) => void (await app.run(till, gone, selector)),
    async longestSilence(during) {
      let over = false;
      const ended = during.finally(() => {
        over = true;
      });
      let longest = 0;
      while (!over) {
        const from = wallNow();
        await scanner.send({ kind: 'status' });
        longest = Math.max(longest, wallNow() - from);
        await pause(5);
      }
      await ended;
      return longest;
    },
    clockGap: async () => Math.abs((await app.run(till, clockError, null)) - clockError()),
    async close() {
      await scanner.close();
      await app.close();
    },
  };
}
