/** Every body the till sends, held against the published OpenAPI documents where these are at hand. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { money } from '../../app/domain/money.ts';
import { createKey, msisdn, pushRequest, qrRequest, receipt, reference } from './testing/goods.ts';
import { complaintsBy, documentsAtHand } from './testing/openapi.ts';
import { startTestTill, type TestTill } from './testing/till.ts';

const epayment = 'epayment.v1.8.1.yaml';
const qr = 'qr.v1.0.yaml';

describe.skipIf(!documentsAtHand)('bodies by the OpenAPI documents', () => {
  let till: TestTill;
  beforeEach(async () => {
    till = await startTestTill();
  });
  afterEach(() => till.close());

  const token = { by: 'customerToken', customerToken: 'wbA8ceVRKkoYiQAVELHeFCC3' } as const;
  const payments = () => till.vipps.payments;

  test.each<readonly [string, string, string, () => Promise<unknown>]>([
    [
      'push by number',
      epayment,
      'CreatePaymentRequest',
      () => payments().create(reference, pushRequest, createKey),
    ],
    [
      'push by token',
      epayment,
      'CreatePaymentRequest',
      () => payments().create(reference, { ...pushRequest, payer: token }, createKey),
    ],
    [
      'one-time QR',
      epayment,
      'CreatePaymentRequest',
      () => payments().create(reference, qrRequest, createKey),
    ],
    [
      'capture',
      epayment,
      'CaptureModificationRequest',
      () => payments().capture(reference, money(5, 'NOK'), 'k'),
    ],
    ['cancel', epayment, 'CancelModificationRequest', () => payments().cancel(reference, true, 'k')],
    [
      'refund',
      epayment,
      'RefundModificationRequest',
      () => payments().refund(reference, money(5, 'NOK'), 'k'),
    ],
    ['test approve', epayment, 'ForceApprove', () => payments().testApprove(reference, msisdn)],
    ['exchange', qr, 'QrExchangeRequest', () => till.vipps.codes.exchange('https://qr.vipps.no/p/abc')],
    ['exchange of a token', qr, 'CustomerExchangeRequest', () => till.vipps.codes.exchangeToken('wbA8')],
    ['static code', qr, 'MerchantCallbackPutRequest', () => till.vipps.merchantQr.put('qr-1', 'Kasse 3')],
    ['receipt', 'order-management.v2.1.yaml', 'Receipt', () => till.vipps.receipts.add(reference, receipt)],
    [
      'webhook',
      'webhooks.v1.yaml',
      'RegisterRequest',
      () => till.vipps.webhooks.register('https://example.com/hooks', ['epayments.payment.created.v1']),
    ],
    [
      'notice',
      'check-in-api.swagger.yaml',
      'LoyaltyCheckInRequest',
      () => till.vipps.checkIn.notify(msisdn, true),
    ],
  ])('%s', async (_what, document, schema, send) => {
    await send();
    const sent = till.server.asked.at(-1);
    expect(sent?.headers['content-type']).toBe('application/json');
    expect(complaintsBy(document, schema, JSON.parse(sent?.body ?? ''))).toEqual([]);
  });

  test('the check itself finds mistakes', () => {
    const complaints = complaintsBy(epayment, 'CreatePaymentRequest', {
      amount: { currency: 'XXX', value: 1 },
      paymentMethod: { type: 'WALLET' },
      reference: 'short',
      userFlow: 'PUSH_MESSAGE',
      customer: { phoneNumber: '4712345678', customerToken: 'two' },
      unheardOf: true,
    });
    const where = complaints.map((one) => one.split(' ')[0]);
    expect(new Set(where)).toEqual(new Set(['', '/amount/currency', '/customer', '/reference']));
  });
});
