/** All merchant-initiated logins (CIBA) of the simulated service and what their customers do with them. */

import type { Clock } from '../../app/ports/Clock.ts';
import type { Customers } from './customers.ts';
import type { Mint } from './mint.ts';
import type { Phones } from './phones.ts';
import type { Timers } from './timers.ts';
import type { Webhooks } from './webhooks.ts';

export type LoginState = 'waiting' | 'approved' | 'refused' | 'expired' | 'used';

export interface Login {
  readonly authReqId: string;
  readonly phone: string;
  readonly scopes: readonly string[];
  readonly bindingMessage: string | null;
  readonly nonce: string | null;
  readonly state: LoginState;
  readonly startedAt: number;
  readonly expiresAt: number;
  /** Least milliseconds between polls; grows by five seconds with every `slow_down`. */
  readonly intervalMs: number;
  /** On the clock that only grows. */
  readonly lastPollAt: number | null;
  readonly polls: number;
}

export interface LoginWish {
  readonly phone: string;
  readonly scopes: readonly string[];
  readonly bindingMessage: string | null;
  readonly nonce: string | null;
  readonly lifeSeconds: number;
}

export interface Logins {
  start(wish: LoginWish): Login;
  find(authReqId: string): Login | null;
  /** Requests of this number that still wait. */
  openFor(phone: string): readonly Login[];
  all(): readonly Login[];
  approve(authReqId: string): boolean;
  refuse(authReqId: string): boolean;
  /** Notes a poll; `tooSoon` when it came before the interval was over. */
  polled(login: Login): { readonly login: Login; readonly tooSoon: boolean };
  /** A script was changed: open requests of this number, or of everybody, follow the new one. */
  rearm(phone: string | null): void;
  /** The one successful exchange. */
  use(login: Login): void;
}

export const pollInterval = 5000;
/** A network's unevenness between two polls that were sent exactly one interval apart. */
const pollSlack = 250;

export function createLogins(
  clock: Clock,
  timers: Timers,
  mint: Mint,
  customers: Customers,
  webhooks: Webhooks,
  phones: Phones,
): Logins {
  const byId = new Map<string, Login>();

  function keep(login: Login): Login {
    byId.set(login.authReqId, login);
    phones.changed(login.phone);
    return login;
  }

  function settle(authReqId: string, state: LoginState): boolean {
    const login = byId.get(authReqId);
    if (login?.state !== 'waiting') return false;
    keep({ ...login, state });
    // The webhook carries no result; the receiver then makes the one token call.
    if (state !== 'expired') {
      webhooks.publish('login.merchant-initiated.ping.v1', authReqId, { auth_req_id: authReqId });
    }
    return true;
  }

  function awaitCustomer(login: Login): void {
    const script = customers.scriptOf(login.phone);
    const does = script.enrolment ?? (script.does === 'manual' ? 'manual' : 'approve');
    const mayAct = (): boolean =>
      customers.scriptOf(login.phone) === script &&
      (customers.scripted(login.phone) ||
        !customers.fallback.manualWhenPhoneOpen ||
        !phones.watched(login.phone));
    const soon = script.enrolmentAfterMs ?? script.afterMs ?? customers.fallback.afterMs ?? 3000;
    if (does !== 'approve' && does !== 'refuse') return;
    timers.after(soon, () => {
      if (mayAct()) settle(login.authReqId, does === 'approve' ? 'approved' : 'refused');
    });
  }

  return {
    start(wish) {
      const now = clock.now();
      const login = keep({
        authReqId: mint.token(27),
        phone: wish.phone,
        scopes: wish.scopes,
        bindingMessage: wish.bindingMessage,
        nonce: wish.nonce,
        state: 'waiting',
        startedAt: now,
        expiresAt: now + wish.lifeSeconds * 1000,
        intervalMs: pollInterval,
        lastPollAt: null,
        polls: 0,
      });
      timers.after(wish.lifeSeconds * 1000, () => settle(login.authReqId, 'expired'));
      awaitCustomer(login);
      return login;
    },
    find: (authReqId) => byId.get(authReqId) ?? null,
    openFor: (phone) => [...byId.values()].filter((one) => one.phone === phone && one.state === 'waiting'),
    all: () => [...byId.values()],
    approve: (authReqId) => settle(authReqId, 'approved'),
    refuse: (authReqId) => settle(authReqId, 'refused'),
    polled(login) {
      const now = clock.monotonic();
      const tooSoon = login.lastPollAt !== null && now - login.lastPollAt < login.intervalMs - pollSlack;
      const next: Login = {
        ...login,
        lastPollAt: now,
        polls: login.polls + 1,
        intervalMs: login.intervalMs + (tooSoon ? 5000 : 0),
      };
      byId.set(login.authReqId, next);
      return { login: next, tooSoon };
    },
    rearm(phone) {
      for (const login of byId.values()) {
        if (login.state === 'waiting' && (phone === null || login.phone === phone)) awaitCustomer(login);
      }
    },
    use(login) {
      keep({ ...login, state: 'used' });
    },
  };
}
