/**
 * A machine's controller, to try out and to begin one's own from. It plays the machine: goods leave after a moment, or
 * fail where it was told so. `node docs/controller/controller.ts --help`; what it says to the till is told in README.md.
 */

import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addressFrom, type Machine, type Money, tillAt } from './till.ts';

const usage = `node controller.ts [--line FILE] [--stock SKU=COUNT[@AGE][:DOOR],…] [--auto SKU,…] [--choose SKU,…] [--fail SKU,…]
                   [--dispense-ms N]

  --line FILE      the one line of JSON that the till printed; otherwise KLUBBKASSA_URL and KLUBBKASSA_KIOSK_TOKEN
  --stock LIST     what is in the machine, with the age a buyer must have and what stands
                   on the door: UL-003=5:A1,KO-002=2@18:B4. It replaces the till's whole list
  --auto LIST      every customer takes these, one after another; otherwise it asks here
  --choose LIST    a machine that no scan reaches: one customer after another chooses one of these, and pays for it by a
                   one-time code on the machine's screen
  --fail LIST      these get stuck
  --dispense-ms N  how long the machine needs for one; 2000 unless told otherwise
`;

const words: Readonly<Record<string, string>> = {
  unreachable: 'the till does not answer',
  nothingReserved: 'nothing is reserved, or not any more; what was told too late is paid by nobody',
  machineBusy: 'somebody is being served, or another one is being handed out',
  machineOutOfOrder: 'it is out of order',
  soldOut: 'there is none of it, or the till does not know it',
  ageLimit: 'this customer’s age was not checked for it',
  reservedTooLittle: 'it costs more than what is left of the reservation',
  inputUnreadable: 'the till could not read the call',
  notAllowed: 'this token may not do that; it takes the kiosk’s',
  senderUnknown: 'the till does not know this token',
  diskFull: 'the till’s disk is full, and it sells nothing that it cannot write down',
};

interface Slot {
  readonly sku: string;
  stock: number;
  readonly minimumAge?: number;
}

