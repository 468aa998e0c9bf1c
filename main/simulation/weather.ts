/** What the world does to the till by itself: power, disk, clock, webhooks that go astray, tokens that die early. */

import type { Chance } from './chance.ts';
import { webhookFaults } from './coverage.ts';
import { diskTroubles, type World } from './world.ts';

/** Seconds by which somebody sets the clock. */
const jumps = [-86_400, -3600, -60, 60, 3600, 86_400];

/** Gives what happens at one moment of the day. */
export function createWeather(world: World): () => Promise<void> {
  const { fate, mood, tell, count } = world;
  const mending = fate.stream('mending');

  async function power(): Promise<void> {
    if (world.till() === null) {
      if (mending.happens(0.5)) await world.powerOn();
      return;
    }
    if (fate.strike('plug', mood.weather / 2, () => 'pulled') !== null) {
      tell('the plug is pulled');
      count('plug pulled');
      world.powerCut();
    } else if (fate.strike('closed', mood.weather / 4, () => 'in order') !== null) {
      tell('the till is closed');
      count('till closed');
      world.closeTill();
    }
  }

  function disk(): void {
    const sick = fate.strike('disk', mood.weather, (chance) => chance.pick(diskTroubles));
    if (sick !== null) {
      tell(`the disk is ${sick.what}`);
      world.disk.fail(sick.what, sick.chance.below(3));
    } else if (mending.happens(0.3)) world.disk.fail(null);
  }

  function clock(): void {
    const set = fate.strike('clock', mood.weather, (chance) => chance.pick(jumps), 's');
    if (set === null) return;
    tell(`somebody sets the clock by ${set.what} s`);
    count(set.what > 0 ? 'clock forward' : 'clock back');
    world.time.jump(set.what * 1000);
  }

  /** It waits for the next delivery, as a fault of the training service. */
  function webhooks(): void {
    if (!mood.webhooks) return;
    const astray = fate.strike('webhook', 0.25, (chance) => chance.pick(webhookFaults));
    if (astray === null) return;
    const what = { endpoint: 'webhooks.delivery', what: astray.what } as const;
    world.service.addFault({ ...what, ...delayOf(astray) });
  }

  function tokens(): void {
    if (fate.strike('token', mood.weather, () => 'all die') === null) return;
    tell('every access token dies');
    count('tokens died');
    world.service.expireTokens();
  }

  return async () => {
    await power();
    disk();
    clock();
    webhooks();
    tokens();
  };
}

function delayOf(astray: { readonly what: (typeof webhookFaults)[number]; readonly chance: Chance }) {
  const { what, chance } = astray;
  if (what === 'outOfOrder') return { afterMs: chance.between(500, 15_000) };
  // Minutes as a rule, hours now and then.
  return what === 'slow' ? { afterMs: chance.between(1000, chance.happens(0.3) ? 21_600_000 : 120_000) } : {};
}
