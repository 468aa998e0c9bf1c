/**
 * Walks every reachable state of a whole sale: cashier, customer, network, webhook, poll and power supply in any order, with
 * a second attempt after the first. The payment alone is explored deeper in `explorePayment.ts`; here the rules of the
 * sale around it are asked, so the network is simpler: a call is answered, lost before or lost after it was done.
 */

import { type Payment, type PaymentReference, type PaymentRequest, refundable } from '../domain/payment.ts';
import { due, refundOperation } from '../domain/paymentDue.ts';
import { enoughNotFounds, type PaymentEvent } from '../domain/paymentMachine.ts';
import { planRefund } from '../domain/refund.ts';
import { currentPayment, isEnded, type Sale, saleTotal, unresolvedPayment } from '../domain/sale.ts';
import type { SaleEvent } from '../domain/saleEvent.ts';
import { applyEntry } from '../domain/saleFold.ts';
import { mayAbandon, mayAsk, mayChangeBasket, mayPark, mayPayElsewhere } from '../domain/saleRules.ts';
import { instant } from '../kernel/time.ts';
import { carryOut, created, factsOf, type Ledger } from './paymentWorld.ts';
import { aSale, goods, lineAdded } from './stories.ts';

export interface SaleWorld {
  readonly sale: Sale;
  /** What the service has, by reference. */
  readonly ledgers: Readonly<Record<string, Ledger>>;
}

export interface SaleStep {
  readonly name: string;
  readonly to: SaleWorld;
  readonly byItself: boolean;
}

export interface SaleGraph {
  readonly states: ReadonlyMap<string, SaleWorld>;
  readonly edges: ReadonlyMap<
    string,
    readonly { readonly name: string; readonly to: string; byItself: boolean }[]
  >;
  readonly depth: number;
}

/** The second attempt is explored as far as the first; a third adds nothing that a second does not show. */
const mostAttempts = 2;
const mostTries = 1;
const line = '1001';

export function startSale(): SaleWorld {
  return { sale: aSale([lineAdded(goods({ sku: line, price: 10_000 }))]), ledgers: {} };
}

export function exploreSale(start: SaleWorld): SaleGraph {
  const states = new Map([[keyOf(start), start]]);
  const edges = new Map<string, { name: string; to: string; byItself: boolean }[]>();
  let frontier: [string, SaleWorld][] = [...states];
  let depth = 0;
  while (frontier.length > 0) {
    const next: [string, SaleWorld][] = [];
    for (const [from, world] of frontier) {
      const out: { name: string; to: string; byItself: boolean }[] = [];
      for (const { name, to, byItself } of stepsOf(world)) {
        const key = keyOf(to);
        out.push({ name, to: key, byItself });
        if (states.has(key)) continue;
        states.set(key, to);
        next.push([key, to]);
      }
      edges.set(from, out);
    }
    frontier = next;
    if (next.length > 0) depth += 1;
  }
  return { states, edges, depth };
}

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

function withLedger(world: SaleWorld, { reference }: Payment, ledger: Ledger): SaleWorld {
  return { ...world, ledgers: { ...world.ledgers, [reference]: ledger } };
}

function stepsOf(world: SaleWorld): readonly SaleStep[] {
  const payment = unresolvedPayment(world.sale);
  return [
    ...(payment === null ? [] : tillSteps(world, payment)),
    ...world.sale.payments.flatMap((one) => customerSteps(world, one)),
    ...world.sale.payments.flatMap((one) => webhookSteps(world, one)),
    ...cashierSteps(world),
    { name: 'killed', to: restarted(world), byItself: false },
  ];
}

function restarted(world: SaleWorld): SaleWorld {
  const payment = unresolvedPayment(world.sale);
  return payment === null ? world : told(world, payment, { kind: 'restarted' });
}

