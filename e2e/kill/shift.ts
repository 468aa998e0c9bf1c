/**
 * A shift: one data folder, one till that is killed and started again so many times, and then, in peace, brought to an end
 * and audited. The till's own log counts as a witness: what it calls an error is a finding.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CashierView } from '../../app/contract/view.ts';
import { audit } from '../../main/simulation/auditor.ts';
import { journalRows } from '../../main/simulation/journalRows.ts';
import { pause, wallNow } from '../bench/wallTime.ts';
import { newHome } from '../fixtures/tillHome.ts';
import { type Glances, takeGlances } from './glances.ts';
import type { Hand } from './hand.ts';
import type { Instant } from './instants.ts';
import { beginSale, fumble, leads } from './leads.ts';
import { instantPatienceMs, inVain, openLives } from './lives.ts';
import { people } from './registry.ts';
import type { Shift, ShiftResult } from './run.ts';
import type { Scene } from './scene.ts';

/** How long the end of everything is waited for before it is called missing. Generous. */
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

export async function openShift(scene: Scene, number: number): Promise<Shift<Instant>> {
  const { line, chance, service } = scene;
  const home = newHome();
  const from = wallNow();
  const story: string[] = [];
  const findings: string[] = [];
  const tell = (what: string) =>
    void story.push(`${String(Math.round(wallNow() - from)).padStart(7)} ms ${what}`);
  const glances = takeGlances({ now: service.now, tell });
  const lives = openLives({ scene, home, screens: glances, sightings: glances, tell });
  let open = false;

  /** A hand at the till that runs now; with the till's death it rests. */
  function handNow(): Hand {
    const ask = lives.ask();
    return {
      chance,
      line,
      call: ask,
      press(name, input) {
        tell(`${name} ${JSON.stringify(input)}`);
        void ask(name, input);
      },
      see: glances.now,
      until: (wished) => glances.until(wished, instantPatienceMs),
      customer: scene.wallet.customer,
    };
  }

  function die(where: string): Promise<void> {
    open = isOpen(glances.now()) ?? open;
    return lives.die(where);
  }

  async function comeBack(): Promise<void> {
    await lives.start();
    tell('started');
    await line.letOn();
  }

  async function close(): Promise<ShiftResult> {
    tell('calm');
    findings.push(...(await settle(handNow(), glances)));
    await lives.die(null);
    const ledger = await service.read();
    const journal = await journalRows(join(home, 'training'));
    findings.push(
      ...audit({
        ledger,
        journal,
        glances: glances.all,
        purchases: scene.registry.purchases(),
        names: people.map(({ name }) => name),
      }),
      ...errorsLogged(home),
    );
    await lives.throwAway();
    return {
      findings,
      endings: glances.endings(),
      sales: journal.filter(({ kind }) => kind === 'opened').length,
      payments: ledger.payments.length,
    };
  }

  // The club's registry is the store's own, so that a purchase is a call that can be lost; it counts from the next start.
  await lives.start();
  const tillNumber = String(number).padStart(2, '0');
  await handNow().call('settings.update', {
    members: { kind: 'http', url: `${line.url}/registry` },
    store: { name: 'Bekkelund Sport', place: 'Storgata', tillNumber },
  });
  await lives.die(null);
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
      const came = lives.comes(moment);
      void leads[lead].play(hand);
      const hit = await came;
      await die(hit ? name : inVain(name));
      // Some tills stay off for longer than a customer has time, and the world goes on.
      if (chance.happens(stayOff)) await pause(chance.below(longestOffMs));
      return hit;
    },
    async killComingBack(coming) {
      const hit = await lives.dieComingBack(coming);
      open = isOpen(glances.now()) ?? open;
      return hit;
    },
    comeBack,
    close,
    async abandon() {
      await lives.die(null);
      await lives.throwAway();
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

export function errorsLogged(home: string): readonly string[] {
  const folder = join(home, 'training', 'log');
  const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  // What the machine lacks to read scanners with is no defect of the till.
  const errors = lines.filter((line) => line.includes('"level":"error"') && !line.includes('"event":"hid.'));
  return errors.map((line) => `the till's log: ${line}`);
}
