/**
 * What a cashier may do to a sale as it stands: `null`, or the fault that says why not. Flows ask here before they write
 * anything down, and so does the exploration, which tries everything in every state.
 */

import type { TillFault } from '../kernel/fault.ts';
import { greatestPayment, leastPayment } from './money.ts';
import { isEnded, isFrozen, type Sale, saleTotal } from './sale.ts';

type Refused = TillFault | null;

/** I1: asks for the money only where nothing asked before can take any. */
export function mayAsk(sale: Sale): Refused {
  if (isEnded(sale)) return { kind: 'paymentSettled' };
  if (sale.parkedAt !== null) return { kind: 'saleUnknown' };
  if (isFrozen(sale)) return { kind: 'paymentOpen' };
  if (sale.lines.length === 0) return { kind: 'basketEmpty' };
  const amount = saleTotal(sale);
  if (amount.minor < leastPayment[amount.currency]) return { kind: 'amountTooSmall' };
  return amount.minor > greatestPayment ? { kind: 'amountTooLarge' } : null;
}

/** A parked payment keeps its own watch, so an open one may be parked; an ended sale may not. */
export function mayPark(sale: Sale): Refused {
  return isEnded(sale) ? { kind: 'paymentSettled' } : null;
}

/** Only where nothing can be taken any more: nobody pays for nothing. */
export function mayAbandon(sale: Sale): Refused {
  if (isEnded(sale)) return { kind: 'paymentSettled' };
  return isFrozen(sale) ? { kind: 'paymentOpen' } : null;
}

export function mayPayElsewhere(sale: Sale): Refused {
  if (sale.lines.length === 0) return { kind: 'basketEmpty' };
  return mayAbandon(sale);
}

/** I7. */
export function mayChangeBasket(sale: Sale): Refused {
  return isFrozen(sale) || isEnded(sale) ? { kind: 'basketFrozen' } : null;
}
