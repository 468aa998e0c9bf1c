/**
 * What a verified delivery says (payments.md 6.3, 6.4; identity-and-loyalty.md 1.5). The body names no event type, so
 * its members tell which one it is. Nothing in it is taken for a fact about money: an event only says where to look.
 */

import { z } from 'zod';
import { type Instant, readInstant } from '../../app/kernel/time.ts';

export type WebhookEvent =
  /** Something happened to this payment: read it. `reference` is the wallet's text, not yet known to be ours. */
  | { readonly kind: 'payment'; readonly reference: string; readonly name: string }
  /** A customer scanned the store's static code. The token lives for 15 minutes from `initiatedAt`. */
  | {
      readonly kind: 'checkedIn';
      readonly customerToken: string;
      readonly merchantQrId: string;
      readonly initiatedAt: Instant;
    }
  /** A login has an outcome: poll now. */
  | { readonly kind: 'loginPing'; readonly authReqId: string };

export interface ReadPayload {
  readonly event: WebhookEvent;
  /** Two deliveries with the same one are the same event. */
  readonly identity: string;
}

const paymentSchema = z.object({
  reference: z.string().min(1),
  pspReference: z.string().min(1),
  name: z.string().min(1),
});

/** Newer deliveries name the sales unit `msn`, older ones `merchantSerialNumber`; the till needs neither. */
const checkedInSchema = z.object({
  customerToken: z.string().min(1),
  merchantQrId: z.string().min(1),
  initiatedAt: z.string(),
});

const loginPingSchema = z.object({ auth_req_id: z.string().min(1) });

/** `null`: JSON of an event this till does not know, or no JSON. */
export function readPayload(rawBody: Uint8Array, receivedAt: Instant): ReadPayload | null {
  const body = parseJson(rawBody);
  const payment = paymentSchema.safeParse(body);
  if (payment.success) {
    const { reference, pspReference, name } = payment.data;
    return { event: { kind: 'payment', reference, name }, identity: `payment ${pspReference} ${name}` };
  }
  const checkedIn = checkedInSchema.safeParse(body);
  if (checkedIn.success) {
    const { customerToken, merchantQrId, initiatedAt } = checkedIn.data;
    const at = readInstant(initiatedAt) ?? receivedAt;
    return {
      event: { kind: 'checkedIn', customerToken, merchantQrId, initiatedAt: at },
      identity: `checkedIn ${merchantQrId} ${initiatedAt} ${customerToken}`,
    };
  }
  const ping = loginPingSchema.safeParse(body);
  if (ping.success) {
    const authReqId = ping.data.auth_req_id;
    return { event: { kind: 'loginPing', authReqId }, identity: `loginPing ${authReqId}` };
  }
  return null;
}

function parseJson(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(rawBody).toString('utf8'));
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}
