/** Two readings of one payment: which is older, and what the older one told that the newer one does not. */

import type { PaymentFacts } from './payment.ts';

/** The answer to a change tells sums and state only; what an earlier reading told besides stays true. */
export function whatNoLaterAnswerTells(
  known: PaymentFacts | null,
  told: PaymentFacts,
): Partial<PaymentFacts> {
  const guaranteedUntil = told.guaranteedUntil ?? known?.guaranteedUntil;
  return {
    qrImageUrl: told.qrImageUrl ?? known?.qrImageUrl ?? null,
    saleId: told.saleId ?? known?.saleId ?? null,
    ...(guaranteedUntil === undefined ? {} : { guaranteedUntil }),
  };
}

/** Amounts only grow and a final state never opens again; a reading that says otherwise is older than what we know. */
export function isStale(known: PaymentFacts | null, facts: PaymentFacts): boolean {
  if (known === null) return false;
  if (facts.state === 'CREATED' && known.state !== 'CREATED') return true;
  return (
    facts.authorised < known.authorised ||
    facts.captured < known.captured ||
    facts.cancelled < known.cancelled ||
    facts.refunded < known.refunded
  );
}
