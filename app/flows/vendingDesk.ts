/** What a machine that sells by itself is told: by a customer's scan, by its screen, its controller and its manager. */

import type { Offer } from '../domain/vending.ts';
import type { Result } from '../kernel/result.ts';
import type { Refill } from './machineOffers.ts';
import type { CheckedIn } from './receiveArrivals.ts';

export interface VendingDesk {
  /** Somebody scanned this machine's code; somebody else's turn, or a machine out of order, lets it pass. */
  arrive(checkedIn: CheckedIn): void;
  /** The machine is in order and sells. */
  open(): Result<null>;
  /**
   * Nobody is being served, and a customer wants this: exactly its price is reserved by a one-time QR on the machine's
   * screen, and it is to be handed out once that is approved. For where no webhook can come, and so no scan.
   */
  choose(sku: string): Result<{ itemId: string }>;
  /**
   * The customer wants this: answers the id under which the controller tells what came of it. `turn`, here and below, is
   * the sale that the word is about: one that comes late must not meet the next customer's.
   */
  take(turn: string, sku: string): Result<{ itemId: string }>;
  settle(itemId: string, outcome: 'dispensed' | 'failed'): Result<null>;
  /** The customer is finished: what they were asked for is called off, and a result has been seen. Not while one is handed out. */
  done(turn: string): Result<null>;
  /** The customer needs more time, to approve or to choose; as often as they say so. */
  more(turn: string): Result<null>;
  /** The machine cannot go on; `reason` is the controller's own short word. */
  fault(reason: string): Result<null>;
  /** The manager has put the machine out of order, or lets it sell again. */
  stop(stopped: boolean): Result<null>;
  /** What is sold now, at the catalogue's prices. */
  offers(): readonly Offer[];
  /** The controller or the operator has counted; answers what of it is not in the price list, and so not sold. */
  stock(slots: Refill): Result<{ notSold: readonly string[] }>;
  /** After a start, of whatever kind of till: open turns are closed, and nothing is charged for what nobody saw leave. */
  closeLeft(): void;
  /** After the start of a machine: whose turn it is, and whether it may sell. */
  resume(): void;
}
