/** The short form of `npm run kill -- --host unattended`: a machine's till, killed with customers before it. */

import { test } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { unattendedHost } from './hosts.ts';
import { machineInstants } from './machineInstants.ts';
import { openMachineShift } from './machineShift.ts';
import { comingBack, named } from './moments.ts';
import { runKills } from './run.ts';

test('a machine killed with customers before it: what was confirmed is paid for, and nothing else is', async () => {
  test.setTimeout(300_000);
  const run = await runKills({
    host: unattendedHost(),
    seed: 1,
    kills: 24,
    openShift: openMachineShift,
    // A create that never arrives is looked for a whole minute, which the long run has.
    instants: named(machineInstants, [
      'create done, answer lost',
      'the code of what was chosen stands on the screen',
      'approved, and the till not told yet',
      'one is being handed out',
      'what was chosen is being handed out',
      'one was told as dispensed, before the close',
      'it is being settled',
      'capture sent, never arrives',
      'capture done, answer lost',
      'release of the rest sent, arrives after the death',
      'release of all done, answer lost',
      'cancel sent, never arrives',
      'receipt sent, never arrives',
      'at random',
    ]),
    comingBack: named(comingBack, [
      'coming back: somewhere on the way',
      'coming back: first reading done, answer lost',
    ]),
  });
  expectClean(run);
});
