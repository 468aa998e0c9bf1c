/** A payment as the cashier is told of it: its sentences in the order they were said, and its time-line. */

import { describe, expect, it } from 'vitest';
import { money } from '../domain/money.ts';
import type { PaymentFacts, PaymentReference, Refusal } from '../domain/payment.ts';
import type { PaymentEvent } from '../domain/paymentMachine.ts';
import { currentPayment } from '../domain/sale.ts';
import type { SaleEvent } from '../domain/saleEvent.ts';
import { instant } from '../kernel/time.ts';
import { aShop, kari, paymentOn, personalQr } from '../testing/shop.ts';
import {
  aRunningTill,
  aSale,
  entriesOf,
  goods,
  lineAdded,
  requested,
  type Shop,
  thermos,
  viewsOf,
} from '../testing/stories.ts';
import type { Till } from '../till.ts';
import type { PaymentView } from './view.ts';
import { paymentView } from './viewPayment.ts';

type Story = (on: { readonly shop: Shop; readonly till: Till }) => Promise<unknown>;

function paymentSeen(shop: Shop, till: Till): PaymentView | null {
  return viewsOf(shop, till).cashier.sale?.payment ?? null;
}

/** A thermos is to be paid by Kari; then the story. What was said at the payment station, and its time-line. */
async function told(story: Story) {
  const { shop, till } = aRunningTill(aShop());
  await till.scan(personalQr);
  await till.scan(thermos);
  const says: string[] = [];
  till.onChange(() => {
    const key = paymentSeen(shop, till)?.says.key.replace('payment.', '');
    if (key !== undefined && says.at(-1) !== key) says.push(key);
  });
  await story({ shop, till });
  const steps = paymentSeen(shop, till)?.steps.map(({ what }) => what.key.replace('step.', ''));
  return { says, steps };
}

/** The customer is asked; then this happens at the wallet or on the till, and a while passes. */
const asked =
  (then: (on: { shop: Shop; till: Till; reference: string }) => unknown, ms = 10_000): Story =>
  async ({ shop, till }) => {
    const { reference } = await requested(till);
    then({ shop, till, reference });
    await shop.clock.pass(ms);
  };

/** The next calls of the wallet go wrong in this way, before the customer is asked. */
const sent =
  (losses: Parameters<Shop['wallet']['lose']>, ms = 8000): Story =>
  async ({ shop, till }) => {
    shop.wallet.lose(...losses);
    const request = till.requestPayment('push');
    await shop.clock.pass(ms);
    await request;
  };

const approves = ({ shop, reference }: { shop: Shop; reference: string }) =>
  shop.wallet.customer(reference, 'AUTHORIZED');

describe('what is said, and what stands in the time-line, when', () => {
  it.each<[string, Story, string, string]>([
    [
      'the customer approves',
      asked(approves),
      'sending waiting approved paid',
      'intended sent approved captureSent captured',
    ],
    [
      'the customer declines',
      asked(({ shop, reference }) => shop.wallet.customer(reference, 'ABORTED')),
      'sending waiting declined',
      'intended sent declined',
    ],
    [
      'the customer lets it run out',
      async ({ shop, till }) => {
        const { reference } = await requested(till);
        await shop.clock.pass(600_000);
        shop.wallet.customer(reference, 'EXPIRED');
        await shop.clock.pass(5000);
      },
      'sending waiting lastQuarter expired',
      'intended sent expired',
    ],
    [
      'the cashier cancels',
      asked(({ till }) => till.cancelPayment()),
      'sending waiting cancelling cancelled',
      'intended sent cancelRequested cancelSent cancelled',
    ],
    [
      'the customer approves in the moment of the cancel',
      asked(({ shop, till }) => {
        shop.wallet.beforeCancel = (which) => shop.wallet.customer(which, 'AUTHORIZED');
        return till.cancelPayment();
      }),
      'sending waiting cancelling checkingCancel releasing released',
      'intended sent cancelRequested cancelSent operationRefused approved releaseSent released',
    ],
    [
      'the answer to the cancel is lost',
      asked(({ shop, till }) => {
        shop.wallet.lose('cancel', 'after');
        return till.cancelPayment();
      }),
      'sending waiting cancelling checkingCancel cancelled',
      'intended sent cancelRequested cancelSent unanswered cancelled',
    ],
    [
      'the answer to the request is lost',
      sent(['create', 'after']),
      'sending checkingCreate waiting',
      'intended unanswered sent',
    ],
    [
      'the request never arrives, however often it is sent',
      sent(['create', 'before', 'before', 'before'], 300_000),
      'sending checkingCreate refused.neverArrived',
      'intended unanswered repeated unanswered repeated unanswered notFound',
    ],
    [
      'there is no network',
      sent(['create', 'noConnection']),
      'sending refused.noConnection',
      'intended refused',
    ],
    [
      'the answer to the capture is lost',
      asked((on) => {
        on.shop.wallet.lose('capture', 'after');
        approves(on);
      }),
      'sending waiting approved checkingCapture paid',
      'intended sent approved captureSent unanswered captured',
    ],
    [
      'the capture is refused at first and put off then',
      asked((on) => {
        on.shop.wallet.lose('capture', 'rejected', 'tooManyRequests');
        approves(on);
      }, 60_000),
      'sending waiting approved captureDelayed paid',
      'intended sent approved captureSent operationRefused captureSent captured',
    ],
    [
      'the service refuses nothing but the receipt',
      async ({ shop, till }) => {
        shop.wallet.lose('create', 'receiptRefused');
        await requested(till);
        shop.wallet.customer(paymentOn(till).reference, 'AUTHORIZED');
        await shop.clock.pass(8000);
      },
      'sending waiting approved paidReceiptLater paid',
      'intended sent approved captureSent captured',
    ],
    [
      'the service is silent for a while',
      asked(
        ({ shop }) => shop.wallet.lose('read', ...Array.from({ length: 9 }, () => 'before' as const)),
        60_000,
      ),
      'sending waiting silent waiting',
      'intended sent',
    ],
    [
      'a code on the screen is scanned by the customer',
      async ({ shop, till }) => {
        const { reference } = await requested(till, 'qr');
        await shop.clock.pass(2000);
        shop.wallet.customer(reference, 'AUTHORIZED');
        await shop.clock.pass(5000);
      },
      'sending waitingQr approved paid',
      'intended sent approved captureSent captured',
    ],
  ])('%s', async (_story, story, says, steps) => {
    const heard = await told(story);
    expect({ says: heard.says.join(' '), steps: heard.steps?.join(' ') }).toEqual({ says, steps });
  });

  it('the till is killed meanwhile: the time-line reads on from the journal', async () => {
    const { shop, till } = aRunningTill();
    await till.scan(personalQr);
    await till.scan(thermos);
    const { reference } = await requested(till);
    till.stop();
    shop.wallet.customer(reference, 'AUTHORIZED');
    const { till: next } = aRunningTill(shop);
    await shop.clock.pass(8000);
    const before = paymentSeen(shop, next)?.steps;
    expect(before?.map(({ what }) => what.key).join(' ')).toBe(
      'step.intended step.sent step.restarted step.approved step.captureSent step.captured',
    );
    next.stop();
    const { till: third } = aRunningTill(shop);
    expect(paymentSeen(shop, third)?.steps).toEqual(before);
  });
});

