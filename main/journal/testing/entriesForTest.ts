/** One entry of every kind an event can have, with personal values that no disk may show. */

import { readGtin } from '../../../app/domain/gtin.ts';
import type { MemberId } from '../../../app/domain/member.ts';
import { basisPoints, minor, money } from '../../../app/domain/money.ts';
import type { Msisdn } from '../../../app/domain/msisdn.ts';
import type { PaymentReference } from '../../../app/domain/payment.ts';
import type { PaymentEvent } from '../../../app/domain/paymentMachine.ts';
import type { LineId, Sale, SaleId } from '../../../app/domain/sale.ts';
import type { SaleEntry, SaleEvent } from '../../../app/domain/saleEvent.ts';
import { foldSale } from '../../../app/domain/saleFold.ts';
import { instant } from '../../../app/kernel/time.ts';

export const secretNumber = '4791234567';
export const secretToken = 'customer-token-of-somebody';
export const secretName = 'Førstenavn';
export const secretHandle = 'auth-req-id-of-somebody';
export const secretMemberNumber = 'M-77001';
export const secretSub = 'c06c4afe-d9e1-4c5d-939a-177d752a0944';
export const secretAddress = 'somebody@example.com';

const line = 'line-1' as LineId;
const reference = 'kk-01-reference' as PaymentReference;
const receipt = {
  lines: [
    {
      id: 'line-1',
      name: 'Termos stål 0,75 l',
      quantity: 1,
      unitPrice: money(34900, 'NOK'),
      discount: money(0, 'NOK'),
      total: money(34900, 'NOK'),
      vat: money(6980, 'NOK'),
      vatRate: basisPoints(2500),
    },
  ],
  total: money(34900, 'NOK'),
  posId: 'POS-01',
  receiptNumber: '01-000001',
};
const request = {
  saleId: 'sale-1',
  amount: money(34900, 'NOK'),
  description: 'Butikken, kvittering 01-000001',
  receipt,
};
const facts = {
  state: 'AUTHORIZED',
  amount: 34900,
  authorised: 34900,
  captured: 0,
  cancelled: 0,
  refunded: 0,
  qrImageUrl: null,
  saleId: 'sale-1',
} as const;

const paymentEvents: readonly PaymentEvent[] = [
  { kind: 'createRepeated' },
  { kind: 'createAccepted', qrImageUrl: 'http://127.0.0.1/qr.png' },
  { kind: 'createRefused', refusal: 'pushNotAllowed' },
  { kind: 'createRefused', refusal: 'rejected', code: '5070' },
  { kind: 'createUnanswered' },
  { kind: 'read', facts },
  { kind: 'read', facts: { ...facts, guaranteedUntil: instant(1_800_000_000_000) } },
  { kind: 'notFound' },
  { kind: 'cancelRequested' },
  { kind: 'takeDecided', amount: 0 },
  { kind: 'takeDecided', amount: 34900 },
  {
    kind: 'operationStarted',
    operation: { kind: 'capture', key: 'key-1', amount: minor(34900), target: 34900 },
  },
  { kind: 'operationUnanswered' },
  { kind: 'operationRefused' },
  { kind: 'operationRefused', code: '6260' },
  { kind: 'doubted' },
  { kind: 'restarted' },
];

const thermos = {
  sku: 'TM-075',
  name: 'Termos stål 0,75 l',
  price: money(34900, 'NOK'),
  memberPrice: null,
  vatRate: basisPoints(2500),
  barcodes: [readGtin('4006381333931')].filter((gtin) => gtin !== null),
};

