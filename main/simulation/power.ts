/**
 * The power supply of a simulated till: every call to the outside passes here, is counted, and at a chosen one the till
 * dies, before or after the call was carried out. What a dead till calls is never done and never answered.
 */

import type { JournalFault } from '../../app/kernel/fault.ts';
import { err, type Result } from '../../app/kernel/result.ts';
import type { Ports } from '../../app/ports/Ports.ts';
import type { Count } from './coverage.ts';
import type { Fate } from './fate.ts';

export interface Power {
  readonly ports: Ports;
  readonly dead: () => boolean;
  /** Pulls the plug. */
  cut(): void;
  /** Calls to the outside so far. */
  readonly steps: () => number;
}

/** Every call a till makes, and how much likelier than usual it dies there: rare ones would else be met too seldom. */
const weights = {
  'journal.append': 0.6,
  'journal.unfinished': 2,
  'journal.saleCount': 2,
  'journal.sale': 4,
  'journal.closeDay': 30,
  'payments.create': 3,
  'payments.read': 0.5,
  'payments.capture': 6,
  'payments.cancel': 6,
  'payments.refund': 8,
  'payments.log': 8,
  'codes.exchange': 1,
  'checkIn.notify': 4,
  'login.userExists': 8,
  'login.start': 8,
  'login.poll': 4,
  'receipts.add': 8,
  'members.find': 1,
  'members.enrol': 8,
  'members.registerPurchase': 10,
} as const;
export type Step = keyof typeof weights;

export const steps = Object.keys(weights) as readonly Step[];

/** A till that goes on with what a dead one left is watched more closely. */
const recovering = 5;

/** A promise of its own each time: one for all would hold on to every dead till that ever waited on it. */
const never = () => new Promise<never>(() => undefined);

export function underPower(
  ports: Ports,
  parts: {
    readonly fate: Fate;
    readonly count: Count;
    /** Share of the steps at which the till dies. */
    readonly crash: number;
    /** Whether the till is on its way up. */
    readonly starting: () => boolean;
    readonly died: () => void;
    /** So many entries are on the disk now. */
    readonly wrote: (entries: number) => void;
    readonly closedDay: () => void;
    /** What is written and what is sent, and what came of it. */
    readonly tell: (what: string) => void;
  },
): Power {
  let dead = false;
  let taken = 0;

  function cut(): void {
    if (dead) return;
    dead = true;
    parts.died();
  }

  /** Whether the till dies at this step, and on which side of it. */
  function deathAt(step: Step): 'before' | 'after' | null {
    taken += 1;
    const starting = parts.starting();
    const share = parts.crash * weights[step] * (starting ? recovering : 1);
    const struck = parts.fate.strike(
      'power',
      share,
      (chance) => chance.pick(['before', 'after'] as const),
      step,
    );
    if (struck === null) return null;
    parts.count(`crash ${step} ${struck.what}`);
    if (starting) parts.count('crash while starting');
    parts.tell(`the power goes ${struck.what} ${step}`);
    return struck.what;
  }

  async function asks<T extends { readonly ok: boolean }>(step: Step, work: () => Promise<T>): Promise<T> {
    if (dead) return never();
    const side = deathAt(step);
    if (side === 'before') {
      cut();
      return never();
    }
    const working = work();
    if (side === 'after') cut();
    const value = await working;
    if (dead) return never();
    if (step !== 'payments.read') parts.tell(`${step}: ${outcomeOf(value)}`);
    return value;
  }

  function writes<T>(step: Step, work: () => Result<T, JournalFault>): Result<T, JournalFault> {
    if (dead) return err(gone);
    const side = deathAt(step);
    if (side === 'before') cut();
    if (dead) return err(gone);
    const value = work();
    if (side === 'after') cut();
    return dead ? err(gone) : value;
  }

  const { journal, payments, codes, checkIn, login, receipts, members, clock } = ports;
  return {
    dead: () => dead,
    cut,
    steps: () => taken,
    ports: {
      ...ports,
      clock: { ...clock, sleep: (ms, signal) => (dead ? never() : clock.sleep(ms, signal)) },
      journal: {
        append: (...given) =>
          writes('journal.append', () => {
            const done = journal.append(...given);
            if (done.ok) parts.wrote(given[0].length);
            else parts.count(`disk ${done.fault.kind}`);
            parts.tell(`writes ${given[0].map(({ event }) => nameOf(event)).join(', ')}${said(done)}`);
            return done;
          }),
        unfinished: () => writes('journal.unfinished', () => journal.unfinished()),
        sale: (saleId) => writes('journal.sale', () => journal.sale(saleId)),
        saleOf: (reference) => journal.saleOf(reference),
        history: (query) => journal.history(query),
        movements: (from, to) => journal.movements(from, to),
        closeDay: (closing) =>
          writes('journal.closeDay', () => {
            const done = journal.closeDay(closing);
            if (done.ok) parts.closedDay();
            return done;
          }),
        closing: (date) => journal.closing(date),
        saleCount: () => writes('journal.saleCount', () => journal.saleCount()),
      },
      payments: {
        ...payments,
        create: (...given) => asks('payments.create', () => payments.create(...given)),
        read: (...given) => asks('payments.read', () => payments.read(...given)),
        capture: (...given) => asks('payments.capture', () => payments.capture(...given)),
        cancel: (...given) => asks('payments.cancel', () => payments.cancel(...given)),
        refund: (...given) =>
          asks('payments.refund', async () => {
            const sent = await payments.refund(...given);
            if (sent.ok) parts.count('refund done');
            else if (sent.fault.kind === 'rejected') parts.count('refund refused');
            return sent;
          }),
        log: (...given) => asks('payments.log', () => payments.log(...given)),
      },
      codes: { ...codes, exchange: (...given) => asks('codes.exchange', () => codes.exchange(...given)) },
      checkIn: { notify: (...given) => asks('checkIn.notify', () => checkIn.notify(...given)) },
      login: {
        userExists: (...given) => asks('login.userExists', () => login.userExists(...given)),
        start: (...given) => asks('login.start', () => login.start(...given)),
        poll: (...given) => asks('login.poll', () => login.poll(...given)),
      },
      receipts: { add: (...given) => asks('receipts.add', () => receipts.add(...given)) },
      members: {
        find: (...given) => asks('members.find', () => members.find(...given)),
        enrol: (...given) => asks('members.enrol', () => members.enrol(...given)),
        registerPurchase: (...given) =>
          asks('members.registerPurchase', () => members.registerPurchase(...given)),
      },
    },
  };
}

/** What a dying call is told; nobody is left to hear it. */
const gone = { kind: 'storeLocked' } as const;

function nameOf(event: { readonly kind: string; readonly event?: { readonly kind: string } }): string {
  return event.event === undefined ? event.kind : `${event.kind} ${event.event.kind}`;
}

function said(done: Result<unknown, JournalFault>): string {
  return done.ok ? '' : `: ${done.fault.kind}`;
}

function outcomeOf(value: { readonly ok: boolean; readonly fault?: { readonly kind: string } }): string {
  return value.ok ? 'ok' : (value.fault?.kind ?? 'fault');
}
