/** Which paths a started till has to take up again, by what it found in its journal. */

import { isFinal } from '../../app/domain/payment.ts';
import type { TillState } from '../../app/domain/tillState.ts';
import type { Count } from './coverage.ts';

export function countRecovered(state: TillState, count: Count): void {
  for (const sale of state.sales.values()) {
    for (const payment of sale.payments) {
      if (isFinal(payment)) continue;
      count(`recovery ${payment.state}`);
      if (payment.operation !== null) count(`recovery ${payment.operation.kind} sent`);
    }
    if (sale.parkedAt !== null) count('recovery parked');
    if (sale.enrolment?.state === 'waiting')
      count(sale.enrolment.consented === null ? 'recovery enrolment waiting' : 'recovery consent given');
    if (sale.purchase === 'owed') count('recovery purchase owed');
    if (sale.receipt === 'owed') count('recovery receipt owed');
  }
}
