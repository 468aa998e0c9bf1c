/** What became of the payment of a parked sale, in the five words the list knows. */

export type ParkedState = 'none' | 'waiting' | 'checking' | 'paid' | 'notPaid';

/** `payment` is the payment's state as the till tells it; a state this window does not know is not yet an answer. */
export function parkedState(payment: string | null): ParkedState {
  switch (payment) {
    case null:
      return 'none';
    case 'waiting':
      return 'waiting';
    case 'captured':
    case 'partlyRefunded':
    case 'refunded':
      return 'paid';
    case 'declined':
    case 'expired':
    case 'refused':
    case 'cancelled':
      return 'notPaid';
    default:
      return 'checking';
  }
}