function tillSteps(world: SaleWorld, payment: Payment): readonly SaleStep[] {
  const task = due(payment);
  switch (task.kind) {
    case 'nothing':
      return [];
    case 'create':
      return createSteps(task.repeat ? told(world, payment, { kind: 'createRepeated' }) : world, payment);
    case 'read':
      return [{ name: 'read', to: readNow(world, payment), byItself: true }];
    case 'start':
      if (payment.tries[task.operation.kind] >= mostTries) return [];
      return changeSteps(
        told(world, payment, { kind: 'operationStarted', operation: task.operation }),
        payment,
      );
    case 'send':
      return changeSteps(world, payment);
  }
}

function readNow(world: SaleWorld, payment: Payment): SaleWorld {
  const ledger = world.ledgers[payment.reference];
  const amount = payment.request.amount.minor;
  if (ledger !== undefined) return told(world, payment, { kind: 'read', facts: factsOf(ledger, amount) });
  // One step for the whole row of readings that do not know it: nothing else depends on the count.
  return Array.from({ length: enoughNotFounds }).reduce<SaleWorld>(
    (known) => told(known, payment, { kind: 'notFound' }),
    world,
  );
}

function createSteps(world: SaleWorld, payment: Payment): readonly SaleStep[] {
  const arrived = withLedger(world, payment, world.ledgers[payment.reference] ?? created());
  const lost = { kind: 'createUnanswered' } as const;
  return [
    {
      name: 'create answered',
      to: told(arrived, payment, { kind: 'createAccepted', qrImageUrl: null }),
      byItself: true,
    },
    { name: 'create lost before', to: told(world, payment, lost), byItself: false },
    { name: 'create lost after', to: told(arrived, payment, lost), byItself: false },
    {
      name: 'create refused',
      to: told(world, payment, { kind: 'createRefused', refusal: 'rejected' }),
      byItself: false,
    },
  ];
}

function changeSteps(world: SaleWorld, before: Payment): readonly SaleStep[] {
  const payment = find(world, before.reference);
  const operation = payment?.operation;
  const ledger = world.ledgers[before.reference];
  if (!payment || !operation || ledger === undefined) return [];
  const amount = payment.request.amount.minor;
  const lost = { kind: 'operationUnanswered' } as const;
  const lostBefore = {
    name: `${operation.kind} lost before`,
    to: told(world, payment, lost),
    byItself: false,
  };
  const done = carryOut(ledger, operation, amount);
  if (done === null) {
    const refused = told(world, payment, { kind: 'operationRefused' });
    return [lostBefore, { name: `${operation.kind} refused`, to: refused, byItself: true }];
  }
  const after = withLedger(world, payment, done);
  const facts = factsOf(done, amount);
  return [
    lostBefore,
    { name: operation.kind, to: told(after, payment, { kind: 'read', facts }), byItself: true },
    { name: `${operation.kind} lost after`, to: told(after, payment, lost), byItself: false },
    { name: `killed after ${operation.kind}`, to: restarted(after), byItself: false },
  ];
}

function customerSteps(world: SaleWorld, payment: Payment): readonly SaleStep[] {
  const ledger = world.ledgers[payment.reference];
  if (ledger?.state !== 'CREATED') return [];
  return (['AUTHORIZED', 'ABORTED', 'EXPIRED'] as const).map((state) => ({
    name: `customer: ${state}`,
    to: withLedger(world, payment, { ...ledger, state }),
    byItself: state === 'EXPIRED',
  }));
}

/** A webhook about any attempt, also one that nobody drives: it makes the till read, and nothing else. */
function webhookSteps(world: SaleWorld, payment: Payment): readonly SaleStep[] {
  if (world.ledgers[payment.reference] === undefined || payment.create === 'due') return [];
  return [{ name: 'webhook', to: readNow(world, payment), byItself: false }];
}

function cashierSteps(world: SaleWorld): readonly SaleStep[] {
  const { sale } = world;
  const list: SaleStep[] = [];
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
function refundSteps(world: SaleWorld): readonly SaleStep[] {
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
  return changeSteps(to, payment);
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

function find({ sale }: SaleWorld, reference: PaymentReference): Payment | null {
  return sale.payments.find((one) => one.reference === reference) ?? null;
}
