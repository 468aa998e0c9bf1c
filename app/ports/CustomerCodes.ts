/** Turns what a customer shows into a phone number (QR API exchange; payments.md 5.2). */

import type { Msisdn } from '../domain/msisdn.ts';
import type { RemoteFault, ServiceFacts } from '../kernel/fault.ts';
import type { Result } from '../kernel/result.ts';

export type ExchangeFault =
  | RemoteFault
  /** 400: foreign, outdated or no personal code at all. */
  | { readonly kind: 'codeRefused'; readonly service: ServiceFacts };

export interface CustomerCodes {
  /** The whole scanned text of a personal QR, unchanged. Answers within 2 s or with `noAnswer`. */
  exchange(text: string): Promise<Result<Msisdn, ExchangeFault>>;
  /** A customer token from a check-in on the store's static QR (15 minutes). */
  exchangeToken(customerToken: string): Promise<Result<Msisdn, ExchangeFault>>;
}
