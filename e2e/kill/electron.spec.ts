/** The short form of `npm run kill -- --host electron`. */

import { test } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { electronHost } from './hosts.ts';
import { instants } from './instants.ts';
import { comingBack, named } from './moments.ts';
import { runKills } from './run.ts';
import { openShift } from './shift.ts';

test('the desktop killed in the middle of the money: every rule holds, and everything comes to its end', async () => {
  test.setTimeout(180_000);
  const host = await electronHost();
  try {
    const run = await runKills({
      host,
      seed: 1,
      kills: 4,
      openShift,
      instants: named(instants, [
        'create done, answer lost',
        'capture done, answer lost',
        'release sent, never arrives',
      ]),
      comingBack: named(comingBack, ['coming back: first reading lost']),
    });
    expectClean(run);
  } finally {
    await host.close();
  }
});
