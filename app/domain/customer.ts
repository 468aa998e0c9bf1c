/** Who stands at the till, and how that is known. Lives inside a sale and leaves with it. */

import type { Instant } from '../kernel/time.ts';
import type { Member } from './member.ts';
import type { Msisdn } from './msisdn.ts';

/**
 * `qrExchange` the wallet resolved the personal QR · `qrText` the number stood in the code, and the exchange could not
 * be asked · `typed` somebody said it · `staticQr` the customer checked in on the store's own code.
 */
export type Proof = 'qrExchange' | 'qrText' | 'typed' | 'staticQr';

export type Membership =
  | { readonly status: 'checking' }
  | { readonly status: 'member'; readonly member: Member }
  | { readonly status: 'notMember' }
  /** The registry could not be asked. */
  | { readonly status: 'unknown' };

/** Stands for a customer who checked in, without saying who it is; may be asked to pay and to join. A secret. */
export interface CustomerToken {
  readonly value: string;
  readonly until: Instant;
}

export interface Customer {
  readonly msisdn: Msisdn;
  readonly proof: Proof;
  /** Of a check-in on the store's own code; `null` for everybody else. */
  readonly token: CustomerToken | null;
  readonly membership: Membership;
}

export function memberOf(customer: Customer | null): Member | null {
  return customer?.membership.status === 'member' ? customer.membership.member : null;
}

/** A token that is as good as over is not begun with. */
const tokenSpareMs = 30_000;

/** The token of a check-in, as long as it is good for a request. */
export function liveToken({ token }: Customer, now: Instant): string | null {
  return token !== null && token.until - now > tokenSpareMs ? token.value : null;
}
