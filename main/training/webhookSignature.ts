/** The signature on a webhook delivery (payments.md 6.5), checked against the published vector by a test. */

import { createHash, createHmac } from 'node:crypto';

export interface SignedHeaders {
  readonly host: string;
  readonly 'x-ms-date': string;
  readonly 'x-ms-content-sha256': string;
  readonly authorization: string;
}

/**
 * Signs `body` for the registered address `url` at the moment `date` (RFC 1123 text). The secret looks like base64 but
 * is used as the text it is. A port that is not the usual one is part of `host`.
 */
export function signDelivery(secret: string, url: string, date: string, body: string): SignedHeaders {
  const address = new URL(url);
  const hash = createHash('sha256').update(body, 'utf8').digest('base64');
  const toSign = `POST\n${address.pathname}${address.search}\n${date};${address.host};${hash}`;
  const signature = createHmac('sha256', Buffer.from(secret, 'utf8')).update(toSign, 'utf8').digest('base64');
  return {
    host: address.host,
    'x-ms-date': date,
    'x-ms-content-sha256': hash,
    authorization: `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`,
  };
}