const { values: options } = parseArgs({
  options: {
    line: { type: 'string' },
    stock: { type: 'string' },
    auto: { type: 'string' },
    choose: { type: 'string' },
    fail: { type: 'string', default: '' },
    'dispense-ms': { type: 'string', default: '2000' },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  process.stdout.write(usage);
  process.exit(0);
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const till = tillAt(() => addressFrom(options.line ?? null), say);
/** The machine counts; the till is told. `null`: the till goes by what it was told last. */
const slots = options.stock === undefined ? null : slotsOf(options.stock);
const auto = options.auto?.split(',') ?? null;
/** What customers will still choose, the next one first. */
const wishes = options.choose?.split(',') ?? [];
const stuck = options.fail.split(',');
const dispenseMs = Number(options['dispense-ms']);

/** The machine's own trouble, kept over a restart of the till, which forgets it. */
let trouble: string | null = null;
/** One customer's wish at a time. */
let busy = false;
/** The item that this controller asked for last, of the sale that runs. */
let mine: string | null = null;
/** The one that was chosen before it was paid, until it is moved; `isShown` once the till has told of it. */
let chosen: { readonly itemId: string; readonly sku: string; isShown: boolean } | null = null;
/** The item that was on its way when this controller came: whether it moved, nobody knows. */
let leftBehind: string | null = null;
let isNew = true;
let seen: Machine | null = null;
let shown = '';

/** What the till does not know when it has just started: what is in the machine, and whether it works. */
async function introduce(): Promise<void> {
  say('Connected to the till.');
  isNew = true;
  if (slots !== null) {
    const told = await tell<{ notSold: readonly string[] }>('vending.stock', { slots });
    for (const sku of told?.notSold ?? []) say(`  ${sku} is not in the till's list of goods, and not sold.`);
  }
  if (trouble === null) await tell('vending.open');
  else await tell('vending.fault', { reason: trouble });
  // A till that was restarted has closed what was chosen; its next state says whether it still stands.
  if (chosen !== null) chosen.isShown = true;
}

async function tell<T = null>(name: string, input: object = {}): Promise<T | null> {
  const answer = await till.call<T>(name, input);
  if (answer.ok) return answer.value;
  say(`  ${name}: ${words[answer.fault.kind] ?? answer.fault.kind}.`);
  return null;
}

/** A turn that is over by the time the till hears of it is nobody else's: it refuses, or has nothing to finish. */
async function tellOf<T = null>(turn: string | null, name: string, input: object = {}): Promise<T | null> {
  if (turn !== null) return tell<T>(name, { turn, ...input });
  say('  Nobody is being served.');
  return null;
}

/** The customer wants this one. Nothing moves before the till has said yes, and only what was seen to leave is told so. */
async function vend(turn: string | null, sku: string): Promise<boolean> {
  const taken = await tellOf<{ itemId: string }>(turn, 'vending.take', { sku });
  if (taken === null) return false;
  await handOut(taken.itemId, sku);
  return true;
}

/** The customer wants this one and has not paid yet: it moves in the phase `dispensing`, not before. */
async function choose(sku: string): Promise<void> {
  const answer = await tell<{ itemId: string }>('vending.choose', { sku });
  if (answer !== null) chosen = { itemId: answer.itemId, sku, isShown: false };
}

/** Whether it left. */
async function handOut(itemId: string, sku: string): Promise<boolean> {
  mine = itemId;
  say(`  ${sku} is being handed out …`);
  await pause(dispenseMs);
  const outcome = stuck.includes(sku) ? 'failed' : 'dispensed';
  say(outcome === 'dispensed' ? `  ${sku} has left the machine.` : `  ${sku} is stuck.`);
  await settle(itemId, outcome);
  // Not before the till has heard it: it takes one off itself, and would be told of the same one twice.
  const slot = slots?.find((one) => one.sku === sku);
  if (slot !== undefined && outcome === 'dispensed') slot.stock -= 1;
  return outcome === 'dispensed';
}

/** Told until the till has heard it: an answer that got lost leaves open whether it has. */
async function settle(itemId: string, outcome: 'dispensed' | 'failed'): Promise<void> {
  for (;;) {
    const answer = await till.call('vending.settle', { itemId, outcome });
    if (answer.ok) return;
    say(`  vending.settle: ${words[answer.fault.kind] ?? answer.fault.kind}.`);
    if (answer.fault.kind !== 'unreachable') return;
    await pause(1000);
  }
}

/** One thing at a time, and the newest state is looked at once more after it. */
async function act(): Promise<void> {
  if (busy) return;
  busy = true;
  for (let looked: Machine | null = null; looked !== seen; ) {
    looked = seen;
    if (looked !== null) await step(looked);
  }
  busy = false;
}

/** What is due follows from the state alone, so nothing is lost over a break of the line or a restart of either side. */
async function step({ phase, turn, items }: Machine): Promise<void> {
  const asked = onItsWay(items);
  if (chosen !== null) {
    if (items.some(({ id }) => id === chosen?.itemId)) chosen.isShown = true;
    else if (chosen.isShown) chosen = null;
  }
  if (phase === 'dispensing' && chosen !== null && asked?.id === chosen.itemId) {
    const { itemId, sku } = chosen;
    chosen = null;
    const left = await handOut(itemId, sku);
    // Nobody stands here to take another one for it: it goes back at once.
    if (!left && options.choose !== undefined) await tellOf(turn, 'vending.done');
  } else if (phase === 'idle' && chosen === null) {
    mine = null;
    const wish = wishes.shift();
    if (wish !== undefined) await choose(wish);
  } else if (phase === 'dispensing' && asked !== undefined && asked.id !== mine) {
    if (asked.id === leftBehind) {
      // Of a controller that is gone: nobody saw it leave, so nobody pays for it.
      say(`  ${asked.name} was asked for, and nothing has moved.`);
      await settle(asked.id, 'failed');
    } else {
      // By the customer, on the till's screen.
      await handOut(asked.id, asked.sku);
    }
  } else if (phase === 'choosing' && auto !== null) {
    // A state from before the last answer; the one after it is under way.
    if (mine !== null && !items.some(({ id, state }) => id === mine && state !== 'asked')) return;
    const wish = auto[items.length];
    if (wish === undefined || !(await vend(turn, wish))) await tellOf(turn, 'vending.done');
  } else if (phase !== 'choosing' && phase !== 'dispensing') mine = null;
}

function onItsWay(items: Machine['items']): Machine['items'][number] | undefined {
  return items.find(({ state }) => state === 'asked');
}

function show(machine: Machine): void {
  const lines: Readonly<Record<Machine['phase'], () => string>> = {
    idle: () =>
      `${machine.sells === 'scanFirst' ? 'Scan the code' : 'Choose'}. In the machine: ${machine.offers.map(offer).join(', ') || 'nothing'}.`,
    asking: () =>
      machine.oneTimeCode === null ? 'The customer’s phone asks.' : `To be scanned: ${machine.oneTimeCode}`,
    choosing: () => `Choose: ${amount(machine.left)} of ${amount(machine.reserved)} can be taken.`,
    dispensing: () => `Handing out ${onItsWay(machine.items)?.name}.`,
    settling: () => 'What left the machine is captured, the rest goes back.',
    result: () => `Paid ${amount(machine.paid)}, released ${amount(machine.released)}.`,
    outOfOrder: () => `Out of order: ${machine.code}.`,
  };
  const line = `${machine.phase}: ${lines[machine.phase]()}`;
  if (line !== shown) say(line);
  shown = line;
}

function offer({ sku, name, price, stock }: Machine['offers'][number]): string {
  return `${stock} × ${name} (${sku}) at ${amount(price)}`;
}

function amount(money: Money | null): string {
  if (money === null) return 'nothing';
  const digits = String(money.minor).padStart(3, '0');
  return `${digits.slice(0, -2)},${digits.slice(-2)} ${money.currency}`;
}

function slotsOf(list: string): Slot[] {
  return list.split(',').map((one) => {
    const found = /^(?<sku>[^=]+)=(?<stock>\d{1,4})(?:@(?<age>\d{1,2}))?(?::(?<code>\w{1,6}))?$/.exec(
      one,
    )?.groups;
    if (found?.['sku'] === undefined) throw new Error(`not understood: --stock ${one}`);
    const age = found['age'] === undefined ? {} : { minimumAge: Number(found['age']) };
    const code = found['code'] === undefined ? {} : { code: found['code'] };
    return { sku: found['sku'], stock: Number(found['stock']), ...age, ...code };
  });
}

/** The keys and the service door of the machine, typed. */
async function obey(line: string): Promise<void> {
  const [verb = '', word = ''] = line.trim().split(/\s+/);
  const turn = seen?.turn ?? null;
  switch (verb) {
    case '':
      return;
    case 'take':
    case 'choose':
      if (busy) return say('  One at a time.');
      busy = true;
      await (verb === 'take' ? vend(turn, word) : choose(word));
      busy = false;
      return act();
    case 'done':
    case 'more':
      await tellOf(turn, `vending.${verb}`);
      return;
    case 'fault':
      trouble = word || 'E01';
      await tell('vending.fault', { reason: trouble });
      return;
    case 'open':
      trouble = null;
      await tell('vending.open');
      return;
    default:
      say('  take SKU · choose SKU · done · more · fault CODE · open');
  }
}

/** Nobody shall reserve money at a machine that has no controller. */
async function leave(): Promise<void> {
  await tell('vending.fault', { reason: 'K1' });
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave());
if (auto === null && options.choose === undefined)
  createInterface({ input: process.stdin }).on('line', (line) => void obey(line));

for await (const machine of till.follow(introduce)) {
  show(machine);
  if (isNew) leftBehind = machine.phase === 'dispensing' ? (onItsWay(machine.items)?.id ?? null) : null;
  isNew = false;
  seen = machine;
  void act();
}
