/** The short form of `npm run kill`: every kind of instant once, in the headless till. */

import { test } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { headlessHost } from './hosts.ts';
import { instants } from './instants.ts';
import { comingBack, named } from './moments.ts';
import { runKills } from './run.ts';
import { openShift } from './shift.ts';

test('killed at every kind of instant: every rule holds, and everything comes to its end', async () => {
  test.setTimeout(180_000);
  const run = await runKills({
    host: headlessHost(),
    seed: 1,
    kills: 12,
    openShift,
    instants: named(instants, [
      'create sent, never arrives',
      'create done, answer lost',
      'the customer is being asked',
      'approved, before the capture',
      'capture done, answer lost',
      'cancel sent, never arrives',
      'release done, answer lost',
      'receipt sent, never arrives',
      'purchase done, answer lost',
      'at random',
    ]),
    comingBack: named(comingBack, [
      'coming back: somewhere on the way',
      'coming back: first reading done, answer lost',
    ]),
  });
  expectClean(run);
});
