/** Beginnings that many stories share: goods in the basket, a request on Kari's phone, a sale that is paid. */

import { expect } from 'vitest';
import type { PaymentReference } from '../../../app/domain/payment.ts';
import type { SaleId } from '../../../app/domain/sale.ts';
import type { Result } from '../../../app/kernel/result.ts';
import { aStore, kariCode, type Store, type StoreOptions, thermos } from './aStore.ts';
import type { FieldTill } from './aTill.ts';

export const price = 34_900;

/** One thermos, asked for once and paid once: see `takings`. */
export const paidOnce = { requests: 1, captured: price, refunded: 0, reserved: 0 };

/** Kari has shown her code and a thermos lies in the basket. */
export async function withBasket(store: Store, at: FieldTill = store.at): Promise<void> {
  await store.done(at.till().scan(kariCode));
  at.till().addProduct({ sku: thermos }, 1);
}

/** The request to pay is on its way, or known to be refused. */
export async function asked(
  store: Store,
  via: 'push' | 'qr' = 'push',
  at: FieldTill = store.at,
): Promise<PaymentReference> {
  const answer = await store.done(at.till().requestPayment(via));
  if (!answer.ok) throw new Error(answer.fault.kind);
  return answer.value.reference as PaymentReference;
}

/** The request lies on Kari's phone, and she does nothing yet. */
export async function waiting(
  options: StoreOptions = {},
): Promise<{ store: Store; reference: PaymentReference }> {
  const store = await aStore(options);
  await withBasket(store);
  return { store, reference: await asked(store) };
}

export async function paid(
  options: StoreOptions = {},
): Promise<{ store: Store; reference: PaymentReference }> {
  const begun = await waiting(options);
  begun.store.kari({ does: 'approve' });
  await begun.store.until(() => begun.store.at.cashier().sale?.state === 'paid');
  return begun;
}

/** What the service holds of this payment. */
export function held(store: Store, reference: string) {
  const payment = store.service.ledger().payments.find((one) => one.reference === reference);
  if (payment === undefined) throw new Error(`the service knows no ${reference}`);
  const { state, amount, authorized, captured, cancelled, refunded } = payment;
  return { state, amount, authorized, captured, cancelled, refunded };
}

/** What all payments together have taken and given back. */
export function takings(store: Store) {
  const { payments } = store.service.ledger();
  const sum = (of: 'captured' | 'refunded') => payments.reduce((total, one) => total + one[of], 0);
  const reserved = payments.reduce(
    (total, one) => total + Math.max(0, one.authorized - one.captured - one.cancelled),
    0,
  );
  return { requests: payments.length, captured: sum('captured'), refunded: sum('refunded'), reserved };
}

/** The keys of such a call as they went out, repeats included. */
export function keysOf(store: Store, call: string): readonly (string | null)[] {
  return store.line.passed.filter((one) => one.call === call).map(({ key }) => key);
}

/** The end of a story: no rule was broken by what the books, the journals and the screens say. */
export async function allIsWell(store: Store): Promise<void> {
  expect(await store.problems()).toEqual([]);
  store.close();
}

/** Refused by the till, with which fault. */
export function refusal(result: Result<unknown>): string | null {
  return result.ok ? null : result.fault.kind;
}

/** The sale on the till; throws where there is none. */
export function saleOn(at: FieldTill): SaleId {
  const { current } = at.till().state();
  if (current === null) throw new Error('no sale on the till');
  return current;
}
