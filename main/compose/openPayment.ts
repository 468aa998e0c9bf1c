/** Whether a payment is on its way, so that leaving the till is worth a question (I11). */

import { isFinal } from '../../app/domain/payment.ts';
import { currentPayment } from '../../app/domain/sale.ts';
import type { TillState } from '../../app/domain/tillState.ts';

export function hasOpenPayment(state: TillState): boolean {
  for (const sale of state.sales.values()) {
    const payment = currentPayment(sale);
    if (payment !== null && !isFinal(payment)) return true;
  }
  return false;
}
