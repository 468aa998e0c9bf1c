/**
 * The ports of a till whose recovery drill may be armed: at the chosen step `reached` is told, and whatever called never
 * hears an answer. Unless a drill is armed, every call passes untouched.
 */

import type { DrillStep } from '../../app/contract/drill.ts';
import type { PaymentReference } from '../../app/domain/payment.ts';
import { isUnfinished, type Sale } from '../../app/domain/sale.ts';
import type { SaleEntry } from '../../app/domain/saleEvent.ts';
import type { Result } from '../../app/kernel/result.ts';
import type { Journal } from '../../app/ports/Journal.ts';
import type { Payments } from '../../app/ports/Payments.ts';

export interface Tripwire {
  /** The step at which the till is to die; `null` while no drill is armed. */
  armed(): DrillStep | null;
  /** Kills the till. Answers only where that could not be done, and then everything goes on. */
  reached(step: DrillStep, sale: Sale): void;
}

export function underDrill(
  ports: { readonly journal: Journal; readonly payments: Payments },
  wire: Tripwire,
): { readonly journal: Journal; readonly payments: Payments } {
  const { journal, payments } = ports;
  /** The sale as it was written down last, by each of its payments; only while the till has to do with it. */
  const saleOf = new Map<PaymentReference, Sale>();

  function trip(step: DrillStep, reference: PaymentReference): void {
    const sale = saleOf.get(reference);
    if (sale !== undefined && wire.armed() === step) wire.reached(step, sale);
  }

  async function around<T, F>(
    steps: { readonly before?: DrillStep; readonly after?: DrillStep },
    reference: PaymentReference,
    work: () => Promise<Result<T, F>>,
  ): Promise<Result<T, F>> {
    if (steps.before !== undefined) trip(steps.before, reference);
    const answer = await work();
    // An answer that says no is not this step: nothing was carried out.
    if (steps.after !== undefined && answer.ok) trip(steps.after, reference);
    return answer;
  }

  return {
    journal: {
      ...journal,
      append(entries, after) {
        const written = journal.append(entries, after);
        if (!written.ok) return written;
        for (const { reference } of after.payments) {
          if (isUnfinished(after)) saleOf.set(reference, after);
          else saleOf.delete(reference);
        }
        if (wire.armed() === 'basket' && entries.some(isGoods)) wire.reached('basket', after);
        return written;
      },
    },
    payments: {
      ...payments,
      create: (reference, request, key) =>
        around({ before: 'beforeCreate', after: 'afterCreate' }, reference, () =>
          payments.create(reference, request, key),
        ),
      read(reference) {
        const payment = saleOf.get(reference)?.payments.find((one) => one.reference === reference);
        const waits = payment?.state === 'waiting';
        return around(waits ? { before: 'waiting' } : {}, reference, () => payments.read(reference));
      },
      capture: (reference, amount, key) =>
        around({ before: 'beforeCapture', after: 'afterCapture' }, reference, () =>
          payments.capture(reference, amount, key),
        ),
      refund: (reference, amount, key) =>
        around({ after: 'refund' }, reference, () => payments.refund(reference, amount, key)),
    },
  };
}

function isGoods({ event }: SaleEntry): boolean {
  return event.kind === 'lineAdded' || event.kind === 'lineQuantity';
}
