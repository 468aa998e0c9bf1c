/** What makes a sale whole, check by check. */

import { expect, test } from 'vitest';
import type { PaymentFacts } from '../../app/domain/payment.ts';
import { paymentOn } from '../../app/testing/shop.ts';
import { askedToPay, type Shop } from '../../app/testing/stories.ts';
import { type BothSides, moneyChecks } from './drillChecks.ts';

async function paidSide(): Promise<{ shop: Shop; side: BothSides; told: PaymentFacts }> {
  const { shop, till, reference } = await askedToPay();
  shop.wallet.customer(reference, 'AUTHORIZED');
  await shop.clock.pass(10_000);
  const payment = paymentOn(till);
  if (payment.facts === null) throw new Error('the payment was never read');
  return { shop, side: { payment, told: payment.facts }, told: payment.facts };
}

const failing = (sides: readonly BothSides[]) =>
  moneyChecks(sides).flatMap(({ what, ok }) => (ok ? [] : [what]));

test('paid once and agreed on: nothing fails', async () => {
  const { side } = await paidSide();
  expect(failing([side])).toEqual([]);
  expect(failing([])).toEqual([]);
});

test('two requests that both took money', async () => {
  const { side } = await paidSide();
  expect(failing([side, side])).toEqual(['oneRequest']);
});

test('two requests that are both open', async () => {
  const { till } = await askedToPay();
  const open = { payment: paymentOn(till), told: paymentOn(till).facts };
  expect(failing([open, open])).toEqual(['oneRequest']);
});

test.each(['captured', 'refunded'] as const)('the service says another sum %s', async (sum) => {
  const { side, told } = await paidSide();
  expect(
    failing([{ ...side, told: { ...told, [sum]: told[sum] + 100, authorised: told.captured + 100 } }]),
  ).toContain('booksAgree');
});

test('the service knows nothing of what the till calls captured', async () => {
  const { side } = await paidSide();
  expect(failing([{ ...side, told: null }])).toEqual(['booksAgree']);
});

test('money is still held', async () => {
  const { side, told } = await paidSide();
  expect(failing([{ ...side, told: { ...told, authorised: told.captured + 1 } }])).toEqual([
    'nothingReserved',
  ]);
});
