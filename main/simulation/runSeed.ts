/** One seed, one day in the life of a till: rough at first, then an hour of calm and a night, then the audit. */

import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isFinal } from '../../app/domain/payment.ts';
import { saleState } from '../../app/domain/sale.ts';
import type { TillState } from '../../app/domain/tillState.ts';
import { instant } from '../../app/kernel/time.ts';
import { memoryStock } from '../../app/testing/memoryStock.ts';
import { journalSteps } from '../journal/migrations.ts';
import { openStore } from '../journal/open.ts';
import type { Counts } from './coverage.ts';
import { createFate, type Stroke } from './fate.ts';
import { goodsForSale } from './goods.ts';
import { type JournalRow, journalRows } from './journalRows.ts';
import type { Day } from './kindOfDay.ts';
import { type KindName, kinds } from './kinds.ts';
import { simulatedTime } from './simulatedTime.ts';
import { type Entry, entriesOf, inOrder } from './story.ts';
import { createWeather } from './weather.ts';
import { createWorld, type World } from './world.ts';

export interface SeedOptions {
  readonly seed: number;
  /** Where the journals are made; a memory disk makes them fast. Holds what `prepareScratch` put there. */
  readonly scratch: string;
  /** Whose day it is; with a cashier unless told. */
  readonly kind?: KindName;
  /** Strokes of fate that do not happen this time. */
  readonly leftOut?: ReadonlySet<string>;
}

export interface SeedResult {
  readonly seed: number;
  /** Rules that were broken, and defects; empty when all is well. */
  readonly problems: readonly string[];
  /** What happened, in order, at the till, at the service and on the screens. */
  readonly story: readonly Entry[];
  /** Of the story: two runs of one seed have the same. */
  readonly fingerprint: string;
  /** What cashier, customers and world did to the till. */
  readonly strokes: readonly Stroke[];
  readonly counts: Counts;
  readonly steps: number;
}

const began = Date.UTC(2026, 10, 23, 9);
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** The latest webhook is hours late. */
const nightMs = 8 * hourMs;
const template = 'template';

/** Makes the store that every day begins with, once. */
export async function prepareScratch(scratch: string): Promise<void> {
  const store = await openStore({
    folder: join(scratch, template),
    now: instant(began),
    steps: journalSteps,
  });
  if (!store.ok) throw new Error(`no store in ${scratch}: ${store.fault.kind}`);
  store.value.database.close();
}

export async function runSeed(options: SeedOptions): Promise<SeedResult> {
  const { seed, scratch } = options;
  const kind = kinds[options.kind ?? 'till'];
  const folder = join(scratch, `seed-${seed}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(scratch, template, 'till.sqlite'), join(folder, 'till.sqlite'));

  const entries: Entry[] = [];
  const problems: string[] = [];
  const counts = new Map<string, number>();
  const count = (name: string) => void counts.set(name, (counts.get(name) ?? 0) + 1);
  const time = simulatedTime(began);
  const fate = createFate(seed, options.leftOut);
  const tell = (what: string, where: Entry['where'] = 'till') =>
    void entries.push({ at: time.monotonic(), where, what });
  const world = createWorld({
    mood: kind.moodOf(seed),
    fate,
    folder,
    config: kind.config,
    goods: goodsForSale(),
    stock: memoryStock(kind.slots),
    time,
    count,
    tell,
  });
  const broken = (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    problems.push(`defect: ${text}`);
  };
  process.on('unhandledRejection', broken);
  const day = kind.begin(world, tell);

  await liveThrough(world, day, kind.deeds, broken);
  await settleDown(world);
  const notReady = await day.tomorrow();
  const steps = world.steps();
  const unsettled = [...unsettledIn(world.till()?.state() ?? null), ...notReady];
  const ledger = world.service.ledger();
  await world.close();
  process.off('unhandledRejection', broken);
  problems.push(...day.audit({ ledger, journal: await rowsOf(folder, world.writtenAt), unsettled }));
  rmSync(folder, { recursive: true, force: true });

  const story = inOrder([...entries, ...entriesOf(ledger, began)]);
  const told = story.map(({ at, where, what }) => `${at} ${where} ${what}`).join('\n');
  const fingerprint = createHash('sha256').update(told).digest('hex');
  return { seed, problems, story, fingerprint, strokes: fate.strokes, counts, steps };
}

async function liveThrough(
  world: World,
  day: Day,
  deeds: number,
  broken: (error: unknown) => void,
): Promise<void> {
  const pace = world.fate.stream('pace');
  const happens = createWeather(world);
  await world.powerOn();
  for (let i = 0; i < deeds; i += 1) {
    await world.time.pass(pace.between(50, pace.happens(0.15) ? 30_000 : 4000));
    await happens();
    day.act(broken);
  }
  countWebhooks(world);
  world.calm();
}

/** An hour in which nobody does anything and nothing goes wrong, and a night for what is hours late. */
async function settleDown(world: World): Promise<void> {
  for (let minute = 0; minute < 60; minute += 1) {
    await world.powerOn();
    await world.time.pass(minuteMs);
    if (unsettledIn(world.till()?.state() ?? null).length === 0) break;
  }
  await world.time.pass(nightMs);
  world.tell('the day is over');
}

/** What is not at its end, in words; without a till everything may be. */
function unsettledIn(state: TillState | null): readonly string[] {
  if (state === null) return ['the till does not start'];
  return [...state.sales.values()].flatMap((sale) => [
    ...sale.payments.filter((one) => !isFinal(one)).map((one) => `${one.reference} is ${one.state}`),
    ...(sale.purchase === 'owed' ? [`${sale.number} owes the registry a purchase`] : []),
    ...(sale.receipt === 'owed' && saleState(sale) === 'paid' ? [`${sale.number} owes a receipt`] : []),
  ]);
}

/** Those that wait for a next delivery have not happened. */
function countWebhooks({ fate, service, count }: World): void {
  const planned = fate.strokes.filter(({ id }) => id.startsWith('webhook '));
  const waiting = service.faults().filter(({ endpoint }) => endpoint === 'webhooks.delivery').length;
  for (const { what } of planned.slice(0, planned.length - waiting)) count(`webhook ${what}`);
}

/** With the times at which the service's clock stood when they were written: the till's own clock jumps. */
async function rowsOf(folder: string, writtenAt: readonly number[]): Promise<readonly JournalRow[]> {
  const rows = await journalRows(folder);
  if (rows.length !== writtenAt.length) throw new Error('entries were written that nobody saw');
  return rows.map((row, index) => ({ ...row, at: writtenAt[index] ?? Number.POSITIVE_INFINITY }));
}
