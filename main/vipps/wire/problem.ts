/**
 * Error bodies of every kind the platform is known to send (payments.md 2.5, identity-and-loyalty.md 1.10): RFC 7807
 * with its variations, OAuth errors, the gateway's own. No member is relied upon and none spoils the others.
 */

import { z } from 'zod';

const text = z.string().optional().catch(undefined);

const complaint = z.object({
  name: z.string().catch(''),
  reason: z.string().catch(''),
});

const complaints = z.array(complaint).optional().catch(undefined);

export const problemSchema = z.object({
  type: text,
  title: text,
  detail: text,
  instance: text,
  traceId: text,
  extraDetails: complaints,
  invalidParams: complaints,
  /** OAuth and CIBA. */
  error: text,
  error_code: text,
  error_description: text,
  /** The API gateway. */
  message: text,
  activityId: text,
});

export type Problem = z.infer<typeof problemSchema>;
export type Complaint = z.infer<typeof complaint>;