/** By kind, so that a new kind of event does not compile until it is here. */
const events: { readonly [Kind in SaleEvent['kind']]: readonly Extract<SaleEvent, { kind: Kind }>[] } = {
  opened: [{ kind: 'opened', number: '01-000001', currency: 'NOK' }],
  lineAdded: [{ kind: 'lineAdded', line, quantity: 1, product: thermos }],
  lineQuantity: [{ kind: 'lineQuantity', line, quantity: 2 }],
  lineDiscounted: [
    { kind: 'lineDiscounted', line, amount: money(5000, 'NOK'), reason: 'bulk' },
    { kind: 'lineDiscounted', line, amount: null, reason: '' },
  ],
  lineRemoved: [{ kind: 'lineRemoved', line }],
  customerIdentified: [
    { kind: 'customerIdentified', msisdn: secretNumber as Msisdn, proof: 'qrExchange' },
    {
      kind: 'customerIdentified',
      msisdn: secretNumber as Msisdn,
      proof: 'staticQr',
      token: { value: 'token-1', until: instant(1_700_000_900_000) },
    },
  ],
  vendingOpened: [
    { kind: 'vendingOpened', qrId: 'kasse-1.abc' },
    { kind: 'vendingOpened', qrId: null },
  ],
  vendAsked: [{ kind: 'vendAsked', item: line, product: thermos }],
  vendSettled: (['dispensed', 'failed', 'tooLate', 'unknown', 'notApproved'] as const).map((outcome) => ({
    kind: 'vendSettled',
    item: line,
    outcome,
  })),
  vendingEnded: (['done', 'tooLate', 'fault', 'notApproved', 'restarted'] as const).map((why) => ({
    kind: 'vendingEnded',
    why,
  })),
  customerCleared: [{ kind: 'customerCleared' }],
  membership: [
    { kind: 'membership', membership: { status: 'checking' } },
    {
      kind: 'membership',
      membership: {
        status: 'member',
        member: {
          id: 'member-1' as MemberId,
          name: secretName,
          since: instant(1_700_000_000_000),
          number: secretMemberNumber,
          points: 120,
        },
      },
    },
    {
      kind: 'membership',
      membership: {
        status: 'member',
        member: { id: 'member-2' as MemberId, name: null, since: instant(0), number: null, points: null },
      },
    },
    { kind: 'membership', membership: { status: 'notMember' } },
    { kind: 'membership', membership: { status: 'unknown' } },
  ],
  enrolmentStarted: [
    {
      kind: 'enrolmentStarted',
      authReqId: secretHandle,
      bindingMessage: 'K7T-4MX',
      until: instant(1_700_000_300_000),
      intervalMs: 5000,
    },
  ],
  consentGiven: [
    {
      kind: 'consentGiven',
      consented: {
        sub: secretSub,
        msisdn: secretNumber as Msisdn,
        name: `${secretName} Etternavn`,
        givenName: secretName,
        email: secretAddress,
        channels: { email: true, sms: false },
        consentedAt: instant(1_700_000_100_000),
        consentText: '2026-03',
      },
    },
  ],
  enrolmentEnded: [{ kind: 'enrolmentEnded', state: 'joined' }],
  paymentIntended: [
    {
      kind: 'paymentIntended',
      reference,
      createKey: 'create-1',
      request: { ...request, payer: { by: 'phone', msisdn: secretNumber as Msisdn } },
    },
    {
      kind: 'paymentIntended',
      reference,
      createKey: 'create-2',
      request: { ...request, payer: { by: 'customerToken', customerToken: secretToken } },
    },
    {
      kind: 'paymentIntended',
      reference,
      createKey: 'create-3',
      request: { ...request, receipt: null, payer: { by: 'qrOnScreen' } },
    },
    {
      kind: 'paymentIntended',
      reference,
      createKey: 'create-4',
      request: {
        ...request,
        minimumAge: 18,
        receipt: null,
        payer: { by: 'customerToken', customerToken: secretToken },
      },
      reservation: true,
    },
  ],
  payment: paymentEvents.map((event) => ({ kind: 'payment', reference, event })),
  refundAsked: [
    {
      kind: 'refundAsked',
      reference,
      key: 'refund-1',
      amount: money(34900, 'NOK'),
      lines: [{ line, quantity: 1, amount: money(34900, 'NOK') }],
      reason: 'Feil størrelse',
    },
  ],
  salvaged: [{ kind: 'salvaged' }],
  parked: [{ kind: 'parked' }],
  recalled: [{ kind: 'recalled' }],
  paidElsewhere: [{ kind: 'paidElsewhere', method: 'card' }],
  abandoned: [{ kind: 'abandoned' }],
  purchaseRegistered: [{ kind: 'purchaseRegistered' }],
  receiptOwed: [{ kind: 'receiptOwed' }],
  receiptSent: [{ kind: 'receiptSent' }],
  receiptRefused: [{ kind: 'receiptRefused' }],
  left: [{ kind: 'left' }],
};

export function entry(saleId: string, event: SaleEvent, at = 1_700_000_000_000): SaleEntry {
  return { saleId: saleId as SaleId, at: instant(at), version: 1, event };
}

/** What `append` takes: the entries, and a sale that a restarted till has to do with, or not. */
export function upTo(
  entries: readonly SaleEntry[],
  unfinished: boolean,
): readonly [readonly SaleEntry[], Sale] {
  const saleId = entries[0]?.saleId ?? '';
  const opening = entry(saleId, { kind: 'opened', number: '01-000001', currency: 'NOK' });
  const sale = foldSale(unfinished ? [opening] : [opening, entry(saleId, { kind: 'abandoned' })]);
  if (sale === null) throw new Error('an opening makes a sale');
  return [entries, sale];
}

export function everyKindOfEntry(saleId: string): readonly SaleEntry[] {
  return Object.values(events)
    .flat()
    .map((event, index) => entry(saleId, event, 1_700_000_000_000 + index));
}
