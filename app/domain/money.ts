/**
 * Money in whole minor units and one currency. The only place that rounds, splits or formats an amount; a bare
 * number is never an amount. Prices are gross (VAT included); VAT is computed out of the gross.
 */

import type { Brand } from '../kernel/brand.ts';

export type Currency = 'NOK' | 'DKK' | 'EUR';

/** Whole minor units (øre, cent). May be negative only as a difference. */
export type Minor = Brand<number, 'Minor'>;

export interface Money {
  readonly minor: Minor;
  readonly currency: Currency;
}

/** Basis points: hundredths of a percent. 25 % is 2500. */
export type BasisPoints = Brand<number, 'BasisPoints'>;

export const currencies: readonly Currency[] = ['NOK', 'DKK', 'EUR'];

/** Smallest payment the wallet takes, in minor units (payments.md 4.2). */
export const leastPayment: Readonly<Record<Currency, number>> = { NOK: 100, DKK: 1, EUR: 1 };

/** Largest payment the wallet takes, in minor units (payments.md 4.2). */
export const greatestPayment = 65_000_000;

export function minor(value: number): Minor {
  if (!Number.isSafeInteger(value)) throw new Error(`not a whole amount of minor units: ${value}`);
  return value as Minor;
}

export function basisPoints(value: number): BasisPoints {
  if (!Number.isSafeInteger(value) || value < 0 || value > 10_000) throw new Error(`not a rate: ${value}`);
  return value as BasisPoints;
}

export function money(value: number, currency: Currency): Money {
  return { minor: minor(value), currency };
}

export function zero(currency: Currency): Money {
  return money(0, currency);
}

export function add(a: Money, b: Money): Money {
  return money(a.minor + sameCurrency(a, b).minor, a.currency);
}

export function subtract(a: Money, b: Money): Money {
  return money(a.minor - sameCurrency(a, b).minor, a.currency);
}

export function times(a: Money, count: number): Money {
  return money(a.minor * count, a.currency);
}

export function sum(amounts: readonly Money[], currency: Currency): Money {
  return amounts.reduce(add, zero(currency));
}

/** The share of `a` given in basis points, rounded half away from zero. */
export function share(a: Money, rate: BasisPoints): Money {
  return money(divideRounded(a.minor * rate, 10_000), a.currency);
}

/** VAT contained in a gross amount: gross × rate / (100 % + rate). 25 % of 2 399,00 gross is 479,80. */
export function vatOutOf(gross: Money, rate: BasisPoints): Money {
  return money(divideRounded(gross.minor * rate, 10_000 + rate), gross.currency);
}

/** Reads `1 299,50`, `1299.5`, `1299` into minor units without passing through a float; `null` if it is no amount. */
export function readAmount(text: string): Minor | null {
  const match = /^(-?)(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s\u00a0\u202f]/g, ''));
  if (!match) return null;
  const whole = Number(match[2]);
  const rest = Number((match[3] ?? '').padEnd(2, '0') || '0');
  const value = whole * 100 + rest;
  return minor(match[1] === '-' ? -value : value);
}

/** `2 225,20` with no-break spaces and U+2212 as minus; the unit is set apart by whoever shows it. */
export function formatAmount(amount: Money): string {
  const absolute = Math.abs(amount.minor);
  const whole = String(Math.floor(absolute / 100));
  const separator = amount.currency === 'DKK' ? '.' : '\u00a0';
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separator);
  const sign = amount.minor < 0 ? '\u2212' : '';
  return `${sign}${grouped},${String(absolute % 100).padStart(2, '0')}`;
}

/** The unit as written behind an amount in the market of that currency. */
export function unitOf(currency: Currency): string {
  return currency === 'EUR' ? '€' : 'kr';
}

/** `count` of `whole` equal parts, rounded so that the parts from 0 to `whole` add up to all of it. */
export function part(amount: Money, count: number, whole: number): Money {
  return money(Math.round((amount.minor * count) / whole), amount.currency);
}

/** Splits an amount over weights so that the parts sum to the whole exactly; the largest remainders get the rest. */
export function split(whole: Money, weights: readonly number[]): readonly Money[] {
  const total = weights.reduce((a, b) => a + b, 0);
  if (total <= 0) return weights.map(() => zero(whole.currency));
  const floors = weights.map((weight) => Math.floor((whole.minor * weight) / total));
  let rest = whole.minor - floors.reduce((a, b) => a + b, 0);
  const order = weights
    .map((weight, index) => ({ index, remainder: (whole.minor * weight) % total }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of order) {
    if (rest <= 0) break;
    floors[index] = (floors[index] ?? 0) + 1;
    rest -= 1;
  }
  return floors.map((part) => money(part, whole.currency));
}

function sameCurrency(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`cannot mix ${a.currency} and ${b.currency}`);
  return b;
}

function divideRounded(dividend: number, divisor: number): number {
  const sign = dividend < 0 ? -1 : 1;
  return sign * Math.floor((Math.abs(dividend) * 2 + divisor) / (divisor * 2));
}
