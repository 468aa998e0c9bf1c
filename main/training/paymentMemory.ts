/** The shape in which payments and their keys lie in the memory of the training service. */

import { z } from 'zod';
import { createSchema } from './epaymentRequests.ts';
import type { Payment } from './payments.ts';

/** As many as a day of training makes; older ones are of no use to anybody. */
export const mostRemembered = 300;

const states = ['CREATED', 'AUTHORIZED', 'ABORTED', 'EXPIRED', 'TERMINATED'] as const;
const whole = z.int();

const event = z.strictObject({
  name: z.enum([...states, 'CAPTURED', 'CANCELLED', 'REFUNDED']),
  pspReference: z.string(),
  amount: z.strictObject({ currency: z.string(), value: whole }),
  at: whole,
  idempotencyKey: z.string().nullable(),
  success: z.boolean(),
});

const payment: z.ZodType<Payment> = z.strictObject({
  reference: z.string(),
  pspReference: z.string(),
  createdAt: whole,
  expiresAt: whole,
  request: createSchema,
  createKey: z.string(),
  standing: z.strictObject({
    state: z.enum(states),
    amount: whole,
    authorized: whole,
    captured: whole,
    cancelled: whole,
    refunded: whole,
    authorizedAt: whole.nullable(),
    processing: z.boolean(),
  }),
  phone: z.string().nullable(),
  token: z.string(),
  redirectUrl: z.string().nullable(),
  events: z.array(event),
  bankRefusals: z.array(z.string()),
});

export const rememberedPayments: z.ZodType<readonly Payment[]> = z.array(payment);

const answer = z.strictObject({
  status: whole,
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

export const rememberedKeys = z.array(
  z.tuple([z.string(), z.strictObject({ print: z.string(), answer: answer.nullable() })]),
);
