/**
 * I10, asked of everything a window is told: a till is used at random, with a seed, by cashier, customers and network,
 * and every view at every change is looked at.
 */

import { describe, expect, it } from 'vitest';
import type { Consented } from '../domain/member.ts';
import type { Msisdn } from '../domain/msisdn.ts';
import { isEnded } from '../domain/sale.ts';
import { currentSale, parkedSales } from '../domain/tillState.ts';
import { instant } from '../kernel/time.ts';
import { aMember, aShop, kari } from '../testing/shop.ts';
import { type Shop, seeded, thermos, trailFood, viewsOf, woolShirt } from '../testing/stories.ts';
import type { Till } from '../till.ts';

/** A member without consent to a name, and somebody who is no member yet. */
const nameless = '4798765432' as Msisdn;
const stranger = '4740000002' as Msisdn;
const people = [kari, nameless, stranger];

interface Run {
  readonly wrong: string[];
  readonly shown: Set<string>;
  readonly said: Set<string>;
}

const runs = await Promise.all(Array.from({ length: 240 }, (_, seed) => use(seed, 45)));

describe('a till used at random', () => {
  it.each([
    'a number on the display',
    'a number on the till',
    'a name without consent',
    'another sale on the display',
    'an ended sale on the display again',
    'a version that did not rise',
  ])('never shows %s', (kind) => {
    expect(runs.flatMap(({ wrong }) => wrong.filter((one) => one.startsWith(kind))).slice(0, 5)).toEqual([]);
  });

  it('has shown every face of the customer’s screen, and said what a till can say of a payment', () => {
    const shown = new Set(runs.flatMap((run) => [...run.shown]));
    const all = ['basket', 'checking', 'greeting', 'idle', 'join', 'notCompleted', 'qr', 'thanks', 'waiting'];
    expect([...shown].sort()).toEqual(all);
    const said = [...new Set(runs.flatMap((run) => [...run.said]))];
    expect(said).toEqual(
      expect.arrayContaining([
        'payment.approved',
        'payment.cancelled',
        'payment.cancelling',
        'payment.checkingCancel',
        'payment.checkingCapture',
        'payment.checkingCreate',
        'payment.declined',
        'payment.expired',
        'payment.paid',
        'payment.released',
        'payment.sending',
        'payment.silent',
        'payment.waiting',
        'payment.waitingQr',
      ]),
    );
  });
});

async function use(seed: number, steps: number): Promise<Run> {
  const draw = seeded(seed);
  const shop = aShop();
  shop.members.set(nameless, aMember('m-2', null));
  /** Ended sales that the customer's screen was seen without. */
  const gone = new Set<string>();
  const run: Run = { wrong: [], shown: new Set(), said: new Set() };
  let till = open(shop, run, seed, gone);
  for (let step = 0; step < steps; step += 1) {
    // One step in twenty the till is killed and started again.
    if (draw(20) === 0) {
      till.stop();
      till = open(shop, run, seed, gone);
    }
    act(shop, till, draw);
    await shop.clock.pass([0, 0, 500, 3000, 8000, 40_000][draw(6)] ?? 0);
    // Thanks pass by themselves, and then that sale is not shown any more.
    const sale = currentSale(till.state());
    if (sale !== null && isEnded(sale) && viewsOf(shop, till).display.shows === 'idle') gone.add(sale.id);
  }
  till.stop();
  await shop.clock.pass(1000);
  return run;
}

