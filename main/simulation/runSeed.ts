/** One seed, one day in the life of a till: rough at first, then an hour of calm, then the audit. */

import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../app/ports/Catalogue.ts';
import type { Ports } from '../../app/ports/Ports.ts';
import { audit } from './auditor.ts';
import { actClumsily } from './clumsyCashier.ts';
import { goodsForSale } from './goods.ts';
import { journalRows } from './journalRows.ts';
import { type Glance, watchScreens } from './screens.ts';
import { createWorld, people, type World } from './world.ts';

export interface SeedOptions {
  readonly seed: number;
  /** Where the journals are made; a memory disk makes them fast. */
  readonly scratch: string;
  readonly deeds?: number;
  readonly plant?: (ports: Ports) => Ports;
}

export interface SeedResult {
  readonly seed: number;
  /** Rules that were broken, and defects; empty when all is well. */
  readonly problems: readonly string[];
  /** What happened, in order: deeds, deaths, what the cashier's screen said. */
  readonly story: readonly string[];
  /** Of the story: two runs of one seed have the same. */
  readonly fingerprint: string;
  readonly tried: ReadonlyMap<string, number>;
  /** Final states of payments on the cashier's screen, and how often each was reached. */
  readonly endings: ReadonlyMap<string, number>;
  readonly crashes: number;
  readonly steps: number;
}

const hourMs = 3_600_000;

export async function runSeed(options: SeedOptions): Promise<SeedResult> {
  const { seed } = options;
  const folder = join(options.scratch, `seed-${seed}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const goods: Catalogue = goodsForSale();
  const plant = options.plant === undefined ? {} : { plant: options.plant };
  const world = await createWorld({ seed, folder, goods, trouble: 0.07, crash: 0.006, ...plant });
  const story: string[] = [];
  const glances: Glance[] = [];
  const problems: string[] = [];
  const endings = new Map<string, number>();
  const tell = (what: string) => story.push(`${stamp(world)} ${what}`);
  const broken = (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    problems.push(`defect: ${text}`);
  };
  const unhandled = (error: unknown) => broken(error);
  process.on('unhandledRejection', unhandled);

  watchScreens(world, (glance) => {
    glances.push(glance);
    const payment = glance.cashier.sale?.payment;
    if (!payment) return;
    const line = `  ${payment.reference} ${payment.state}${payment.checking ? ' (checking)' : ''} ${payment.says.key}`;
    if (!story.at(-1)?.endsWith(line)) tell(line);
    if (['captured', 'declined', 'expired', 'refused', 'cancelled'].includes(payment.state)) {
      const ending = payment.says.key;
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
    }
  });

  await world.powerOn();
  const deeds = options.deeds ?? 45;
  for (let i = 0; i < deeds; i += 1) {
    await world.time.pass(world.chance.between(50, world.chance.happens(0.15) ? 30_000 : 4000));
    await happening(world, tell);
    tell(actClumsily(world, broken));
  }
  world.calm();
  tell('calm');
  await world.powerOn();
  await settleDown(world, tell);

  const purchases = world.club.purchases.map(({ saleId }) => saleId);
  const ledger = world.service.ledger();
  await world.close();
  const journal = await journalRows(folder);
  problems.push(...audit({ ledger, journal, glances, purchases, names: people.map(({ name }) => name) }));
  process.off('unhandledRejection', unhandled);
  rmSync(folder, { recursive: true, force: true });

  const fingerprint = createHash('sha256').update(story.join('\n')).digest('hex');
  const { tried } = world.network;
  return {
    seed,
    problems,
    story,
    fingerprint,
    tried,
    endings,
    crashes: world.crashes(),
    steps: world.steps(),
  };
}

/** What the world does by itself: power, disk, clock. */
async function happening(world: World, tell: (what: string) => void): Promise<void> {
  const { chance, disk, time } = world;
  if (world.till() === null && chance.happens(0.5)) {
    tell('the till starts');
    await world.powerOn();
  } else if (chance.happens(0.02)) {
    tell('the plug is pulled');
    world.powerCut();
  }
  if (chance.happens(0.03)) {
    const trouble = chance.pick(['full', 'busy', 'readOnly'] as const);
    tell(`the disk is ${trouble}`);
    disk.fail(trouble, chance.below(3));
  } else if (chance.happens(0.3)) {
    disk.fail(null);
  }
  if (chance.happens(0.03)) {
    const jump = chance.pick([-86_400_000, -3_600_000, -60_000, 60_000, 3_600_000, 86_400_000]);
    tell(`the clock jumps by ${jump / 1000} s`);
    time.jump(jump);
  }
}

/** An hour in which nobody does anything: the cashier looks at each sale once and goes home. */
async function settleDown(world: World, tell: (what: string) => void): Promise<void> {
  for (let minute = 0; minute < 60; minute += 1) {
    await world.time.pass(hourMs / 60);
    if (world.till() === null) await world.powerOn();
    const till = world.till();
    if (till === null) continue;
    const moving = [...till.state().sales.values()].some((sale) =>
      sale.payments.some(
        (payment) => !['captured', 'declined', 'expired', 'refused', 'cancelled'].includes(payment.state),
      ),
    );
    if (!moving) {
      await world.time.pass(60_000);
      break;
    }
  }
  tell('the day is over');
}

function stamp(world: World): string {
  return `${Math.round(world.time.monotonic())} ms`.padStart(11);
}
