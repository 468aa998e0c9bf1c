/** What the tests of single answers share: the answer is given, and what the till did about it is looked up. */

import { expect } from 'vitest';
import type { PaymentReference } from '../../../app/domain/payment.ts';
import type { Store } from './aStore.ts';
import { type At, answers, callOf, faultOf, nameOf, type Row, type Way } from './serviceAnswers.ts';

/** The rows that are answered there and dealt with so. */
export function rowsWhere(at: At, way: Way): readonly { readonly name: string; readonly row: Row }[] {
  return answers.filter((row) => row.at === at && row.way === way).map((row) => ({ name: nameOf(row), row }));
}

/** The next `times` such calls are answered so. */
export function answer(store: Store, row: Row, times = 1): void {
  const fault = faultOf(row, times);
  if (fault !== null) store.service.addFault(fault);
  else if ('foreign' in row.shape) store.line.instead(callOf(row.at), row.shape.foreign, times);
}

/** Once as the flows see it: a 401 is asked again with a fresh token before anybody hears of it. */
export function answerOnce(store: Store, row: Row): void {
  answer(store, row, nameOf(row) === '401' ? 2 : 1);
}

/** The service's own code; `null` where the answer has none. */
export function codeOf({ shape }: Row): string | null {
  return 'code' in shape ? shape.code : null;
}

export function codesOf(store: Store, call: string): readonly (string | null)[] {
  return store.line.passed.filter((one) => one.call === call).map(({ code }) => code);
}

export function isPaid(store: Store): boolean {
  return store.at.cashier().sale?.state === 'paid';
}

export function saidNotPaid(store: Store): readonly string[] {
  return store.at.told().filter((key) => /refused|declined|expired|cancelled|released/.test(key));
}

/** Where the answer said how long to wait, nothing of the kind was sent before. */
export function keptItsDistance(store: Store, row: Row): void {
  const least = 'status' in row.shape ? (row.shape.retryAfterMs ?? 0) : 0;
  if (least === 0) return;
  const passed = store.line.passed.filter(({ call }) => call === callOf(row.at));
  const refused = passed.findIndex(({ status }) => status === 429);
  const gap = (passed[refused + 1]?.at ?? Number.POSITIVE_INFINITY) - (passed[refused]?.at ?? 0);
  expect(gap).toBeGreaterThanOrEqual(least);
}

/** Somebody captures at the business portal. */
export function captureElsewhere(store: Store, reference: PaymentReference): Promise<unknown> {
  const { amount } = store.at.payment().request;
  return store.portal.capture(reference, amount, 'portal-capture');
}
