/** Whether a machine sells: what its controller or the till has found wrong with it, and whether its manager lets it. */

import { ownCodes, whyNotSelling } from '../domain/vending.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Book } from './book.ts';
import { offersOf } from './machineOffers.ts';

export interface MachineOrder {
  sells(): boolean;
  /** By the controller's own code, or one of the till's; the newest stands. */
  outOfOrder(code: string): void;
  inOrder(): void;
  /** The controller has spoken: its silence about an item is over. */
  heard(): void;
  /** The manager's own switch, which no controller turns and which outlasts a restart. */
  stop(stopped: boolean): Result<null>;
  /** After a start. */
  recall(): void;
}

export function createMachineOrder(book: Book): MachineOrder {
  const machine = () => book.state().machine;
  const set = (outOfOrder: string | null) => book.change({ machine: { ...machine(), outOfOrder } });
  const setStopped = (stopped: boolean) => book.change({ machine: { ...machine(), stopped } });
  return {
    sells: () => whyNotSelling(machine(), offersOf(book)) === null,
    outOfOrder: set,
    inOrder: () => set(null),
    heard() {
      if (machine().outOfOrder === ownCodes.silent) set(null);
    },
    stop(stopped) {
      const kept = book.ports.stock.setStopped(stopped);
      if (!kept.ok) return kept;
      setStopped(stopped);
      return ok(null);
    },
    recall: () => setStopped(book.ports.stock.isStopped()),
  };
}
