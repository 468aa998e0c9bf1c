/**
 * How an event looks when it is read back from disk. Strict: an entry with a shape this till does not know is never
 * half understood. The check at the end makes the compiler compare it with `SaleEvent` in both directions.
 */

import { z } from 'zod';
import type { Gtin } from '../../app/domain/gtin.ts';
import type { MemberId } from '../../app/domain/member.ts';
import type { BasisPoints, Minor } from '../../app/domain/money.ts';
import type { Msisdn } from '../../app/domain/msisdn.ts';
import type { PaymentReference } from '../../app/domain/payment.ts';
import type { LineId, SaleId } from '../../app/domain/sale.ts';
import type { SaleEntry, SaleEvent } from '../../app/domain/saleEvent.ts';
import type { Brand } from '../../app/kernel/brand.ts';
import type { Instant } from '../../app/kernel/time.ts';

/** Values passed their constructors before they were written; reading back only gives them their names again. */
const text = <T extends Brand<string, string>>() => z.string().transform((value) => value as T);
const whole = <T extends Brand<number, string>>() => z.int().transform((value) => value as T);

const instant = whole<Instant>();
const minor = whole<Minor>();
const vatRate = whole<BasisPoints>();
const msisdn = text<Msisdn>();
const lineId = text<LineId>();
const reference = text<PaymentReference>();
const currency = z.enum(['NOK', 'DKK', 'EUR']);
const money = z.strictObject({ minor, currency });

const product = z.strictObject({
  sku: z.string(),
  name: z.string(),
  price: money,
  memberPrice: money.nullable(),
  vatRate,
  barcodes: z.array(text<Gtin>()).readonly(),
});

const member = z.strictObject({
  id: text<MemberId>(),
  name: z.string().nullable(),
  since: instant,
  number: z.string().nullable(),
  points: z.number().nullable(),
});

const membership = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('checking') }),
  z.strictObject({ status: z.literal('member'), member }),
  z.strictObject({ status: z.literal('notMember') }),
  z.strictObject({ status: z.literal('unknown') }),
]);

const consented = z.strictObject({
  sub: z.string(),
  msisdn,
  name: z.string().nullable(),
  givenName: z.string().nullable(),
  email: z.string().nullable(),
  channels: z.record(z.string(), z.boolean()),
  consentedAt: instant,
  consentText: z.string(),
});

const receipt = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        quantity: z.number(),
        unitPrice: money,
        discount: money,
        total: money,
        vat: money,
        vatRate,
      }),
    )
    .readonly(),
  total: money,
  posId: z.string(),
  receiptNumber: z.string(),
});

const paymentRequest = z.strictObject({
  saleId: z.string(),
  amount: money,
  payer: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('phone'), msisdn }),
    z.strictObject({ by: z.literal('customerToken'), customerToken: z.string() }),
    z.strictObject({ by: z.literal('qrOnScreen') }),
  ]),
  description: z.string(),
  minimumAge: z.number().exactOptional(),
  receipt: receipt.nullable(),
});

const refusal = z.enum([
  'pushNotAllowed',
  'cannotSendToNumber',
  'codeRefused',
  'receiptRefused',
  'rejected',
  'keysWrong',
  'productMissing',
  'noConnection',
  'neverArrived',
  'referenceTaken',
]);

const facts = z.strictObject({
  state: z.enum(['CREATED', 'AUTHORIZED', 'ABORTED', 'EXPIRED', 'TERMINATED', 'unknown']),
  amount: z.number(),
  authorised: z.number(),
  captured: z.number(),
  cancelled: z.number(),
  refunded: z.number(),
  guaranteedUntil: instant.exactOptional(),
  qrImageUrl: z.string().nullable(),
  saleId: z.string().nullable(),
});

const paymentEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('createRepeated') }),
  z.strictObject({ kind: z.literal('createAccepted'), qrImageUrl: z.string().nullable() }),
  z.strictObject({ kind: z.literal('createRefused'), refusal, code: z.string().exactOptional() }),
  z.strictObject({ kind: z.literal('createUnanswered') }),
  z.strictObject({ kind: z.literal('read'), facts }),
  z.strictObject({ kind: z.literal('notFound') }),
  z.strictObject({ kind: z.literal('cancelRequested') }),
  z.strictObject({ kind: z.literal('takeDecided'), amount: z.number() }),
  z.strictObject({
    kind: z.literal('operationStarted'),
    operation: z.strictObject({
      kind: z.enum(['capture', 'cancel', 'release', 'refund']),
      key: z.string(),
      amount: minor,
      target: z.number(),
    }),
  }),
  z.strictObject({ kind: z.literal('operationUnanswered') }),
  z.strictObject({ kind: z.literal('operationRefused'), code: z.string().exactOptional() }),
  z.strictObject({ kind: z.literal('restarted') }),
  z.strictObject({ kind: z.literal('doubted') }),
]);

export const saleEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opened'), number: z.string(), currency }),
  z.strictObject({ kind: z.literal('lineAdded'), line: lineId, product, quantity: z.number() }),
  z.strictObject({ kind: z.literal('lineQuantity'), line: lineId, quantity: z.number() }),
  z.strictObject({
    kind: z.literal('lineDiscounted'),
    line: lineId,
    amount: money.nullable(),
    reason: z.string(),
  }),
  z.strictObject({ kind: z.literal('lineRemoved'), line: lineId }),
  z.strictObject({
    kind: z.literal('customerIdentified'),
    msisdn,
    proof: z.enum(['qrExchange', 'qrText', 'typed', 'staticQr']),
    token: z.strictObject({ value: z.string(), until: instant }).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('customerCleared') }),
  z.strictObject({ kind: z.literal('membership'), membership }),
  z.strictObject({
    kind: z.literal('enrolmentStarted'),
    authReqId: z.string(),
    bindingMessage: z.string(),
    until: instant,
    intervalMs: z.number(),
  }),
  z.strictObject({ kind: z.literal('consentGiven'), consented }),
  z.strictObject({
    kind: z.literal('enrolmentEnded'),
    state: z.enum([
      'joined',
      'refused',
      'expired',
      'stopped',
      'notUser',
      'appTooOld',
      'throttled',
      'misconfigured',
      'failed',
    ]),
  }),
  z.strictObject({
    kind: z.literal('paymentIntended'),
    reference,
    request: paymentRequest,
    createKey: z.string(),
    reservation: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('payment'), reference, event: paymentEvent }),
  z.strictObject({
    kind: z.literal('refundAsked'),
    reference,
    key: z.string(),
    amount: money,
    lines: z.array(z.strictObject({ line: lineId, quantity: z.number(), amount: money })).readonly(),
    reason: z.string(),
  }),
  z.strictObject({ kind: z.literal('vendingOpened'), qrId: z.string().nullable() }),
  z.strictObject({ kind: z.literal('vendAsked'), item: lineId, product }),
  z.strictObject({
    kind: z.literal('vendSettled'),
    item: lineId,
    outcome: z.enum(['dispensed', 'failed', 'tooLate', 'unknown', 'notApproved']),
  }),
  z.strictObject({
    kind: z.literal('vendingEnded'),
    why: z.enum(['done', 'tooLate', 'fault', 'notApproved', 'restarted']),
  }),
  z.strictObject({ kind: z.literal('salvaged') }),
  z.strictObject({ kind: z.literal('parked') }),
  z.strictObject({ kind: z.literal('recalled') }),
  z.strictObject({ kind: z.literal('paidElsewhere'), method: z.enum(['card', 'cash', 'other']) }),
  z.strictObject({ kind: z.literal('abandoned') }),
  z.strictObject({ kind: z.literal('purchaseRegistered') }),
  z.strictObject({ kind: z.literal('receiptOwed') }),
  z.strictObject({ kind: z.literal('receiptSent') }),
  z.strictObject({ kind: z.literal('receiptRefused') }),
  z.strictObject({ kind: z.literal('left') }),
]);

export const saleEntrySchema = z.strictObject({
  saleId: text<SaleId>(),
  at: instant,
  version: z.literal(1),
  event: saleEventSchema,
});

/** Fails to compile when schema and type drift apart, whichever of them was changed. */
type Agree<A, B> = [A] extends [B] ? ([B] extends [A] ? true : 'the type has more') : 'the schema has more';
export const agreement: readonly [
  Agree<z.output<typeof saleEventSchema>, SaleEvent>,
  Agree<z.output<typeof saleEntrySchema>, SaleEntry>,
] = [true, true];
