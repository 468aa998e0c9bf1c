/** The login push that enrols a member (Login API, merchant-initiated, CIBA; identity-and-loyalty.md 1). */

import type { Consented } from '../domain/member.ts';
import type { Msisdn } from '../domain/msisdn.ts';
import type { RemoteFault, ServiceFacts } from '../kernel/fault.ts';
import type { Result } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';

export interface LoginRequest {
  readonly msisdn: Msisdn;
  /** Of a check-in on the store's own code: the push goes by it instead of the number. */
  readonly customerToken: string | null;
  /** Shown on till and phone; `^[A-Z0-9-]{5,8}$`. */
  readonly bindingMessage: string;
  /** 60 to 900. The answer decides, not the wish. */
  readonly expirySeconds: number;
}

export interface LoginStarted {
  readonly authReqId: string;
  readonly until: Instant;
  /** Least time between two polls. */
  readonly intervalMs: number;
}

export type LoginStartFault =
  | RemoteFault
  /** unknown_user_id, invalid_user: no account, inactive, or below the age limit. */
  | { readonly kind: 'notWalletUser'; readonly service: ServiceFacts }
  | { readonly kind: 'appTooOld'; readonly service: ServiceFacts };

export type LoginAnswer =
  | { readonly kind: 'pending'; readonly slowDown: boolean }
  | { readonly kind: 'refused' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'approved'; readonly consented: Consented };

export interface Login {
  /** user-exists: a hint only; the start may still refuse. */
  userExists(msisdn: Msisdn): Promise<Result<boolean, RemoteFault>>;
  start(request: LoginRequest): Promise<Result<LoginStarted, LoginStartFault>>;
  /** One poll of the token endpoint; on approval validates the id_token and reads userinfo. */
  poll(authReqId: string): Promise<Result<LoginAnswer, RemoteFault>>;
}
