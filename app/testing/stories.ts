/** Beginnings that many stories share: a till that runs, a customer who was asked to pay. */

import { currentSale } from '../domain/tillState.ts';
import type { Till } from '../till.ts';
import { aShop, personalQr } from './shop.ts';

export const thermos = '2000000010021';
export const woolShirt = '2000000010014';
export const trailFood = '2000000020013';

export type Shop = ReturnType<typeof aShop>;

/** A till that has started in this shop. */
export function aRunningTill(shop: Shop = aShop()): { readonly shop: Shop; readonly till: Till } {
  const till = shop.open();
  till.start();
  return { shop, till };
}

/** Kari has shown her code, a thermos lies in the basket, and the request to pay is on her phone. */
export async function askedToPay(shop: Shop = aShop()) {
  const { till } = aRunningTill(shop);
  await till.scan(personalQr);
  await till.scan(thermos);
  const states = watchStates(till);
  const { reference } = await requested(till);
  return { shop, till, states, reference };
}

/** Asks for the money; throws where the till refuses. */
export async function requested(till: Till, via: 'push' | 'qr' = 'push'): Promise<{ reference: string }> {
  const result = await till.requestPayment(via);
  if (!result.ok) throw new Error(result.fault.kind);
  return result.value;
}

/** Every payment state in the order it was seen. */
export function watchStates(till: Till): string[] {
  const seen: string[] = [];
  till.onChange(() => {
    const payment = currentSale(till.state())?.payments.at(-1);
    if (payment && seen.at(-1) !== payment.state) seen.push(payment.state);
  });
  return seen;
}
