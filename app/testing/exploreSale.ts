/**
 * Walks every reachable state of a whole sale: cashier, customer, network, webhook, poll and power supply in any order, with
 * a second attempt after the first. The payment alone is explored deeper in `explorePayment.ts`; here the rules of the
 * sale around it are asked, so the network is simpler: a call is answered, lost before or lost after it was done.
 */

import { type Payment, type PaymentReference, type PaymentRequest, refundable } from '../domain/payment.ts';
import { refundOperation } from '../domain/paymentDue.ts';
import type { PaymentEvent } from '../domain/paymentMachine.ts';
import { planRefund } from '../domain/refund.ts';
import { currentPayment, isEnded, type Sale, saleTotal, unresolvedPayment } from '../domain/sale.ts';
import type { SaleEvent } from '../domain/saleEvent.ts';
import { applyEntry } from '../domain/saleFold.ts';
import { mayAbandon, mayAsk, mayChangeBasket, mayPark, mayPayElsewhere } from '../domain/saleRules.ts';
import { instant } from '../kernel/time.ts';
import {
  changeEnds,
  customerActs,
  driven,
  type Happening,
  type Ledgers,
  webhookComes,
} from './saleNetwork.ts';
import { aSale, goods, lineAdded } from './stories.ts';
import { type Step, walk } from './walk.ts';

export interface SaleWorld {
  readonly sale: Sale;
  readonly ledgers: Ledgers;
}

/** The second attempt is explored as far as the first; a third adds nothing that a second does not show. */
const mostAttempts = 2;
const line = '1001';

export function startSale(): SaleWorld {
  return { sale: aSale([lineAdded(goods({ sku: line, price: 10_000 }))]), ledgers: {} };
}

export const exploreSale = (start: SaleWorld) => walk(start, keyOf, stepsOf);

/** Times do not matter to any rule; requests follow from the basket at the time, which the amount tells. */
function keyOf({ sale, ledgers }: SaleWorld): string {
  const payments = sale.payments.map(({ request, createdAt: _, until: __, ...rest }) => [
    request.amount.minor,
    { ...rest, approvedAt: null, capturedAt: null, releasedAt: null },
  ]);
  const refunds = sale.refunds.map(({ amount, outcome, target }) => [amount.minor, outcome, target]);
  const { abandoned, paidElsewhere, left } = sale;
  const basket = sale.lines.map(({ quantity }) => quantity);
  return JSON.stringify([
    basket,
    payments,
    refunds,
    abandoned,
    paidElsewhere,
    sale.parkedAt !== null,
    left,
    ledgers,
  ]);
}

function recorded(world: SaleWorld, ...events: readonly SaleEvent[]): SaleWorld {
  const { id: saleId } = world.sale;
  const sale = events.reduce<Sale>(
    (known, event) => applyEntry(known, { saleId, at: instant(0), version: 1, event }),
    world.sale,
  );
  return { ...world, sale };
}

function told(world: SaleWorld, { reference }: Payment, event: PaymentEvent): SaleWorld {
  return recorded(world, { kind: 'payment', reference, event });
}

function stepsOf(world: SaleWorld): readonly Step<SaleWorld>[] {
  const payment = unresolvedPayment(world.sale);
  const { payments } = world.sale;
  const { ledgers } = world;
  return [
    ...(payment === null ? [] : after(world, payment, driven(payment, ledgers, ['rejected']))),
    ...payments.flatMap((one) => after(world, one, customerActs(one, ledgers))),
    ...payments.flatMap((one) => after(world, one, webhookComes(one, ledgers))),
    ...cashierSteps(world),
    { name: 'killed', to: restarted(world), byItself: false },
  ];
}

function after(world: SaleWorld, payment: Payment, may: readonly Happening[]): readonly Step<SaleWorld>[] {
  return may.map(({ name, events, ledgers, byItself, kills }) => {
    const to = { ...events.reduce((known, event) => told(known, payment, event), world), ledgers };
    return { name, to: kills === true ? restarted(to) : to, byItself };
  });
}

function restarted(world: SaleWorld): SaleWorld {
  const payment = unresolvedPayment(world.sale);
  return payment === null ? world : told(world, payment, { kind: 'restarted' });
}

function cashierSteps(world: SaleWorld): readonly Step<SaleWorld>[] {
  const { sale } = world;
  const list: Step<SaleWorld>[] = [];
  const may = (name: string, refused: unknown, to: () => SaleWorld) => {
    if (refused === null) list.push({ name, to: to(), byItself: false });
  };
  const asked = sale.payments.length < mostAttempts ? mayAsk(sale) : 'enough';
  may('asks', asked, () => recorded(world, intended(sale)));
  const payment = currentPayment(sale);
  if (payment !== null) list.push({ name: 'cancels', to: cancelled(world, payment), byItself: false });
  may('parks', sale.parkedAt === null ? mayPark(sale) : 'parked', () => recorded(world, { kind: 'parked' }));
  may('recalls', sale.parkedAt === null ? 'not parked' : null, () => recorded(world, { kind: 'recalled' }));
  may('gives up', mayAbandon(sale), () => recorded(world, { kind: 'abandoned' }));
  may('paid elsewhere', mayPayElsewhere(sale), () =>
    recorded(world, { kind: 'paidElsewhere', method: 'cash' }),
  );
  may('changes the basket', mayChangeBasket(sale), () => {
    const quantity = sale.lines[0]?.quantity === 1 ? 2 : 1;
    return recorded(world, { kind: 'lineQuantity', line: line as never, quantity });
  });
  if (isEnded(sale) && !sale.left)
    list.push({ name: 'next', to: recorded(world, { kind: 'left' }), byItself: false });
  return [...list, ...refundSteps(world)];
}

function cancelled(world: SaleWorld, payment: Payment): SaleWorld {
  return told(world, payment, { kind: 'cancelRequested' });
}

/** A part first, then all that is left. */
function refundSteps(world: SaleWorld): readonly Step<SaleWorld>[] {
  const { sale } = world;
  const payment = currentPayment(sale);
  if (payment === null || sale.refunds.length >= 2) return [];
  const minor = sale.refunds.length === 0 ? 4000 : refundable(payment);
  const plan = planRefund(sale, payment, { kind: 'amount', minor });
  const operation = plan.ok ? refundOperation(payment, plan.value.amount.minor) : null;
  if (!plan.ok || operation === null) return [];
  const { reference } = payment;
  const to = recorded(
    world,
    { kind: 'refundAsked', reference, key: operation.key, reason: 'r', ...plan.value },
    { kind: 'payment', reference, event: { kind: 'operationStarted', operation } },
  );
  return after(to, payment, changeEnds(payment, world.ledgers, operation, []));
}

function intended(sale: Sale): SaleEvent {
  const reference = `K01-000001-abcdef-${sale.payments.length + 1}` as PaymentReference;
  const request: PaymentRequest = {
    saleId: sale.id,
    amount: saleTotal(sale),
    payer: { by: 'customerToken', customerToken: 't' },
    description: 'd',
    receipt: null,
  };
  return { kind: 'paymentIntended', reference, request, createKey: `${reference}-create` };
}
