/** What an unattended machine holds, and whether its manager lets it sell. Kept on this machine; prices are the catalogue's. */

import type { LineId } from '../domain/sale.ts';
import type { Slot } from '../domain/vending.ts';
import type { JournalFault } from '../kernel/fault.ts';
import type { Result } from '../kernel/result.ts';

export interface Stock {
  slots(): readonly Slot[];
  /** Replaces the whole list: the controller or the operator has counted. */
  replace(slots: readonly Slot[]): Result<void, JournalFault>;
  /**
   * A piece has left the machine: counted once for each item, also where it is said again or after a restart. A count that
   * cannot be written is no reason to stop: it is counted again later.
   */
  taken(sku: string, item: LineId): void;
  /** Whether the manager has put the machine out of order: also after a restart. */
  isStopped(): boolean;
  setStopped(stopped: boolean): Result<void, JournalFault>;
}
