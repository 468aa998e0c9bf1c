/**
 * The signature of a webhook delivery (payments.md 6.5): HMAC-SHA256 over date, host and hash of the raw body, with
 * path and host of the registered address. The secret looks like base64 and is used as the text it is.
 */

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedDelivery {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes as received; parsed and printed again they would be others. */
  readonly rawBody: Uint8Array;
}

export interface SignatureRules {
  readonly secret: string;
  /** Path and query of the registered address. */
  readonly pathAndQuery: string;
  /** Host of the registered address, with its port where it is not the usual one. */
  readonly host: string;
}

const scheme = 'HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=';

/** Whether the delivery was signed with this secret for this address. */
export function isSigned(delivery: SignedDelivery, rules: SignatureRules): boolean {
  const { 'x-ms-date': date, 'x-ms-content-sha256': contentHash, authorization } = delivery.headers;
  if (date === undefined || contentHash === undefined || authorization === undefined) return false;
  const hash = createHash('sha256').update(delivery.rawBody).digest('base64');
  const toSign = `POST\n${rules.pathAndQuery}\n${date};${rules.host};${hash}`;
  const signature = createHmac('sha256', Buffer.from(rules.secret, 'utf8')).update(toSign).digest('base64');
  // Both are compared in any case, so that the time taken tells nothing.
  const bodyFits = sameText(contentHash, hash);
  return sameText(authorization, scheme + signature) && bodyFits;
}

/** Compares hashes of the texts: the same time whatever their length and content. */
function sameText(a: string, b: string): boolean {
  const hashed = (text: string) => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(hashed(a), hashed(b));
}