/** One thing that a cashier, a customer or the network does. What the till refuses, it refuses. */
function act(shop: Shop, till: Till, draw: (below: number) => number): void {
  const sale = currentSale(till.state());
  const payment = sale?.payments.at(-1);
  const person = people[draw(people.length)] ?? kari;
  const actions: readonly (() => unknown)[] = [
    () => till.scan([woolShirt, thermos, trailFood][draw(3)] ?? thermos),
    () => till.scan([woolShirt, thermos, trailFood][draw(3)] ?? thermos),
    () => {
      shop.world.exchanged = person;
      return till.scan(`https://qr.vipps.no/28/2/01/031/${person}?v=1`);
    },
    () => {
      shop.world.exchanged = person;
      return till.scan('https://qr.vipps.no/p/token-of-somebody');
    },
    () => till.setPhone(`+${person}`),
    () => till.requestPayment('push'),
    () => till.requestPayment('push'),
    () => till.requestPayment('qr'),
    () => till.resendPayment('qr'),
    () => till.cancelPayment(),
    () => payment && shop.wallet.customer(payment.reference, 'AUTHORIZED'),
    () => payment && shop.wallet.customer(payment.reference, 'AUTHORIZED'),
    () => payment && shop.wallet.customer(payment.reference, draw(2) === 0 ? 'ABORTED' : 'EXPIRED'),
    () => shop.wallet.lose((['create', 'read', 'capture', 'cancel'] as const)[draw(4)] ?? 'read', 'after'),
    () => shop.wallet.lose('read', ...Array.from({ length: 12 }, () => 'before' as const)),
    () => till.startEnrolment(),
    () => till.startEnrolment(),
    () => till.cancelEnrolment(),
    () => {
      const msisdn = sale?.customer?.msisdn;
      if (msisdn) shop.world.login = { kind: 'approved', consented: consentOf(msisdn) };
    },
    () => {
      shop.world.login = { kind: 'pending', slowDown: false };
    },
    () => {
      shop.world.registryDown = draw(3) === 0;
    },
    () => {
      shop.world.exchange = ([null, null, 'noAnswer', 'codeRefused'] as const)[draw(4)] ?? null;
    },
    () => till.park(),
    () => till.recall(parkedSales(till.state())[0]?.id ?? ''),
    () => till.next(),
    () => till.next(),
    () => till.discard(),
    () => till.paidElsewhere('card'),
  ];
  actions[draw(actions.length)]?.();
}

function consentOf(msisdn: Msisdn): Consented {
  return {
    sub: `sub-${msisdn}`,
    msisdn,
    name: 'Ola Nordmann',
    givenName: 'Ola',
    email: 'ola@example.com',
    channels: {},
    consentedAt: instant(0),
    consentText: 'v1',
  };
}

/** Opens a till in this shop and looks at every view at every change. */
function open(shop: Shop, run: Run, seed: number, gone: ReadonlySet<string>): Till {
  const till = shop.open();
  let version = -1;

  function look(): void {
    const { cashier, display } = viewsOf(shop, till);
    const wrong = (kind: string) => run.wrong.push(`${kind}: seed ${seed}, version ${cashier.version}`);
    const told = JSON.stringify(display);
    run.shown.add(display.shows);
    if (cashier.sale?.payment) run.said.add(cashier.sale.payment.says.key);

    if (people.some((one) => told.includes(one.slice(2))) || told.includes('•'))
      wrong('a number on the display');
    if (people.some((one) => JSON.stringify(cashier).includes(one.slice(2)))) wrong('a number on the till');

    const sale = currentSale(till.state());
    const member = sale?.customer?.membership.status === 'member' ? sale.customer.membership.member : null;
    const surname = told.includes('Nordmann') || told.includes('ola@');
    if (surname || (display.name !== null && display.name !== member?.name)) wrong('a name without consent');

    const names = sale?.lines.map((line) => line.product.name) ?? [];
    const shownNames = display.lines.map((line) => line.name);
    const bare = display.shows === 'idle';
    const rest = [display.name, display.total, display.saved, display.bindingMessage, display.qrImage];
    const right = bare
      ? shownNames.length === 0 && rest.every((one) => one === null)
      : shownNames.join() === names.join();
    if (!right) wrong('another sale on the display');

    if (sale !== null && !bare && gone.has(sale.id)) wrong('an ended sale on the display again');

    if (cashier.version <= version || display.version !== cashier.version)
      wrong('a version that did not rise');
    version = cashier.version;
  }

  till.onChange(look);
  till.start();
  return till;
}
