/**
 * One call of a platform API with everything every such call has: keys, token, system headers, one deadline over all
 * of it, a repeat with a fresh token after a 401, repeats of reads. Which repeats there are and why: `retry.ts`.
 */

import type { z } from 'zod';
import { outcomeUnknown, type RemoteFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Ids } from '../../app/ports/Ids.ts';
import type { Client } from './client.ts';
import { hasPlatformKeys, systemHeaders, type VippsConfig } from './config.ts';
import { within } from './deadline.ts';
import { type Answer, badAnswer, faultOf, isSuccess } from './errors.ts';
import { repeatRead } from './retry.ts';
import type { Tokens } from './token.ts';

export interface PlatformCall {
  readonly api: string;
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** JSON body; left out: none is sent. */
  readonly body?: unknown;
  /** Idempotency key. */
  readonly key?: string;
  /** `read`: changes nothing and may be repeated here. */
  readonly nature: 'read' | 'write';
  /** For everything together: token, attempts, pauses. */
  readonly deadlineMs: number;
  readonly usual?: readonly string[];
}

export interface Platform {
  /** The answer of a 2xx; anything else is a fault. */
  call(call: PlatformCall): Promise<Result<Answer, RemoteFault>>;
}

/** Deadlines of a till at which somebody stands and waits. */
export const deadlines = {
  read: 10_000,
  write: 15_000,
  exchange: 2_000,
  notice: 2_000,
  setUp: 10_000,
} as const;

const readAttempts = 3;
/** One attempt of a read gets no more than this, so that a lost packet leaves time for another. */
const readAttemptMs = 4_000;

export function createPlatform(
  config: VippsConfig,
  deps: { readonly client: Client; readonly tokens: Tokens; readonly clock: Clock; readonly ids: Ids },
): Platform {
  const { client, tokens, clock } = deps;

  async function call(wanted: PlatformCall): Promise<Result<Answer, RemoteFault>> {
    if (!hasPlatformKeys(config)) return err({ kind: 'notConfigured', service: { api: wanted.api } });
    const until = clock.monotonic() + wanted.deadlineMs;
    if (wanted.nature === 'write') return withToken(wanted, until);
    return repeatRead(deps, { attempts: readAttempts, until }, () => withToken(wanted, until));
  }

  async function withToken(wanted: PlatformCall, until: number): Promise<Result<Answer, RemoteFault>> {
    const token = await tokenBefore(wanted, until);
    if (!token.ok) return token;
    const first = await send(wanted, token.value, until);
    if (!first.ok || first.value.status !== 401) return conclude(wanted, first);
    tokens.drop(token.value);
    const fresh = await tokenBefore(wanted, until);
    if (!fresh.ok) return fresh;
    return conclude(wanted, await send(wanted, fresh.value, until));
  }

  async function tokenBefore(wanted: PlatformCall, until: number): Promise<Result<string, RemoteFault>> {
    const got = await within(clock, until - clock.monotonic(), tokens.get());
    const token: Result<string, RemoteFault> = got.late
      ? err({ kind: 'noAnswer', service: { api: 'accessToken', code: 'deadline' } })
      : got.value;
    if (token.ok || wanted.nature === 'read' || !outcomeUnknown(token.fault)) return token;
    // Without a token no byte of the write itself has left the till: its outcome is known.
    return err({ kind: 'noConnection', service: token.fault.service });
  }

  function send(wanted: PlatformCall, token: string, until: number): Promise<Result<Answer, RemoteFault>> {
    const left = Math.max(0, until - clock.monotonic());
    return client.send({
      api: wanted.api,
      name: wanted.name,
      method: wanted.method,
      url: wanted.path,
      headers: {
        ...systemHeaders(config),
        Authorization: `Bearer ${token}`,
        'Ocp-Apim-Subscription-Key': config.subscriptionKey.trim(),
        'Merchant-Serial-Number': config.msn.trim(),
        ...(wanted.key === undefined ? {} : { 'Idempotency-Key': wanted.key }),
      },
      ...(wanted.body === undefined
        ? {}
        : { body: { type: 'application/json', text: JSON.stringify(wanted.body) } }),
      ...(wanted.usual === undefined ? {} : { usual: wanted.usual }),
      deadlineMs: wanted.nature === 'read' ? Math.min(left, readAttemptMs) : left,
    });
  }

  function conclude(wanted: PlatformCall, sent: Result<Answer, RemoteFault>): Result<Answer, RemoteFault> {
    if (!sent.ok || isSuccess(sent.value)) return sent;
    return err(faultOf(wanted.api, sent.value, clock.now()));
  }

  return { call };
}

/** Reads a successful answer by its schema; what does not fit is `badAnswer`. */
export function readAs<Schema extends z.ZodType>(
  schema: Schema,
  api: string,
  answered: Result<Answer, RemoteFault>,
): Result<z.output<Schema>, RemoteFault> {
  if (!answered.ok) return answered;
  const parsed = schema.safeParse(answered.value.body);
  return parsed.success ? ok(parsed.data) : err(badAnswer(api, answered.value, 'unreadable'));
}
