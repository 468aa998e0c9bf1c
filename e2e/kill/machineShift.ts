/**
 * A shift of a machine without staff: one data folder, one till that is killed with customers before it, and in the end
 * an audit by what physically left. What a till has confirmed as dispensed is paid for, whatever died afterwards.
 */

import { join } from 'node:path';
import type { DisplayView } from '../../app/contract/view.ts';
import { type JournalRow, journalRows } from '../../main/simulation/journalRows.ts';
import { auditMachine, handedIn, isReceipted, type Said } from '../../main/simulation/machineAuditor.ts';
import { pause, wallNow } from '../bench/wallTime.ts';
import { newHome } from '../fixtures/tillHome.ts';
import { instantPatienceMs, inVain, openLives } from './lives.ts';
import type { MachineInstant } from './machineInstants.ts';
import { leadTo, machineLeads } from './machineLeads.ts';
import { openMotors } from './machineMotors.ts';
import type { Shift, ShiftResult } from './run.ts';
import type { Scene } from './scene.ts';
import { errorsLogged } from './shift.ts';
import { takeSightings } from './sightings.ts';

/** How long the end of one customer's turn is waited for: a create that never arrived is looked for that long. */
const endPatienceMs = 150_000;
const lookAgainMs = 100;
/** Of the sample goods: a reservation for the dearest is enough for two of the cheapest. */
const kinds = ['termos', 'drikkeflaske'];
/** More than anybody takes in a shift. */
const stock = 500;

interface Shown {
  readonly at: number;
  readonly item: string;
  readonly paid: number;
}

export async function openMachineShift(scene: Scene, number: number): Promise<Shift<MachineInstant>> {
  const { line, chance, service, wallet } = scene;
  const home = newHome();
  const from = wallNow();
  const story: string[] = [];
  const findings: string[] = [];
  const shown: Shown[] = [];
  const tell = (what: string) =>
    void story.push(`${String(Math.round(wallNow() - from)).padStart(7)} ms ${what}`);
  const display = takeSightings<DisplayView>();
  const goods = new Map<string, { readonly sku: string; readonly price: number }>();
  const lives = openLives<DisplayView>({
    scene,
    home,
    screens: { cashier: () => undefined, display: see },
    sightings: display,
    tell,
  });
  const motors = openMotors({
    service,
    chance,
    ask: lives.ask,
    skuOf: (name) => goods.get(name)?.sku ?? name,
    tell,
  });
  let toldPhase = '';

  function see(view: DisplayView): void {
    const { machine } = view;
    if (machine !== null && machine.phase !== toldPhase) tell(`  ${machine.phase}`);
    toldPhase = machine?.phase ?? '';
    const [item] = machine?.items ?? [];
    if (machine?.phase === 'result' && machine.paid !== null && item !== undefined)
      shown.push({ at: service.now(), item: item.id, paid: machine.paid.minor });
    motors.see(view);
    display.see(view);
  }

  async function comeBack(): Promise<void> {
    await lives.start();
    tell('started');
    await line.letOn();
  }

  /** Nobody is before the machine any more, or only who reads what they paid. */
  async function isFree(): Promise<boolean> {
    return (await display.until((view) => !isServing(view), endPatienceMs)) !== null;
  }

  async function close(): Promise<ShiftResult> {
    tell('calm');
    if (!(await isFree())) findings.push(`I9: not over by itself: ${display.now()?.machine?.phase}`);
    const patience = wallNow() + endPatienceMs;
    while (!isReceipted(await service.read()) && wallNow() < patience) await pause(lookAgainMs);
    await lives.die(null);
    const ledger = await service.read();
    const journal = await journalRows(join(home, 'training'));
    const { left, confirmed } = motors;
    const said = saidOf(shown, journal, ledger);
    const prices = new Map([...goods.values()].map(({ sku, price }) => [sku, price]));
    const nothing = { ages: new Map(), scanned: [], unsettled: [], forgeriesTaken: 0 };
    findings.push(
      ...auditMachine({ ...nothing, ledger, journal, left, prices, said }),
      ...lostWords(confirmed, journal),
      ...errorsLogged(home),
    );
    await lives.throwAway();
    return {
      findings,
      endings: endingsIn(journal),
      sales: journal.filter(({ kind }) => kind === 'opened').length,
      payments: ledger.payments.length,
    };
  }

  await lives.start();
  const ask = lives.ask();
  const tillNumber = String(number).padStart(2, '0');
  await ask('settings.update', { store: { name: 'Bekkelund Sport', place: 'Storgata', tillNumber } });
  await lives.die(null);
  await comeBack();
  const again = lives.ask();
  await again('staticQr.put', { location: 'Automat 1' });
  const codes = await again('staticQr.list', {});
  const code = (codes?.ok && codes.value[0]?.content) || '';
  for (const text of kinds) {
    const found = await again('catalogue.search', { text });
    for (const { sku, name, price } of found?.ok ? found.value : [])
      goods.set(name, { sku, price: price.minor });
  }
  await again('vending.stock', { slots: [...goods.values()].map(({ sku }) => ({ sku, stock })) });

  return {
    story,
    leftOpen() {
      const view = display.now();
      return view !== null && isServing(view);
    },
    async killAt({ name, lead, moment }) {
      if (!(await isFree())) throw new Error(`the machine is ${display.now()?.machine?.phase} for ever`);
      tell(`next: ${name}`);
      let over = false;
      const isOver = () => over;
      const stand = { chance, ask: lives.ask(), wallet, code, motors, until: display.until, tell, isOver };
      // Armed before the customer comes, for it is soon over; but what the one before has paid is not this one's moment.
      const came =
        moment.on === 'screen'
          ? display.until(isServing, instantPatienceMs).then(() => lives.comes(moment))
          : lives.comes(moment);
      void leadTo(stand, machineLeads[lead]).catch((thrown) => tell(`the lead broke off: ${thrown}`));
      const hit = await came;
      over = true;
      await lives.die(hit ? name : inVain(name));
      return hit;
    },
    killComingBack: lives.dieComingBack,
    comeBack,
    close,
    async abandon() {
      await lives.die(null);
      await lives.throwAway();
    },
  };
}

function isServing({ machine }: DisplayView): boolean {
  return machine !== null && machine.phase !== 'idle' && machine.phase !== 'result';
}

/** Which payment a screen spoke of follows from the goods on it. */
function saidOf(
  shown: readonly Shown[],
  journal: readonly JournalRow[],
  ledger: Parameters<typeof auditMachine>[0]['ledger'],
): readonly Said[] {
  const handed = handedIn(journal);
  return shown.flatMap(({ at, item, paid }) => {
    const saleId = handed.find((one) => one.item === item)?.saleId;
    const payment = ledger.payments.find(({ metadata }) => metadata?.['saleId'] === saleId);
    return payment === undefined ? [] : [{ at, paid, reference: payment.reference }];
  });
}

/** What a till has answered with "ok" is written, and stays so. */
function lostWords(confirmed: readonly string[], journal: readonly JournalRow[]): readonly string[] {
  const handed = handedIn(journal);
  return confirmed
    .filter((item) => handed.find((one) => one.item === item)?.outcome !== 'dispensed')
    .map((item) => `I6: ${item} was confirmed as dispensed, and the journal does not say so`);
}

function endingsIn(journal: readonly JournalRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, body } of journal) {
    const why = kind === 'vendingEnded' ? /"why":"(\w+)"/.exec(body)?.[1] : undefined;
    if (why !== undefined) counts.set(`turn ended: ${why}`, (counts.get(`turn ended: ${why}`) ?? 0) + 1);
  }
  return counts;
}
