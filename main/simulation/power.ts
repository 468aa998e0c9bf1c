/**
 * The power supply of a simulated till: every call to the outside passes here, is counted, and at a chosen one the till
 * dies, before or after the call was carried out. What a dead till calls is never done and never answered.
 */

import { err, type Result } from '../../app/kernel/result.ts';
import type { Journal } from '../../app/ports/Journal.ts';
import type { Ports } from '../../app/ports/Ports.ts';
import type { Chance } from './chance.ts';

export interface Power {
  readonly ports: Ports;
  readonly dead: () => boolean;
  /** Pulls the plug. */
  cut(): void;
  /** Calls to the outside so far. */
  readonly steps: () => number;
}

const never = new Promise<never>(() => undefined);

export function underPower(
  ports: Ports,
  parts: {
    readonly chance: Chance /** Share of the steps at which the till dies. */;
    readonly crash: number;
    readonly died: () => void;
  },
): Power {
  let dead = false;
  let steps = 0;

  function cut(): void {
    if (dead) return;
    dead = true;
    parts.died();
  }

  /** Whether the till dies at this step, and on which side of it. */
  function fate(): 'lives' | 'before' | 'after' {
    steps += 1;
    if (!parts.chance.happens(parts.crash)) return 'lives';
    return parts.chance.happens(0.5) ? 'before' : 'after';
  }

  async function step<T>(work: () => Promise<T>): Promise<T> {
    if (dead) return never;
    const side = fate();
    if (side === 'before') {
      cut();
      return never;
    }
    const working = work();
    if (side === 'after') cut();
    const value = await working;
    return dead ? never : value;
  }

  function written<T>(
    work: () => Result<T, { readonly kind: 'storeLocked' }>,
  ): Result<T, { readonly kind: 'storeLocked' }> {
    if (dead) return err({ kind: 'storeLocked' });
    const side = fate();
    if (side === 'before') cut();
    if (dead) return err({ kind: 'storeLocked' });
    const value = work();
    if (side === 'after') cut();
    return dead ? err({ kind: 'storeLocked' }) : value;
  }

  const { journal, payments, codes, checkIn, login, receipts, members, clock } = ports;
  return {
    dead: () => dead,
    cut,
    steps: () => steps,
    ports: {
      ...ports,
      clock: { ...clock, sleep: (ms, signal) => (dead ? never : clock.sleep(ms, signal)) },
      journal: {
        append: (entries, after) => written(() => journal.append(entries, after) as never),
        unfinished: () => journal.unfinished(),
        sale: (saleId) => journal.sale(saleId),
        saleOf: (reference) => journal.saleOf(reference),
        saleCount: () => journal.saleCount(),
        history: (query) => journal.history(query),
        movements: (from, to) => journal.movements(from, to),
        closeDay: (closing) => written(() => journal.closeDay(closing) as never),
        closing: (date) => journal.closing(date),
      } satisfies Journal,
      payments: {
        create: (...given) => step(() => payments.create(...given)),
        read: (...given) => step(() => payments.read(...given)),
        log: (...given) => step(() => payments.log(...given)),
        capture: (...given) => step(() => payments.capture(...given)),
        cancel: (...given) => step(() => payments.cancel(...given)),
        refund: (...given) => step(() => payments.refund(...given)),
      },
      codes: {
        exchange: (...given) => step(() => codes.exchange(...given)),
        exchangeToken: (...given) => step(() => codes.exchangeToken(...given)),
      },
      checkIn: { notify: (...given) => step(() => checkIn.notify(...given)) },
      login: {
        userExists: (...given) => step(() => login.userExists(...given)),
        start: (...given) => step(() => login.start(...given)),
        poll: (...given) => step(() => login.poll(...given)),
      },
      receipts: { add: (...given) => step(() => receipts.add(...given)) },
      members: {
        find: (...given) => step(() => members.find(...given)),
        enrol: (...given) => step(() => members.enrol(...given)),
        registerPurchase: (...given) => step(() => members.registerPurchase(...given)),
      },
    },
  };
}
