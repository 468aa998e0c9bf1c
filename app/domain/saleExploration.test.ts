/** The sale around the payment, explored exhaustively with two attempts: every rule asked of every reachable state. */

import { describe, expect, it } from 'vitest';
import { exploreSale, type SaleGraph, type SaleWorld, startSale } from '../testing/exploreSale.ts';
import type { Ledger } from '../testing/paymentWorld.ts';
import { due } from './paymentDue.ts';
import { isUnfinished, type SaleState, saleState, saleTotal, unresolvedPayment } from './sale.ts';

const graph = exploreSale(startSale());

const transitions = [...graph.edges.values()].reduce((sum, edges) => sum + edges.length, 0);

/** What may still be taken or is taken: reserved, waiting to be approved, or captured. */
function alive({ state, captured, cancelled }: Ledger): boolean {
  return state === 'CREATED' || (state === 'AUTHORIZED' && (captured > 0 || cancelled === 0));
}

function breaches(holds: (world: SaleWorld) => boolean): readonly string[] {
  const broken: string[] = [];
  for (const [key, world] of graph.states) {
    if (holds(world)) continue;
    broken.push(key);
    if (broken.length === 3) break;
  }
  return broken;
}

describe(`a sale with its payments (${graph.states.size} states, ${transitions} transitions, depth ${graph.depth})`, () => {
  it('reaches every declared state', () => {
    const reached = new Set([...graph.states.values()].map(({ sale }) => saleState(sale)));
    const all: SaleState[] = ['open', 'paying', 'paid', 'paidElsewhere', 'parked', 'abandoned'];
    expect([...reached].sort()).toEqual(all.sort());
  });

  it('I1: never lets two attempts take money', () => {
    expect(breaches(({ ledgers }) => Object.values(ledgers).filter(alive).length <= 1)).toEqual([]);
  });

  it('I2, I8: is paid exactly what it costs, and only when the service has it', () => {
    expect(
      breaches(({ sale, ledgers }) => {
        if (saleState(sale) !== 'paid') return true;
        const captured = Object.values(ledgers).reduce((sum, one) => sum + one.captured, 0);
        return captured === saleTotal(sale).minor;
      }),
    ).toEqual([]);
  });

  it('I3: never sends back more than was captured, and remembers what it sent', () => {
    expect(
      breaches(({ sale, ledgers }) => {
        const held = Object.values(ledgers).every(({ captured, refunded }) => refunded <= captured);
        const done = sale.refunds.filter(({ outcome }) => outcome === 'done');
        const told = done.reduce((sum, { amount }) => sum + amount.minor, 0);
        const back = Object.values(ledgers).reduce((sum, { refunded }) => sum + refunded, 0);
        return held && told <= back && sale.outsideRefunds.length === 0;
      }),
    ).toEqual([]);
  });

  it('I7: asks for what is in the basket for as long as it asks', () => {
    expect(
      breaches(({ sale }) => {
        const open = unresolvedPayment(sale);
        return open === null || open.request.amount.minor === saleTotal(sale).minor;
      }),
    ).toEqual([]);
  });

  it('I8: is given up or paid elsewhere only when nothing can be taken any more', () => {
    expect(
      breaches(({ sale, ledgers }) => {
        if (!sale.abandoned && sale.paidElsewhere === null) return true;
        return Object.values(ledgers).every((one) => !alive(one));
      }),
    ).toEqual([]);
  });

  it('I9: is found again after a kill for as long as anything moves', () => {
    expect(
      breaches(({ sale, ledgers }) => {
        const known = sale.payments.filter(({ reference }) => ledgers[reference] !== undefined);
        const moving = known.some(({ reference }) => {
          const ledger = ledgers[reference];
          return ledger !== undefined && alive(ledger) && ledger.captured === 0;
        });
        return isUnfinished(sale) || !moving;
      }),
    ).toEqual([]);
  });

  it('I4, I9: parked or not, comes to an end without a person', () => {
    const stuck = stuckStates(graph);
    expect(stuck.slice(0, 3)).toEqual([]);
  });
});

/** States from which no step that needs no person leads to an end with nothing reserved. */
function stuckStates({ states, edges }: SaleGraph): readonly string[] {
  const into = new Map<string, string[]>();
  for (const [from, out] of edges) {
    for (const { to, byItself } of out) if (byItself) into.set(to, [...(into.get(to) ?? []), from]);
  }
  const ends = [...states].filter(([, { sale, ledgers }]) => {
    const reserved = Object.values(ledgers).some(
      ({ state, captured, cancelled }) => state === 'AUTHORIZED' && captured === 0 && cancelled === 0,
    );
    return unresolvedPayment(sale) === null && !reserved;
  });
  const good = new Set(ends.map(([key]) => key));
  const open = [...good];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const from of into.get(key) ?? []) {
      if (good.has(from)) continue;
      good.add(from);
      open.push(from);
    }
  }
  return [...states].filter(([key, world]) => !good.has(key) && !exhausted(world)).map(([key]) => key);
}

/** The exploration stops at one key per operation; the till itself goes on trying. */
function exhausted({ sale }: SaleWorld): boolean {
  const payment = unresolvedPayment(sale);
  if (payment === null) return false;
  const task = due(payment);
  return task.kind === 'start' && payment.tries[task.operation.kind] >= 1;
}
