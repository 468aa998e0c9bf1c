/** Who stands at the till, and how that is known. Lives inside a sale and leaves with it. */

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

export interface Customer {
  readonly msisdn: Msisdn;
  readonly proof: Proof;
  readonly membership: Membership;
}

export function memberOf(customer: Customer | null): Member | null {
  return customer?.membership.status === 'member' ? customer.membership.member : null;
}
