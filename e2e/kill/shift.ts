/**
 * A shift: one data folder, one till that is killed and started again so many times, and then, in peace, brought to an end
 * and audited. The till's own log counts as a witness: what it calls an error is a finding.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CashierView } from '../../app/contract/view.ts';
import { audit, type Books } from '../../main/simulation/auditor.ts';
import type { Chance } from '../../main/simulation/chance.ts';
import { journalRows } from '../../main/simulation/journalRows.ts';
import { pause, wallNow } from '../bench/wallTime.ts';
import { newHome } from '../fixtures/tillHome.ts';
import { type Glances, takeGlances } from './glances.ts';
import type { Hand } from './hand.ts';
import type { KillHost, Life } from './hosts.ts';
import type { Instant, Moment, RecoveryInstant } from './instants.ts';
import { beginSale, fumble, leads } from './leads.ts';
import type { Line } from './line.ts';
import { people, type Registry } from './registry.ts';
import type { ServiceBooks } from './serviceBooks.ts';

/** What all shifts of a run share. */
export interface Scene {
  readonly host: KillHost;
  readonly line: Line;
  readonly registry: Registry;
  readonly service: ServiceBooks;
  readonly environment: Readonly<Record<string, string>>;
  readonly chance: Chance;
  readonly customer: Hand['customer'];
}

export interface Shift {
  /** What happened so far, line by line. */
  readonly story: readonly string[];
  /** Kills its till at the instant; `false` where the instant never came, and the till was killed all the same. */
  killAt(instant: Instant): Promise<boolean>;
  /** Whether the till that died left a payment open, so that there is something to come back to. */
  leftOpen(): boolean;
  /** The same for a till that is coming back. */
  killComingBack(instant: RecoveryInstant): Promise<boolean>;
  /** Starts the till for good. */
  comeBack(): Promise<void>;
  /** Waits until everything is final, ends the till and audits. */
  close(): Promise<ShiftResult>;
  /** Ends the till and throws everything away, whatever state it is in. */
  abandon(): Promise<void>;
}

export interface ShiftResult {
  readonly findings: readonly string[];
  readonly endings: ReadonlyMap<string, number>;
  readonly sales: number;
  readonly payments: number;
}

/** How long an instant is waited for, and how long the end of everything, before it is called missing. Generous. */
const instantPatienceMs = 10_000;
const closingPatienceMs = 60_000;
/** Share of the killed tills that are not started again at once, and after how long they are. */
const stayOff = 0.06;
const longestOffMs = 8000;
const mostLooks = 500;
const closedStates = [
  'captured',
  'partlyRefunded',
  'refunded',
  'declined',
  'expired',
  'refused',
  'cancelled',
];

