/**
 * Walks every state of one customer's turn at a machine: customer, controller, time, network, webhook and power supply in
 * any order. The decisions are those of the real flow (`machineAlone.ts`); what its driver may meet is `saleNetwork.ts`.
 */

import { isFinal, type Payment, type Refusal } from '../domain/payment.ts';
import { isEnded, type Sale, unresolvedPayment } from '../domain/sale.ts';
import type { SaleEvent } from '../domain/saleEvent.ts';
import type { Slot } from '../domain/vending.ts';
import { leaveSale } from '../flows/openSale.ts';
import { instant } from '../kernel/time.ts';
import { act, type Done, type Hands, nobody, started, type Turned } from './machineAlone.ts';
import { customerActs, driven, type Happening, type Ledgers, webhookComes } from './saleNetwork.ts';
import { type Step, walk } from './walk.ts';

export interface MachineWorld {
  readonly till: Turned;
  readonly ledgers: Ledgers;
  /** Items whose motor was turned, in that order. */
  readonly begun: readonly string[];
}

export interface Beginning {
  readonly slots: readonly Slot[];
  /** A customer scans the machine's code, or chooses this. */
  readonly by: 'scan' | { readonly choosing: string };
  /** So many pieces are asked for; a second one shows what a third would. */
  readonly mostItems: number;
}

/** Asked while asked before: a mistake in itself, and not followed any further. */
export function isAskedTwice({ till }: MachineWorld): boolean {
  return (till.sale?.payments ?? []).filter((one) => !isFinal(one)).length > 1;
}

export function exploreMachine({ slots, by, mostItems }: Beginning) {
  return walk<MachineWorld>({ till: nobody, ledgers: {}, begun: [] }, keyOf, stepsOf);

  async function stepsOf(world: MachineWorld): Promise<readonly Step<MachineWorld>[]> {
    const { sale } = world.till;
    if (sale?.left || isAskedTwice(world)) return [];
    if (sale === null || sale.payments.length === 0) return does(world, 'a customer comes', comes);
    const payment = unresolvedPayment(sale);
    const open = payment !== null && world.till.driven.includes(payment.reference) ? [payment] : [];
    const lists = await Promise.all([
      ...open.flatMap((one) => happens(world, one, driven(one, world.ledgers, refusalsOf(one)))),
      ...sale.payments.flatMap((one) => happens(world, one, customerActs(one, world.ledgers))),
      // Of a payment that is driven it only hurries what comes anyway.
      ...sale.payments
        .filter(({ reference }) => !world.till.driven.includes(reference))
        .flatMap((one) => happens(world, one, webhookComes(one, world.ledgers))),
      ...controllerSteps(world, sale),
      killed(world, 'killed'),
    ]);
    return lists.flat();
  }

  function comes({ desk }: Hands): unknown {
    const scan = { customerToken: 't', qrId: 'm.1', initiatedAt: instant(0) };
    return by === 'scan' ? desk.arrive(scan) : desk.choose(by.choosing);
  }

  function controllerSteps(world: MachineWorld, sale: Sale) {
    const items = sale.vending?.items ?? [];
    const { begun } = world;
    const turns = (id: string) => ({ ...world, begun: [...begun, id] });
    return [
      ...(items.length < mostItems
        ? slots.map(({ sku }) => does(world, `takes ${sku}`, ({ desk }) => desk.take(sale.id, sku)))
        : []),
      // What `take` was answered with may move at once; what was chosen first, as soon as the state says so.
      ...items
        .filter(({ id, state }) => state === 'asked' && !begun.includes(id))
        .filter(({ id }) => by === 'scan' || id !== items[0]?.id || world.till.view?.phase === 'dispensing')
        .map(({ id }) => [{ name: 'a motor turns', to: turns(id), byItself: true }]),
      ...items.flatMap(({ id }) => [
        ...(begun.includes(id)
          ? [does(world, 'told as dispensed', ({ desk }) => desk.settle(id, 'dispensed'))]
          : []),
        does(world, 'told as failed', ({ desk }) => desk.settle(id, 'failed')),
      ]),
      does(world, 'done', ({ desk }) => desk.done(sale.id)),
      does(world, 'at fault', ({ desk }) => desk.fault('E01')),
      ...(isEnded(sale)
        ? [does(world, 'the next one may come', ({ book }) => leaveSale(book, sale), true)]
        : [does(world, 'another customer comes', comes)]),
      ...(world.till.until === null || isEnded(sale)
        ? []
        : [does(world, 'it has taken too long', ({ turn }) => turn.close(sale.id, 'tooLate'), true)]),
    ];
  }

  function happens(world: MachineWorld, payment: Payment, may: readonly Happening[]) {
    return may.map(({ name, events, ledgers, byItself, kills }) => {
      const after = { ...world, ledgers };
      if (events.length === 0) return kills ? killed(after, name) : [{ name, to: after, byItself }];
      const write = ({ book }: Hands) => {
        for (const part of apart(events)) book.record(...told(world, payment, part));
      };
      return does(after, name, write, byItself, kills);
    });
  }

  /** The step, and the power going after each of its entries but the last. */
  async function does(
    world: MachineWorld,
    name: string,
    what: (hands: Hands) => unknown,
    byItself = false,
    kills = false,
  ): Promise<readonly Step<MachineWorld>[]> {
    const done = await act(world.till, slots, what);
    const steps = kills ? [] : [{ name, to: { ...world, till: done.to }, byItself }];
    const cuts: (readonly Step<MachineWorld>[])[] = [];
    for (let writes = 1; writes < done.writes + (kills ? 1 : 0); writes += 1) {
      const cut = await act(world.till, slots, what, writes);
      cuts.push(await killed({ ...world, till: cut.to }, `${name}, killed after entry ${writes}`));
    }
    return [...steps, ...cuts.flat()];
  }

  /** Comes back, or is killed once more on its way. */
  async function killed(world: MachineWorld, name: string): Promise<readonly Step<MachineWorld>[]> {
    const back = await started(world.till, slots);
    const step = (done: Done, what: string) => ({
      name: what,
      to: { ...world, till: done.to },
      byItself: false,
    });
    const steps = [step(back, name)];
    for (let writes = 1; writes < back.writes; writes += 1) {
      const cut = await started(world.till, slots, writes);
      steps.push(step(await started(cut.to, slots), `${name} twice`));
    }
    return steps;
  }
}

