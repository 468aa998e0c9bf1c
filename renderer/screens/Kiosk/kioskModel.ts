/** What a machine's screen makes of its view: which goods can be taken and why not, and when to ask for more time. */

import type { MachinePhase, MachineView, OfferView } from '../../../app/contract/view.ts';
import { type Money, sum } from '../../../app/domain/money.ts';
import { ownCodes } from '../../../app/domain/vending.ts';

/**
 * Nobody is served: `code` the machine's own is to be scanned · `goods` they are chosen here.
 * `moreTime` asks while goods are chosen · `empty` nothing is left that could be chosen · `away` nobody is served, and no
 * payment could be started.
 */
export type KioskMoment = Exclude<MachinePhase, 'idle'> | 'code' | 'goods' | 'moreTime' | 'empty' | 'away';

/** `choosesHere`: the customer who stands here would rather not scan the machine's code. */
export function momentOf(machine: MachineView, now: number, choosesHere = false): KioskMoment {
  if (isEmpty(machine)) return 'empty';
  if (machine.phase === 'idle') {
    if (machine.serviceAway) return 'away';
    return machine.sells === 'scanFirst' && !choosesHere ? 'code' : 'goods';
  }
  // A code that is being scanned stays where it is, and the question stands beside it.
  return machine.phase === 'choosing' && secondsToAnswer(machine, now) !== null ? 'moreTime' : machine.phase;
}

/** Whoever notices it first, the till at a scan or the glass by itself, it is one moment. */
export function isEmpty({ phase, code, offers }: Pick<MachineView, 'phase' | 'code' | 'offers'>): boolean {
  return phase === 'outOfOrder'
    ? code === ownCodes.soldOut
    : phase === 'idle' && mostReserved(offers) === null;
}

/** Why goods cannot be taken now. The wallet never says why it asks for an age, and nor do we. */
export type NotNow = 'soldOut' | 'reservedTooLittle' | 'ageLimit';

export interface Good {
  readonly offer: OfferView;
  /** `null` where it can be taken. */
  readonly why: NotNow | null;
}

type Choice = Pick<MachineView, 'phase' | 'offers' | 'left'>;

/** In the machine's own order, what can be taken first: nobody turns pages past what is not to be had. */
export function goodsOf({ phase, offers, left }: Choice): readonly Good[] {
  const goods = offers.map((offer) => {
    // Before anything is reserved, whatever is there can be chosen.
    const can = phase === 'idle' ? offer.stock > 0 : offer.takeable;
    return { offer, why: can ? null : whyNot(offer, left) };
  });
  return [...goods.filter(({ why }) => why === null), ...goods.filter(({ why }) => why !== null)];
}

function whyNot({ stock, price }: OfferView, left: Money | null): NotNow {
  if (stock < 1) return 'soldOut';
  return left !== null && price.minor > left.minor ? 'reservedTooLittle' : 'ageLimit';
}

/** Whether goods are left out for their age limit alone. */
export function isAgeLeftOut(goods: readonly Good[]): boolean {
  return goods.some(({ why }) => why === 'ageLimit');
}

interface Asked {
  readonly page: number;
  readonly low: boolean;
  readonly larger: boolean;
  readonly portrait: boolean;
}

export interface Page {
  readonly goods: readonly Good[];
  readonly page: number;
  readonly pages: number;
  readonly rows: number;
  readonly columns: number;
}

/** Eight tiles stand on the glass, fewer for larger letters, in the lower reach two rows (guide.md 10). */
export function pageOf(goods: readonly Good[], asked: Asked): Page {
  const { low, larger, portrait } = asked;
  const full = larger ? 3 : 4;
  const columns = portrait ? 2 : full;
  const most = portrait && !low ? full : 2;
  const size = columns * most;
  const pages = Math.max(1, Math.ceil(goods.length / size));
  const page = Math.min(asked.page, pages - 1);
  // A page that is not full keeps the size of its tiles, so that they stand still when pages are turned.
  const rows = pages === 1 ? Math.max(1, Math.ceil(goods.length / columns)) : most;
  return { goods: goods.slice(page * size, (page + 1) * size), page, pages, rows, columns };
}

/** The most that will be reserved for what is there now; `null` where nothing is. */
export function mostReserved(offers: readonly OfferView[]): Money | null {
  const prices = offers.filter(({ stock }) => stock > 0).map(({ price }) => price);
  return prices.reduce<Money | null>(
    (most, price) => (most === null || price.minor > most.minor ? price : most),
    null,
  );
}

/** The customer is asked when so little is left: twenty whole seconds to answer in (WCAG 2.2.1), and some to notice. */
export const askFromMs = 25_000;

/** Whole seconds until the machine ends it by itself, once it asks for an answer; `null` before and without an end. */
export function secondsToAnswer({ phase, until }: Pick<MachineView, 'phase' | 'until'>, now: number) {
  if ((phase !== 'choosing' && phase !== 'asking') || until === null) return null;
  const left = Date.parse(until) - now;
  return left < askFromMs ? Math.max(0, Math.ceil(left / 1000)) : null;
}

type Item = MachineView['items'][number];

/** The one that is to come out, now or once its code is approved. */
export function onItsWay({ items }: Pick<MachineView, 'items'>): Item | null {
  return items.find(({ state }) => state === 'asked') ?? null;
}

/** Its name, with the code on its door where there is one. */
export function placed({ name, code }: Pick<Item, 'name' | 'code'>): string {
  return code === null ? name : `${name} (${code})`;
}

/** What has been seen to leave the machine in this sale. */
export function taken({ items }: Pick<MachineView, 'items'>): MachineView['items'] {
  return items.filter(({ state }) => state === 'dispensed');
}

/** What the last one asked for is called, where it should have left and was not seen to: nobody pays for that. */
export function lastNotSeen({ items }: Pick<MachineView, 'items'>): string | null {
  const last = items.at(-1);
  const moved = last?.state === 'failed' || last?.state === 'tooLate' || last?.state === 'unknown';
  return moved ? last.name : null;
}

/** What will be paid once the one that is on its way has come out. */
export function toPay({ items }: Pick<MachineView, 'items'>): Money | null {
  const prices = items
    .filter(({ state }) => state === 'dispensed' || state === 'asked')
    .map(({ price }) => price);
  const [first] = prices;
  return first === undefined ? null : sum(prices, first.currency);
}

/** Whether more is reserved than what will be paid. */
export function hasRest({ left }: Pick<MachineView, 'left'>): boolean {
  return left !== null && left.minor > 0;
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
