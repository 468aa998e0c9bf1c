/**
 * What this window alone knows: which layer is open, what is being typed, and the taste of whoever stands here. Taste
 * is kept in the window's storage; nothing about a sale or a customer ever is.
 */

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ParkedSale, ProductFound } from '../../app/contract/calls.ts';
import type { Fault } from '../../app/kernel/fault.ts';
import type { Language } from '../text/language.ts';

export type Layer =
  | 'none'
  | 'search'
  | 'phone'
  /** Another phone of the same customer, for a request that did not arrive. */
  | 'otherPhone'
  | 'parked'
  | 'quantity'
  | 'notArrived'
  | 'attention'
  | 'camera'
  | 'elsewhere'
  | 'help'
  | 'payments'
  | 'day'
  | 'settings';

/** The basket and what is done with it stay in reach: the camera stands over the lines and hides none of them. */
export function leavesBasket(layer: Layer): boolean {
  return layer === 'none' || layer === 'camera';
}

export type Theme = 'auto' | 'light' | 'dark' | 'contrast';
export type TextSize = '100' | '125' | '150';
export type Hand = 'right' | 'left';

/** Where on the screen a refused call is said. */
export type FaultPlace = 'customer' | 'payment' | 'basket' | 'layer' | 'page';

export interface Taste {
  readonly theme: Theme;
  readonly size: TextSize;
  readonly hand: Hand;
  /** `null` follows the till's own language. */
  readonly language: Language | null;
}

export interface View extends Taste {
  readonly layer: Layer;
  readonly menuOpen: boolean;
  /** How the amount will be asked for; `null` leaves it to the sale: the phone where a customer is known, else a QR. */
  readonly way: 'push' | 'qr' | null;
  readonly chosenLine: string | null;
  readonly searchText: string;
  readonly found: readonly ProductFound[] | null;
  /** The text that `found` answers; what is typed since is still being looked for. */
  readonly foundFor: string;
  readonly chosenFound: number;
  readonly parkedSales: readonly ParkedSale[] | null;
  readonly chosenParked: number;
  /** Digits as typed, without the country code. */
  readonly phoneDigits: string;
  readonly phoneCountry: string;
  readonly quantityDigits: string;
  /** The sale that the page of payments explains; `null` for the newest. */
  readonly explained: string | null;
  /** When something that waits was tried by hand, by sale. */
  readonly tried: Readonly<Record<string, number>>;
  readonly method: 'card' | 'cash' | 'other';
  readonly fault: { readonly fault: Fault; readonly at: FaultPlace } | null;
  /** The call on its way, so that its button holds at once. */
  readonly pending: string | null;
  /** A line just removed, which can be put back for five seconds. */
  readonly removed: { readonly sku: string; readonly name: string; readonly quantity: number } | null;
  /** Attention the cashier has seen, by kind and sale. */
  readonly seen: readonly string[];
}

export type ViewStore = StoreApi<View>;

export const defaultTaste: Taste = { theme: 'auto', size: '100', hand: 'right', language: null };

export const freshView: Omit<View, keyof Taste> = {
  layer: 'none',
  menuOpen: false,
  way: null,
  chosenLine: null,
  searchText: '',
  found: null,
  foundFor: '',
  chosenFound: 0,
  parkedSales: null,
  chosenParked: 0,
  phoneDigits: '',
  phoneCountry: '47',
  quantityDigits: '',
  explained: null,
  tried: {},
  method: 'card',
  fault: null,
  pending: null,
  removed: null,
  seen: [],
};

const shelf = 'klubbkassa.taste';

type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

/** Taste survives a reload; `storage` is `null` where there is none (a test, a private window). */
export function createViewStore(storage: Shelf | null): ViewStore {
  const store = createStore<View>(() => ({ ...defaultTaste, ...freshView, ...readTaste(storage) }));
  store.subscribe((view, before) => {
    if (tasteOf(view) !== tasteOf(before)) storage?.setItem(shelf, tasteOf(view));
  });
  return store;
}

function tasteOf({ theme, size, hand, language }: Taste): string {
  return JSON.stringify({ theme, size, hand, language });
}

function readTaste(storage: Shelf | null): Partial<Taste> {
  const kept = parsed(storage?.getItem(shelf) ?? null);
  if (typeof kept !== 'object' || kept === null) return {};
  const known = new Map(Object.entries(kept));
  const theme = oneOf(known.get('theme'), ['auto', 'light', 'dark', 'contrast'] as const);
  const size = oneOf(known.get('size'), ['100', '125', '150'] as const);
  const hand = oneOf(known.get('hand'), ['right', 'left'] as const);
  const language = oneOf(known.get('language'), ['nb', 'en'] as const);
  return {
    ...(theme && { theme }),
    ...(size && { size }),
    ...(hand && { hand }),
    ...(language && { language }),
  };
}

function oneOf<T extends string>(value: unknown, known: readonly T[]): T | undefined {
  return known.find((one) => one === value);
}

function parsed(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    // Somebody else's or a damaged entry: the defaults are as good as new.
    return null;
  }
}
