/** One scene: what is played at a till, and the pictures that are taken on the way. */

import type { Page } from '@playwright/test';
import type { Stall, StallOptions } from './stall.ts';

export interface Scene {
  /** Names of the files, without `.png`. */
  readonly pictures: readonly string[];
  readonly stall?: StallOptions;
  play(stall: Stall, take: Take): Promise<void>;
}

export type Take = (picture: string, page: Page) => Promise<void>;

/** Goods of the sample catalogue, as a customer would buy them. */
export const smallBasket: Goods = [
  ['JA-023', 1],
  ['KO-003', 1],
  ['MA-003', 2],
];
export const bigBasket: Goods = [
  ['JA-002', 1],
  ['UL-003', 2],
  ['SO-002', 2],
  ['KO-003', 1],
  ['LY-002', 1],
  ['MA-003', 4],
  ['KO-027', 2],
  ['PO-001', 1],
];

type Goods = readonly (readonly [sku: string, quantity: number])[];

export async function fill(stall: Stall, goods: Goods): Promise<void> {
  for (const [sku, quantity] of goods) await stall.call('basket.add', { sku, quantity });
}

/** Clear-text form of a personal code (payments.md 5.1). */
export function personalQr(phone: string): string {
  return `https://qr.vipps.no/28/2/01/031/${phone}?v=1`;
}