export async function openShift(scene: Scene, number: number): Promise<Shift> {
  const { host, line, chance, service } = scene;
  const home = newHome();
  const given = { home, environment: scene.environment };
  const before = await service.read();
  const purchasesBefore = scene.registry.purchases().length;
  const from = wallNow();
  const story: string[] = [];
  const findings: string[] = [];
  const tell = (what: string) =>
    void story.push(`${String(Math.round(wallNow() - from)).padStart(7)} ms ${what}`);
  const glances = takeGlances({ now: service.now, tell });
  let life: Life | null = null;
  let kill = async () => {};
  let open = false;
  /** Milliseconds from a start to being ready, of the last one that got there. */
  let startMs = 300;

  /** A hand at the till that runs now; with the till's death it rests. */
  function handNow(): Hand {
    const mine = life;
    const hand: Hand = {
      chance,
      line,
      async call(name, input) {
        if (mine === null || mine !== life) return null;
        try {
          return await mine.call(name, input);
        } catch {
          return null;
        }
      },
      press(name, input) {
        if (mine !== life) return;
        tell(`${name} ${JSON.stringify(input)}`);
        void hand.call(name, input);
      },
      see: glances.now,
      until: (wished) => glances.until(wished, instantPatienceMs),
      customer: scene.customer,
    };
    return hand;
  }

  async function start(): Promise<boolean> {
    const spawned = wallNow();
    glances.newLife();
    let ended = false;
    let born: (end: () => Promise<void>) => void = () => undefined;
    const process = new Promise<() => Promise<void>>((resolve) => {
      born = resolve;
    });
    kill = async () => {
      ended = true;
      // A desktop takes a while until there is anything to kill.
      await (await process)();
    };
    try {
      const till = await host.start(given, born);
      startMs = wallNow() - spawned;
      await till.watch(glances);
      life = till;
      return true;
    } catch (thrown) {
      born(async () => undefined);
      // Whoever was killed on the way is not expected to arrive.
      if (ended) return false;
      throw thrown;
    }
  }

  async function die(where: string): Promise<void> {
    open = isOpen(glances.now()) ?? open;
    tell(`killed: ${where}`);
    await kill();
    line.disarm();
    life = null;
  }

  /** Resolves with whether the moment came. */
  function comes(moment: Moment): Promise<boolean> {
    if (moment.on === 'screen') {
      return glances.until(moment.shows, instantPatienceMs).then((view) => view !== null);
    }
    if (moment.on === 'clock') {
      return pause(chance.below(moment.within)).then(() => true);
    }
    return Promise.race([line.trap(moment).then(() => true), pause(instantPatienceMs).then(() => false)]);
  }

  function throwAway(): Promise<void> {
    return rm(home, { recursive: true, force: true, maxRetries: 5 });
  }

  async function comeBack(): Promise<void> {
    await start();
    tell('started');
    await line.letOn();
  }

  async function close(): Promise<ShiftResult> {
    tell('calm');
    findings.push(...(await settle(handNow(), glances)));
    await kill();
    life = null;
    const after = await service.read();
    const journal = await journalRows(join(home, 'training'));
    findings.push(
      ...audit({
        ledger: since(before, after),
        journal,
        glances: glances.all,
        purchases: scene.registry.purchases().slice(purchasesBefore),
        names: people.map(({ name }) => name),
      }),
      ...errorsLogged(join(home, 'training', 'log')),
    );
    await throwAway();
    return {
      findings,
      endings: glances.endings(),
      sales: journal.filter(({ kind }) => kind === 'opened').length,
      payments: after.payments.length - before.payments.length,
    };
  }

  // The club's registry is the store's own, so that a purchase is a call that can be lost; it counts from the next start.
  await start();
  const tillNumber = String(number).padStart(2, '0');
  await handNow().call('settings.update', {
    members: { kind: 'http', url: `${line.url}/registry` },
    store: { name: 'Bekkelund Sport', place: 'Storgata', tillNumber },
  });
  await kill();
  await comeBack();

  return {
    story,
    leftOpen: () => open,
    async killAt({ name, lead, moment }) {
      const hand = handNow();
      open = false;
      if (chance.happens(0.3)) await fumble(hand, chance.between(1, 5));
      await beginSale(hand, leads[lead]);
      tell(`next: ${name}`);
      const came = comes(moment);
      void leads[lead].play(hand);
      const hit = await came;
      await die(hit ? name : `waited in vain for "${name}"`);
      // Some tills stay off for longer than a customer has time, and the world goes on.
      if (chance.happens(stayOff)) await pause(chance.below(longestOffMs));
      return hit;
    },
    async killComingBack({ name, moment }) {
      const came = moment.on === 'start' || moment.on === 'ready' ? null : comes(moment);
      const starting = start();
      // It is awaited below; until then nobody listens whether it goes wrong.
      starting.catch(() => undefined);
      let hit = true;
      if (moment.on === 'start') await pause(chance.below(startMs));
      else if (moment.on === 'ready') await starting;
      else hit = (await came) ?? false;
      await die(hit ? name : `waited in vain for "${name}"`);
      await starting;
      return hit;
    },
    comeBack,
    close,
    async abandon() {
      await kill();
      await throwAway();
    },
  };
}

/** `null` where nobody knows: the till has not said anything. */
function isOpen(view: CashierView | null): boolean | null {
  if (view === null) return null;
  const state = view.sale?.payment?.state;
  return state !== undefined && !closedStates.includes(state);
}

/** Nobody does anything more; each sale that was put aside is looked at once its payment has come to an end. */
async function settle(hand: Hand, glances: Glances): Promise<readonly string[]> {
  const isQuiet = (view: CashierView) => isOpen(view) !== true && view.sale?.payment?.checking !== true;
  for (let looks = 0; ; looks += 1) {
    const view = await glances.until(isQuiet, closingPatienceMs);
    if (looks === mostLooks) return ['I9: the sales that were put aside do not become fewer'];
    if (view === null) return [`I9: not final by itself: ${JSON.stringify(glances.now()?.sale?.payment)}`];
    if (!(await hand.call('sale.next', {}))?.ok) await hand.call('sale.discard', {});
    const parked = await hand.call('sale.parked', {});
    const one = parked?.ok ? parked.value[0] : undefined;
    if (one === undefined) break;
    await hand.call('sale.recall', { saleId: one.saleId });
    await glances.until(({ sale }) => sale?.id === one.saleId, closingPatienceMs);
  }
  const owes = ({ attention }: CashierView) =>
    attention.some(({ kind }) => kind === 'attention.purchaseWaits' || kind === 'attention.receiptWaits');
  const done = await glances.until((view) => view.sale === null && !owes(view), closingPatienceMs);
  return done === null ? [`I9: still owed: ${JSON.stringify(glances.now()?.attention)}`] : [];
}

/** What the service wrote down during the shift: at its beginning everything before was final. */
function since(before: Books['ledger'], after: Books['ledger']): Books['ledger'] {
  return {
    ...after,
    payments: after.payments.slice(before.payments.length),
    operations: after.operations.slice(before.operations.length),
  };
}

function errorsLogged(folder: string): readonly string[] {
  const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  // What the machine lacks to read scanners with is no defect of the till.
  const errors = lines.filter((line) => line.includes('"level":"error"') && !line.includes('"event":"hid.'));
  return errors.map((line) => `the till's log: ${line}`);
}
