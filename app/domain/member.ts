/** A member of the store's customer club, as far as the till knows one. */

import type { Brand } from '../kernel/brand.ts';
import type { Instant } from '../kernel/time.ts';
import type { Money } from './money.ts';
import type { Msisdn } from './msisdn.ts';

export type MemberId = Brand<string, 'MemberId'>;

export interface Member {
  readonly id: MemberId;
  /** First name, only where the member consented to its use at the till. */
  readonly name: string | null;
  readonly since: Instant;
  /** The club's own member number, where it has one. */
  readonly number: string | null;
  /** Points as the registry keeps them; shown, never spent here. */
  readonly points: number | null;
}

/** What the wallet passed on when a customer joined, with the customer's consent. */
export interface Consented {
  /** The wallet's pairwise subject of this person for this sales unit: stored first, number second. */
  readonly sub: string;
  readonly msisdn: Msisdn;
  readonly name: string | null;
  readonly givenName: string | null;
  readonly email: string | null;
  /** Marketing consents by channel as answered in the wallet; empty where none were asked. */
  readonly channels: Readonly<Record<string, boolean>>;
  /** When consent was given, and the text it was given to. */
  readonly consentedAt: Instant;
  readonly consentText: string;
}

/** A paid sale of a member, for the club's books. */
export interface MemberPurchase {
  /** Registered once per sale: the sale's id is the idempotency key. */
  readonly saleId: string;
  readonly member: MemberId;
  readonly at: Instant;
  readonly total: Money;
  readonly saved: Money;
  readonly paidBy: 'wallet' | 'card' | 'cash' | 'other';
}
