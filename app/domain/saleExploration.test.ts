/** The sale around the payment, explored exhaustively with two attempts: every rule asked of every reachable state. */

import { describe, expect, it } from 'vitest';
import { exploreSale, type SaleWorld, startSale } from '../testing/exploreSale.ts';
import type { Ledger } from '../testing/paymentWorld.ts';
import { mostTries } from '../testing/saleNetwork.ts';
import { breaches, reaching, sizeOf } from '../testing/walk.ts';
import { due } from './paymentDue.ts';
import { isUnfinished, type SaleState, saleState, saleTotal, unresolvedPayment } from './sale.ts';

const graph = await exploreSale(startSale());

/** What may still be taken or is taken: reserved, waiting to be approved, or captured. */
function alive({ state, captured, cancelled }: Ledger): boolean {
  return state === 'CREATED' || (state === 'AUTHORIZED' && (captured > 0 || cancelled === 0));
}

describe(`a sale with its payments (${sizeOf(graph)})`, () => {
  it('reaches every declared state', () => {
    const reached = new Set([...graph.states.values()].map(({ sale }) => saleState(sale)));
    const all: SaleState[] = ['open', 'paying', 'paid', 'paidElsewhere', 'parked', 'abandoned'];
    expect([...reached].sort()).toEqual(all.sort());
  });

  it('I1: never lets two attempts take money', () => {
    expect(breaches(graph, ({ ledgers }) => Object.values(ledgers).filter(alive).length <= 1)).toEqual([]);
  });

  it('I2, I8: is paid exactly what it costs, and only when the service has it', () => {
    expect(
      breaches(graph, ({ sale, ledgers }) => {
        if (saleState(sale) !== 'paid') return true;
        const captured = Object.values(ledgers).reduce((sum, one) => sum + one.captured, 0);
        return captured === saleTotal(sale).minor;
      }),
    ).toEqual([]);
  });

  it('I3: never sends back more than was captured, and remembers what it sent', () => {
    expect(
      breaches(graph, ({ sale, ledgers }) => {
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
      breaches(graph, ({ sale }) => {
        const open = unresolvedPayment(sale);
        return open === null || open.request.amount.minor === saleTotal(sale).minor;
      }),
    ).toEqual([]);
  });

  it('I8: is given up or paid elsewhere only when nothing can be taken any more', () => {
    expect(
      breaches(graph, ({ sale, ledgers }) => {
        if (!sale.abandoned && sale.paidElsewhere === null) return true;
        return Object.values(ledgers).every((one) => !alive(one));
      }),
    ).toEqual([]);
  });

  it('I9: is found again after a kill for as long as anything moves', () => {
    expect(
      breaches(graph, ({ sale, ledgers }) => {
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
    const good = reaching(graph, ({ sale, ledgers }) => {
      const reserved = Object.values(ledgers).some(
        ({ state, captured, cancelled }) => state === 'AUTHORIZED' && captured === 0 && cancelled === 0,
      );
      return unresolvedPayment(sale) === null && !reserved;
    });
    const stuck = [...graph.states].filter(([key, world]) => !good.has(key) && !exhausted(world));
    expect(stuck.slice(0, 3).map(([key]) => key)).toEqual([]);
  });
});

/** The exploration stops at one key per operation; the till itself goes on trying. */
function exhausted({ sale }: SaleWorld): boolean {
  const payment = unresolvedPayment(sale);
  if (payment === null) return false;
  const task = due(payment);
  return task.kind === 'start' && payment.tries[task.operation.kind] >= mostTries;
}
