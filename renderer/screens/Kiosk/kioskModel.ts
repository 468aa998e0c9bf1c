/** What a machine's screen makes of its view: which goods can be taken and why not, and when to ask for more time. */

import type { MachinePhase, MachineView, OfferView } from '../../../app/contract/view.ts';
import { type Money, sum } from '../../../app/domain/money.ts';

/** `moreTime` asks while goods are chosen · `empty` nothing is left that could be chosen. */
export type KioskMoment = MachinePhase | 'moreTime' | 'empty';

/** The till's own word for a machine that ran out of everything. */
export const soldOut = 'soldOut';

export function momentOf(machine: MachineView, now: number): KioskMoment {
  if (machine.phase === 'idle' && mostReserved(machine.offers) === null) return 'empty';
  return secondsToAnswer(machine, now) === null ? machine.phase : 'moreTime';
}

/** Why goods cannot be taken now. The wallet never says why it asks for an age, and nor do we. */
export type NotNow = 'soldOut' | 'reservedTooLittle' | 'ageLimit';

export interface NotNowOffer {
  readonly offer: OfferView;
  readonly why: NotNow;
}

export interface Goods {
  readonly takeable: readonly OfferView[];
  readonly notNow: readonly NotNowOffer[];
}

/** In the machine's own order, what can be taken first: that is what the large tiles are for. */
export function goodsOf({ offers, left }: Pick<MachineView, 'offers' | 'left'>): Goods {
  return {
    takeable: offers.filter(({ takeable }) => takeable),
    notNow: offers.filter(({ takeable }) => !takeable).map((offer) => ({ offer, why: whyNot(offer, left) })),
  };
}

function whyNot({ stock, price }: OfferView, left: Money | null): NotNow {
  if (stock < 1) return 'soldOut';
  return left !== null && price.minor > left.minor ? 'reservedTooLittle' : 'ageLimit';
}

/** The most that will be reserved for what is there now; `null` where nothing is. */
export function mostReserved(offers: readonly OfferView[]): Money | null {
  const prices = offers.filter(({ stock }) => stock > 0).map(({ price }) => price);
  return prices.reduce<Money | null>(
    (most, price) => (most === null || price.minor > most.minor ? price : most),
    null,
  );
}

/** The customer is asked when so little is left (guide.md 10, picture 96). */
export const askFromMs = 20_000;

/** Whole seconds until the machine closes by itself, once it asks for an answer; `null` before and without an end. */
export function secondsToAnswer({ phase, until }: Pick<MachineView, 'phase' | 'until'>, now: number) {
  if (phase !== 'choosing' || until === null) return null;
  const left = Date.parse(until) - now;
  return left < askFromMs ? Math.max(0, Math.ceil(left / 1000)) : null;
}

/** What has been seen to leave the machine in this sale. */
export function taken({ items }: Pick<MachineView, 'items'>): MachineView['items'] {
  return items.filter(({ state }) => state === 'dispensed');
}

/** What the last one asked for is called, where the machine did not see it leave: nobody pays for that. */
export function lastNotSeen({ items }: Pick<MachineView, 'items'>): string | null {
  const last = items.at(-1);
  return last === undefined || last.state === 'dispensed' || last.state === 'asked' ? null : last.name;
}

/** What will be paid once the one that is on its way has come out. */
export function toPay({ items }: Pick<MachineView, 'items'>): Money | null {
  const prices = items
    .filter(({ state }) => state === 'dispensed' || state === 'asked')
    .map(({ price }) => price);
  const [first] = prices;
  return first === undefined ? null : sum(prices, first.currency);
}

export function hasAgeLimit(offers: readonly OfferView[]): boolean {
  return offers.some(({ stock, minimumAge }) => stock > 0 && minimumAge !== null);
}

/** `null` where nothing was taken of the money, or nothing is known of it. */
export function paidOf({ paid, released }: Pick<MachineView, 'paid' | 'released'>) {
  return paid === null || released === null || paid.minor === 0 ? null : { captured: paid, released };
}

/** The part of the reservation that was paid, between 0 and 1, for the bar in true proportion. */
export function paidShare(paid: Money, released: Money): number {
  const reserved = paid.minor + released.minor;
  return reserved === 0 ? 0 : paid.minor / reserved;
}