describe('a sentence', () => {
  const amount = 34_900;
  const reference = 'K01-000001-abcdef-1' as PaymentReference;
  const product = goods({ sku: 'thermos', price: amount });

  function says(...happened: readonly PaymentEvent[]) {
    const request = {
      saleId: 'sale-1',
      amount: money(amount, 'NOK'),
      payer: { by: 'phone', msisdn: kari } as const,
      description: 'd',
      receipt: null,
    };
    const events: readonly SaleEvent[] = [
      lineAdded(product),
      { kind: 'paymentIntended', reference, request, createKey: `${reference}-create` },
      ...happened.map((event): SaleEvent => ({ kind: 'payment', reference, event })),
    ];
    const sale = aSale(events);
    const payment = currentPayment(sale);
    if (payment === null) throw new Error('no payment');
    return paymentView(sale, payment, { watch: null, entries: entriesOf(events), now: instant(2000) }).says;
  }

  const read = (facts: Partial<PaymentFacts>): PaymentEvent => ({
    kind: 'read',
    facts: {
      state: 'AUTHORIZED',
      amount,
      authorised: amount,
      captured: 0,
      cancelled: 0,
      refunded: 0,
      qrImageUrl: null,
      saleId: null,
      ...facts,
    },
  });
  const sum = money(amount, 'NOK');

  it('names the sum, and while the customer is asked the minutes left', () => {
    expect(says({ kind: 'createAccepted', qrImageUrl: null })).toEqual({
      key: 'payment.waiting',
      with: { sum, minutes: 10 },
    });
    expect(says(read({ captured: amount }))).toEqual({ key: 'payment.paid', with: { sum } });
  });

  it.each<[string, Partial<PaymentFacts>]>([
    ['payment.capturedInPart', { captured: 10_000, cancelled: amount - 10_000 }],
    ['payment.partlyRefunded', { captured: amount, refunded: 100 }],
    ['payment.refunded', { captured: amount, refunded: amount }],
    ['payment.cancelled', { cancelled: amount }],
  ])('%s', (key, facts) => expect(says(read({}), read(facts)).key).toBe(key));

  it.each<Refusal>([
    'pushNotAllowed',
    'cannotSendToNumber',
    'codeRefused',
    'rejected',
    'keysWrong',
    'productMissing',
    'noConnection',
  ])('payment.refused.%s', (refusal) => {
    expect(says({ kind: 'createRefused', refusal }).key).toBe(`payment.refused.${refusal}`);
  });

  it('payment.refused.referenceTaken, where the reference is another sale’s', () => {
    expect(says(read({ saleId: 'sale-9' })).key).toBe('payment.refused.referenceTaken');
  });
});
