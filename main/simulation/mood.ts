/** What kind of day a seed has: how rough, how patient the customers, what the sales unit may do. */

import { seedBelow, seededChance } from './chance.ts';

export interface Mood {
  /** Share of the calls that something befalls. */
  readonly trouble: number;
  /** Share of the steps at which the till dies. */
  readonly crash: number;
  /** Share of the moments at which the world does something to the till: power, disk, clock. */
  readonly weather: number;
  /** So long a customer may take; short, so that requests also run out in the middle of a day. */
  readonly customerTimeMs: number;
  readonly tokenLifeSeconds: number;
  readonly pushAllowed: boolean;
  /** The service takes no receipt with a create today. */
  readonly receiptsRefused: boolean;
  /** No create arrives today, as behind a proxy that swallows them. */
  readonly createsLost: boolean;
  /** Whether the till has an address at which webhooks reach it. */
  readonly webhooks: boolean;
}

export function moodOf(seed: number): Mood {
  const chance = seededChance(seedBelow(seed, 'mood'));
  return {
    trouble: chance.pick([0, 0.04, 0.08, 0.08, 0.16]),
    crash: chance.pick([0, 0.003, 0.008, 0.02]),
    weather: chance.pick([0, 0.02, 0.04, 0.08]),
    customerTimeMs: chance.happens(0.04) ? 600_000 : chance.pick([45_000, 60_000, 90_000, 120_000]),
    tokenLifeSeconds: chance.pick([30, 300, 3600]),
    pushAllowed: !chance.happens(0.08),
    receiptsRefused: chance.happens(0.2),
    createsLost: chance.happens(0.02),
    webhooks: chance.happens(0.85),
  };
}
