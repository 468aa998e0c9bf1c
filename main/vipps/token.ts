/**
 * The platform's access token (Access Token API, payments.md 3): kept in memory for its life, fetched once for all who
 * wait, renewed ahead of its end while the old one still serves. Never written anywhere, never logged.
 */

import type { RemoteFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Ids } from '../../app/ports/Ids.ts';
import type { Client } from './client.ts';
import { systemHeaders, type VippsConfig } from './config.ts';
import { badAnswer, faultOf, isSuccess } from './errors.ts';
import { repeatRead } from './retry.ts';
import { accessTokenSchema } from './wire/token.ts';

export interface Tokens {
  /** The token in use. A fault is of the token call itself; wrong keys are `unauthorised`. */
  get(): Promise<Result<string, RemoteFault>>;
  /** Forgets this token, after a 401. A newer one stays. */
  drop(token: string): void;
}

interface Held {
  readonly token: string;
  /** Monotonic: from here a new one is fetched, while this one is still used. */
  readonly renewAt: number;
  /** Monotonic: from here it is not used any more. */
  readonly endsAt: number;
}

const deadlineMs = 8_000;
const attemptMs = 4_000;
/** A token is not used in its last minute, nor renewed later than with a tenth of its life left. */
const marginMs = 60_000;

export function createTokens(
  config: VippsConfig,
  deps: { readonly client: Client; readonly clock: Clock; readonly ids: Ids },
): Tokens {
  const { client, clock } = deps;
  let held: Held | null = null;
  let fetching: Promise<Result<string, RemoteFault>> | null = null;

  function fetchOnce(): Promise<Result<string, RemoteFault>> {
    fetching ??= fetchToken().finally(() => {
      fetching = null;
    });
    return fetching;
  }

  async function fetchToken(): Promise<Result<string, RemoteFault>> {
    const until = clock.monotonic() + deadlineMs;
    const fetched = await repeatRead(deps, { attempts: 2, until }, ask);
    if (!fetched.ok) return fetched;
    held = fetched.value;
    return ok(fetched.value.token);
  }

  async function ask(): Promise<Result<Held, RemoteFault>> {
    // The life is counted from before the request, so that ours never outlasts the service's.
    const asked = clock.monotonic();
    const sent = await client.send({
      api: 'accessToken',
      name: 'get',
      method: 'POST',
      url: '/accesstoken/get',
      headers: {
        ...systemHeaders(config),
        client_id: config.clientId.trim(),
        client_secret: config.clientSecret.trim(),
        'Ocp-Apim-Subscription-Key': config.subscriptionKey.trim(),
        'Merchant-Serial-Number': config.msn.trim(),
      },
      deadlineMs: attemptMs,
    });
    if (!sent.ok) return sent;
    const answer = sent.value;
    if (!isSuccess(answer)) return err(tokenFault(faultOf('accessToken', answer, clock.now())));
    const parsed = accessTokenSchema.safeParse(answer.body);
    if (!parsed.success) return err(badAnswer('accessToken', answer, 'unreadable'));
    const lifeMs = parsed.data.expires_in * 1000;
    return ok({
      token: parsed.data.access_token,
      renewAt: asked + lifeMs - lifeMs / 10,
      endsAt: asked + lifeMs - Math.min(marginMs, lifeMs / 10),
    });
  }

  async function get(): Promise<Result<string, RemoteFault>> {
    const now = clock.monotonic();
    if (held === null || now >= held.endsAt) return fetchOnce();
    // Its outcome is of no interest here: if it fails, the next call tries again.
    if (now >= held.renewAt) void fetchOnce();
    return ok(held.token);
  }

  function drop(token: string): void {
    if (held?.token === token) held = null;
  }

  return { get, drop };
}

/**
 * 400, 401 and 403 are about the keys. Any other refusal must not pass for one of the call that wanted the token: a
 * 404 here does not mean that a payment is unknown.
 */
function tokenFault(fault: RemoteFault): RemoteFault {
  switch (fault.kind) {
    case 'forbidden':
      return { kind: 'unauthorised', service: fault.service };
    case 'rejected':
      return { kind: fault.service.status === 400 ? 'unauthorised' : 'badAnswer', service: fault.service };
    case 'notFound':
    case 'conflict':
      return { kind: 'badAnswer', service: fault.service };
    default:
      return fault;
  }
}
