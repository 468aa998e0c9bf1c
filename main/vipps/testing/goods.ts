/** A sale, its receipt and the answers about it, shared by tests. Answers have the shape of the published examples. */

import { basisPoints, money } from '../../../app/domain/money.ts';
import type { Msisdn } from '../../../app/domain/msisdn.ts';
import type { PaymentReference, PaymentRequest } from '../../../app/domain/payment.ts';
import type { Receipt } from '../../../app/domain/receipt.ts';

export const reference = 'store0042-till03-20261123-000187-1' as PaymentReference;
export const msisdn = '4712345678' as Msisdn;
export const createKey = `${reference}:create`;

const nok = (value: number) => money(value, 'NOK');

export const receipt: Receipt = {
  lines: [
    {
      id: '7090012345678',
      name: 'Oransje hettegenser',
      quantity: 1,
      unitPrice: nok(29_900),
      discount: nok(3_000),
      total: nok(26_900),
      vat: nok(5_380),
      vatRate: basisPoints(2_500),
    },
    {
      id: '7090012345685',
      name: 'Hvit T-skjorte',
      quantity: 2,
      unitPrice: nok(9_950),
      discount: nok(0),
      total: nok(19_900),
      vat: nok(3_980),
      vatRate: basisPoints(2_500),
    },
  ],
  total: nok(46_800),
  posId: 'till07',
  receiptNumber: '0042-03-000187',
};

export const pushRequest: PaymentRequest = {
  saleId: 'sale-000187',
  amount: nok(46_800),
  payer: { by: 'phone', msisdn },
  description: 'Kjøp hos Butikken, kasse 3',
  receipt,
};

export const qrRequest: PaymentRequest = { ...pushRequest, payer: { by: 'qrOnScreen' } };

const amount = (value: number) => ({ currency: 'NOK', value });

/** Answer of capture, cancel and refund, and the common part of read. */
export function changedAnswer(state: string, sums: readonly [number, number, number, number]) {
  const [authorised, cancelled, captured, refunded] = sums;
  return {
    amount: amount(46_800),
    state,
    aggregate: {
      authorizedAmount: amount(authorised),
      cancelledAmount: amount(cancelled),
      capturedAmount: amount(captured),
      refundedAmount: amount(refunded),
    },
    pspReference: '37c34d8c-2649-448e-864b-060d5d93e4c4',
    reference,
  };
}

export function paymentAnswer(state: string, sums: readonly [number, number, number, number]) {
  return {
    ...changedAnswer(state, sums),
    paymentMethod: { type: 'WALLET', cardBin: '540185' },
    profile: {},
    metadata: { saleId: 'sale-000187' },
    captureGuaranteedUntil: '2026-12-01T07:53:44.812+00:00',
  };
}

export const traceId = '00-813b63975adcaaeef2b0ec7c103c40e3-706492e906541d31-01';

/** A domain error as published, with its code. */
export function problemAnswer(status: number, code: string, title: string) {
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
    body: {
      type: `https://httpstatuses.io/${status}`,
      title,
      detail: 'Details may be reworded at any time.',
      instance: '/v1/payments',
      status,
      extraDetails: [{ name: 'ErrorCode', reason: code }],
      traceId,
    },
  };
}
