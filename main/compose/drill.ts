/**
 * The recovery drill of training: at a chosen step the till starts its own successor and kills itself, with no handler
 * run and nothing closed. The successor finds the mark that was left, follows the sale, and tells whether it is whole.
 */

import { type DrillFinding, type DrillStep, type DrillView, drillChecks } from '../../app/contract/drill.ts';
import { currentPayment, type Sale, type SaleId, unresolvedPayment } from '../../app/domain/sale.ts';
import { foldSale } from '../../app/domain/saleFold.ts';
import { ok, type Result } from '../../app/kernel/result.ts';
import { isoUtc } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Journal } from '../../app/ports/Journal.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Payments } from '../../app/ports/Payments.ts';
import type { Till } from '../../app/till.ts';
import { type DrillMark, readDrillMark, removeDrillMark, writeDrillMark } from '../settings/drillMark.ts';
import { type BothSides, basketOf, moneyChecks, sameSale } from './drillChecks.ts';
import { underDrill } from './drillPorts.ts';

export interface Drill {
  /** To be given to the till in place of the ports the drill was made with. */
  readonly ports: { readonly journal: Journal; readonly payments: Payments };
  /** `training.drill` of the contract. */
  choose(step: DrillStep | 'dismiss'): Result<null>;
  view(): DrillView | null;
  /** The till has started. Whatever a drill before it has left behind is followed to its end. */
  follow(till: Pick<Till, 'state' | 'onChange'>): void;
}

export interface DrillParts {
  /** The data folder. */
  readonly folder: string;
  readonly journal: Journal;
  readonly payments: Payments;
  readonly clock: Clock;
  readonly log: Log;
  /** Starts this program once more beside itself; answers its process id, or `null` where it could not. */
  readonly startAnew: () => number | null;
  /** Does not return, except in a test. */
  readonly die: () => void;
  /** The view has changed. */
  readonly changed: () => void;
}

/** Between two questions to a service that does not answer. */
const againMs = 2_000;

export function createDrill(parts: DrillParts): Drill {
  const { folder, journal, payments, clock, log } = parts;
  let armed: DrillStep | null = null;
  let mark = readDrillMark(folder);
  const ports = underDrill({ journal, payments }, { armed: () => armed, reached });

  function reached(step: DrillStep, sale: Sale): void {
    armed = null;
    const reference = currentPayment(sale)?.reference ?? null;
    const at = isoUtc(clock.now());
    const left = { step, saleId: sale.id, ...basketOf(sale), reference, at, checks: [] };
    const written = writeDrillMark(folder, left);
    const successor = written.ok ? parts.startAnew() : null;
    if (successor !== null) {
      log.info('drill.dies', { step, successor });
      parts.die();
      return;
    }
    // A till that nobody would start again must not die: the drill is called off, and the sale goes on.
    log.error('drill.calledOff', { step, why: written.ok ? 'notStarted' : written.fault.kind });
    removeDrillMark(folder);
    parts.changed();
  }

  function saleOf({ saleId }: DrillMark): Sale | null {
    const entries = journal.sale(saleId as SaleId);
    return entries.ok ? foldSale(entries.value) : null;
  }

  function found(of: DrillMark, ...more: readonly DrillFinding[]): DrillMark {
    const known = { ...of, checks: [...of.checks, ...more] };
    const kept = writeDrillMark(folder, known);
    if (!kept.ok) log.warn('drill.notKept', { fault: kept.fault.kind });
    mark = known;
    parts.changed();
    return known;
  }

  async function finish(of: DrillMark, till: Pick<Till, 'onChange'>): Promise<void> {
    for (;;) {
      const sale = saleOf(of);
      if (sale !== null && unresolvedPayment(sale) !== null) {
        await nextChange(till);
      } else {
        const sides = await bothSides(sale);
        if (mark !== of) return;
        if (sides !== null) {
          const { step, checks } = found(of, ...moneyChecks(sides));
          log.info('drill.over', { step, state: stateOf(checks) });
          return;
        }
        await clock.sleep(againMs);
      }
      if (mark !== of) return;
    }
  }

  /** `null` while the service does not answer about one of them. */
  async function bothSides(sale: Sale | null): Promise<readonly BothSides[] | null> {
    const sides: BothSides[] = [];
    for (const payment of sale?.payments ?? []) {
      const read = await payments.read(payment.reference);
      if (!read.ok && read.fault.kind !== 'notFound') return null;
      sides.push({ payment, told: read.ok ? read.value : null });
    }
    return sides;
  }

  return {
    ports,
    choose(step) {
      mark = null;
      removeDrillMark(folder);
      armed = step === 'dismiss' ? null : step;
      parts.changed();
      return ok(null);
    },
    view() {
      if (armed !== null) return { step: armed, state: 'armed', checks: [] };
      return mark === null ? null : { step: mark.step, state: stateOf(mark.checks), checks: mark.checks };
    },
    follow(till) {
      if (mark === null || stateOf(mark.checks) !== 'recovering') return;
      // Looked at before anything else happens: afterwards the cashier may change the basket.
      const isWithTill = till.state().sales.has(mark.saleId as SaleId);
      const of = mark.checks.length > 0 ? mark : found(mark, sameSale(mark, saleOf(mark), isWithTill));
      log.info('drill.back', { step: of.step, pid: process.pid });
      finish(of, till).catch((thrown: unknown) => log.error('drill.failed', { why: String(thrown) }));
    },
  };
}

function stateOf(checks: readonly DrillFinding[]): DrillView['state'] {
  if (checks.length < drillChecks.length) return 'recovering';
  return checks.every((one) => one.ok) ? 'whole' : 'broken';
}

function nextChange(till: Pick<Till, 'onChange'>): Promise<void> {
  return new Promise((resolve) => {
    const off = till.onChange(() => {
      off();
      resolve();
    });
  });
}