/** A wallet never says that a customer is too young: it refuses as for any other reason (payments.md 4.3). */
function refusalsOf({ request }: Payment): readonly Refusal[] {
  return request.minimumAge === undefined ? ['rejected'] : ['rejected', 'cannotSendToNumber'];
}

/** What is announced is written by itself, before it is sent. */
function apart(events: Happening['events']): readonly Happening['events'][] {
  const [first, ...rest] = events;
  const announces = first?.kind === 'operationStarted' || first?.kind === 'createRepeated';
  return announces && rest.length > 0 ? [[first], rest] : [events];
}

function told(world: MachineWorld, { reference }: Payment, events: Happening['events']) {
  const { sale } = world.till;
  if (sale === null) throw new Error('there is nobody whose payment this is');
  return [sale.id, ...events.map((event): SaleEvent => ({ kind: 'payment', reference, event }))] as const;
}

/** Times do not matter to any rule, but for whether there is one. */
function keyOf({ till, ledgers, begun }: MachineWorld): string {
  const { sale, current, until, driven: open, view } = till;
  const payments = (sale?.payments ?? []).map(({ request, ...rest }) => [
    request.amount.minor,
    { ...rest, approvedAt: null, capturedAt: null, releasedAt: null },
  ]);
  const items = sale?.vending?.items.map(({ product, state }) => [product.sku, state]);
  const ends = [sale?.vending?.end, sale?.receipt, sale?.left];
  return JSON.stringify([
    ...[items, ends, payments, ledgers, begun],
    ...[current !== null, until !== null, open, view?.phase],
  ]);
}
