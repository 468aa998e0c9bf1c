/**
 * Answers of the ePayment API (OAS ePayment 1.8.1; payments.md 4.2, 4.7, 4.8). Only what the till uses is named;
 * other members are ignored, unknown states become `unknown`.
 */

import { z } from 'zod';

const amount = z.object({ currency: z.string(), value: z.int().nonnegative() });

const states = ['CREATED', 'AUTHORIZED', 'ABORTED', 'EXPIRED', 'TERMINATED'] as const;

const state = z.string().transform((text) => states.find((one) => one === text) ?? ('unknown' as const));

const aggregate = z.object({
  authorizedAmount: amount,
  cancelledAmount: amount,
  capturedAmount: amount,
  refundedAmount: amount,
});

export const createdSchema = z.object({
  reference: z.string(),
  redirectUrl: z.string().nullish(),
});

/** Of capture, cancel and refund; read has these members too. */
export const changedSchema = z.object({ reference: z.string(), amount, state, aggregate });

export const paymentSchema = changedSchema.extend({
  redirectUrl: z.string().nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  /** Newer than OAS 1.8.1 (payments.md 1); a form nobody documented is left out rather than refused. */
  captureGuaranteedUntil: z.string().nullish().catch(null),
});

export const eventsSchema = z.array(
  z.object({
    reference: z.string(),
    pspReference: z.string(),
    name: z.string(),
    amount: z.object({ currency: z.enum(['NOK', 'DKK', 'EUR']), value: z.int().nonnegative() }),
    timestamp: z.string(),
    idempotencyKey: z.string().nullish(),
    success: z.boolean(),
  }),
);

export type WirePayment = z.output<typeof paymentSchema>;
export type WireChanged = z.output<typeof changedSchema>;
