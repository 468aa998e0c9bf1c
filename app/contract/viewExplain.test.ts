/** One payment explained: the truth in a sentence, each step with the service's own event beside it. */

import { describe, expect, it } from 'vitest';
import type { PaymentLogEntry } from '../domain/saleRecord.ts';
import { instant } from '../kernel/time.ts';
import { paymentOn, saleOn } from '../testing/shop.ts';
import { askedToPay } from '../testing/stories.ts';
import { explained } from './viewExplain.ts';

const nok = (minor: number) => ({ minor, currency: 'NOK' }) as PaymentLogEntry['amount'];

function logged(name: string, seconds: number, minor = 34_900): PaymentLogEntry {
  return {
    name,
    amount: nok(minor),
    at: instant(Date.UTC(2026, 10, 23, 9, 0, seconds)),
    pspReference: `psp-${name}-${seconds}`,
    idempotencyKey: null,
    success: true,
  };
}

async function paid() {
  const story = await askedToPay();
  story.shop.wallet.customer(story.reference, 'AUTHORIZED');
  await story.shop.clock.pass(6000);
  const { id } = saleOn(story.till);
  const explain = async () => {
    const record = await story.till.record(id, true);
    if (!record.ok) throw new Error(record.fault.kind);
    return explained(record.value);
  };
  return { ...story, id, explain };
}

describe('a paid sale explained', () => {
  it('says that it was paid once, and how', async () => {
    const { shop, reference, explain } = await paid();
    shop.wallet.logs.set(reference, [logged('CREATED', 0), logged('AUTHORIZED', 4), logged('CAPTURED', 5)]);
    const told = await explain();
    expect(told.says).toMatchObject({ key: 'explain.paid', with: { sum: nok(34_900), back: nok(0) } });
    expect(told.steps.map(({ what, event }) => [what.key, event?.name ?? null])).toEqual([
      ['step.identified', null],
      ['step.intended', null],
      ['step.sent', 'CREATED'],
      ['step.approved', 'AUTHORIZED'],
      ['step.captureSent', null],
      ['step.captured', 'CAPTURED'],
      ['step.purchaseRegistered', null],
    ]);
    expect(told.attempts).toMatchObject([
      { reference, captured: nok(34_900), released: nok(0), log: 'read' },
    ]);
    expect(told).toMatchObject({ refundable: nok(34_900), noRefund: null, standing: 'paid' });
  });

  it('keeps its own record when the service’s log cannot be had', async () => {
    const { shop, explain, till } = await paid();
    shop.wallet.log = async () => ({
      ok: false,
      fault: { kind: 'noConnection', service: { api: 'epayment' } },
    });
    const told = await explain();
    expect(told.attempts).toMatchObject([{ log: 'unavailable' }]);
    expect(told.steps.every(({ event }) => event === null)).toBe(true);
    expect(told.steps).toHaveLength(7);
    expect(till.state().journalFault).toBeNull();
  });

  it('tells each refund with its reason, and what was sent back elsewhere', async () => {
    const { shop, till, reference, id, explain } = await paid();
    const asked = till.refund(id, { kind: 'amount', minor: 900 }, 'Wrong size');
    await shop.clock.pass(13_000);
    await asked;
    shop.wallet.logs.set(reference, [
      logged('CREATED', 0),
      logged('AUTHORIZED', 4),
      logged('CAPTURED', 5),
      logged('REFUNDED', 7, 900),
      logged('REFUNDED', 20, 4000),
    ]);
    const { steps, says, refunds } = await explain();
    expect(refunds).toMatchObject([{ outcome: 'done', amount: nok(900), reason: 'Wrong size' }]);
    expect(says).toMatchObject({ key: 'explain.refundedInPart', with: { back: nok(900) } });
    expect(
      steps.slice(-4).map(({ what, event }) => [what.key, what.with?.['sum'], event?.name ?? null]),
    ).toEqual([
      ['step.refundAsked', nok(900), null],
      ['step.refundSent', nok(900), null],
      ['step.refunded', nok(900), 'REFUNDED'],
      ['step.outside', nok(4000), 'REFUNDED'],
    ]);
  });
});

describe('a sale that was not paid explained', () => {
  it.each([
    ['ABORTED', 'explain.notPaid', 'declined'],
    ['EXPIRED', 'explain.notPaid', 'expired'],
  ] as const)('%s', async (does, key, standing) => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.customer(reference, does);
    await shop.clock.pass(6000);
    const record = await till.record(saleOn(till).id, true);
    if (!record.ok) throw new Error('no record');
    expect(explained(record.value)).toMatchObject({
      says: { key },
      standing,
      noRefund: { kind: 'refundNotPossible' },
    });
  });

  it('approved in time and cancelled at the till is not told as approved too late', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.customer(reference, 'AUTHORIZED');
    shop.wallet.lose('capture', ...Array.from({ length: 9 }, () => 'rejected' as const));
    await shop.clock.pass(6000);
    expect(paymentOn(till)).toMatchObject({ state: 'approved', operation: null });
    void till.cancelPayment();
    await shop.clock.pass(20_000);
    const record = await till.record(saleOn(till).id, true);
    if (!record.ok) throw new Error('no record');
    const told = explained(record.value);
    expect(told).toMatchObject({
      says: { key: 'explain.notPaid' },
      standing: 'released',
      attempts: [{ released: nok(34_900), captured: nok(0) }],
    });
    expect(told.steps.map(({ what }) => what.key).filter((key) => key === 'step.approved')).toHaveLength(1);
    expect(told.steps.at(-1)?.what.key).toBe('step.released');
  });

  it('released after a late approval says that the money went back', async () => {
    const { shop, till } = await askedToPay();
    shop.wallet.beforeCancel = (one) => shop.wallet.customer(one, 'AUTHORIZED');
    void till.cancelPayment();
    await shop.clock.pass(13_000);
    const record = await till.record(saleOn(till).id, true);
    if (!record.ok) throw new Error('no record');
    expect(explained(record.value)).toMatchObject({
      says: { key: 'explain.released' },
      standing: 'released',
      attempts: [{ released: nok(34_900), captured: nok(0) }],
    });
  });
});
