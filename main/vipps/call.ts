/**
 * One call of a platform API with everything every such call has: keys, token, system headers, one deadline over all
 * of it, a repeat with a fresh token after a 401, repeats of reads. Which repeats there are and why: `retry.ts`.
 */

import type { z } from 'zod';
import { outcomeUnknown, type RemoteFault, type ServiceFacts } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Ids } from '../../app/ports/Ids.ts';
import type { Client } from './client.ts';
import { hasPlatformKeys, systemHeaders, type VippsConfig } from './config.ts';
import { within } from './deadline.ts';
import { type Answer, badAnswer, faultOf, isSuccess, serviceFacts } from './errors.ts';
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

/** `null`: nothing special about this answer. */
export type OwnFault<Own> = (answer: Answer, service: ServiceFacts) => Own | null;

export interface Platform {
  /**
   * The answer of a 2xx; anything else is a fault. `own` may find a fault of this one call in an answer that was
   * understood and refused (4xx but 429); the others are found here.
   */
  call<Own extends { readonly kind: string } = never>(
    wanted: PlatformCall,
    own?: OwnFault<Own>,
  ): Promise<Result<Answer, RemoteFault | Own>>;
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

  async function call<Own extends { readonly kind: string } = never>(
    wanted: PlatformCall,
    own?: OwnFault<Own>,
  ): Promise<Result<Answer, RemoteFault | Own>> {
    if (!hasPlatformKeys(config)) return err({ kind: 'notConfigured', service: { api: wanted.api } });
    const until = clock.monotonic() + wanted.deadlineMs;
    const once = async (): Promise<Result<Answer, RemoteFault | Own>> =>
      conclude(wanted, await withToken(wanted, until), own);
    if (wanted.nature === 'write') return once();
    return repeatRead(deps, { attempts: readAttempts, until }, once);
  }

  async function withToken(wanted: PlatformCall, until: number): Promise<Result<Answer, RemoteFault>> {
    const token = await tokenBefore(wanted, until);
    if (!token.ok) return token;
    const first = await send(wanted, token.value, until);
    if (!first.ok || first.value.status !== 401) return first;
    tokens.drop(token.value);
    const fresh = await tokenBefore(wanted, until);
    if (!fresh.ok) return fresh;
    return send(wanted, fresh.value, until);
  }

  async function tokenBefore(wanted: PlatformCall, until: number): Promise<Result<string, RemoteFault>> {
    const got = await within(clock, until - clock.monotonic(), tokens.get);
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

  function conclude<Own>(
    wanted: PlatformCall,
    sent: Result<Answer, RemoteFault>,
    own: OwnFault<Own> | undefined,
  ): Result<Answer, RemoteFault | Own> {
    if (!sent.ok || isSuccess(sent.value)) return sent;
    const answer = sent.value;
    const refused = answer.status >= 400 && answer.status < 500 && answer.status !== 429;
    const special = refused ? own?.(answer, serviceFacts(wanted.api, answer)) : null;
    return err(special ?? faultOf(wanted.api, answer, clock.now()));
  }

  return { call };
}

/** Reads a successful answer by its schema; what does not fit is `badAnswer`. */
export function readAs<Schema extends z.ZodType, Own = never>(
  schema: Schema,
  api: string,
  answered: Result<Answer, RemoteFault | Own>,
): Result<z.output<Schema>, RemoteFault | Own> {
  if (!answered.ok) return answered;
  const parsed = schema.safeParse(answered.value.body);
  return parsed.success ? ok(parsed.data) : err(badAnswer(api, answered.value, 'unreadable'));
}
