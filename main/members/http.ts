/**
 * A registry of the store's own, asked over HTTP. The protocol is small on purpose; all bodies are JSON in UTF-8, times
 * are RFC 3339 in UTC, amounts whole minor units, `Authorization: Bearer <token>` on every call:
 *
 * - `GET /members?msisdn=4791234567` -> 200 `{"member": null | {"id", "name"?, "since", "number"?, "points"?}}`. Nobody
 *   is `null`, not 404: a 404 means a wrong address.
 * - `POST /members` `{"sub", "msisdn", "name", "givenName", "email", "channels", "consentedAt", "consentText"}`, header
 *   `Idempotency-Key: <sub>` -> 200 or 201 `{"member": {…}}`. The same `sub` twice is one member; a number known without
 *   `sub` is linked.
 * - `POST /purchases` `{"saleId", "memberId", "at", "total": {"minor", "currency"}, "saved": {…}, "paidBy"}`, header
 *   `Idempotency-Key: <saleId>` -> any 2xx. The same key twice counts once.
 */

import type { RemoteFault, ServiceFacts } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { isoUtc } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Members } from '../../app/ports/Members.ts';
import { enrolledOnWire, foundOnWire, problemOnWire } from './wire.ts';

export interface HttpRegistryOptions {
  /** With or without a trailing slash; may have a path of its own. */
  readonly baseUrl: string;
  readonly token: string;
  readonly clock: Clock;
  /** For one call, in milliseconds. A look-up happens while a customer stands there. */
  readonly deadlineMs?: number;
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
}

const usualDeadlineMs = 4000;

/** The port `Members` over the protocol above. Never throws; never repeats by itself: the till's outbox does that. */
export function createHttpRegistry(options: HttpRegistryOptions): Members {
  return {
    async find(msisdn) {
      const answer = await call(options, { method: 'GET', path: `/members?msisdn=${msisdn}` });
      if (!answer.ok) return answer;
      const parsed = foundOnWire.safeParse(answer.value);
      return parsed.success ? ok(parsed.data.member) : err(badAnswer);
    },
    async enrol(consented) {
      const body = { ...consented, consentedAt: isoUtc(consented.consentedAt) };
      const answer = await call(options, { method: 'POST', path: '/members', body, key: consented.sub });
      if (!answer.ok) return answer;
      const parsed = enrolledOnWire.safeParse(answer.value);
      return parsed.success ? ok(parsed.data.member) : err(badAnswer);
    },
    async registerPurchase({ saleId, member, at, total, saved, paidBy }) {
      const body = { saleId, memberId: member, at: isoUtc(at), total, saved, paidBy };
      const answer = await call(options, { method: 'POST', path: '/purchases', body, key: saleId });
      return answer.ok ? ok() : answer;
    },
  };
}

const service: ServiceFacts = { api: 'registry' };
const badAnswer: RemoteFault = { kind: 'badAnswer', service };

/** One call within one deadline, from connecting to the last byte of the answer. */
async function call(options: HttpRegistryOptions, asked: Call): Promise<Result<unknown, RemoteFault>> {
  const over = new AbortController();
  const answered = new AbortController();
  const deadline = options.clock.sleep(options.deadlineMs ?? usualDeadlineMs, answered.signal).then(() => {
    if (!answered.signal.aborted) over.abort();
  });
  try {
    const response = await fetch(options.baseUrl.replace(/\/+$/, '') + asked.path, {
      method: asked.method,
      redirect: 'manual',
      signal: over.signal,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${options.token}`,
        ...(asked.key === undefined ? {} : { 'idempotency-key': asked.key }),
        ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    });
    const text = await response.text();
    return answerOf(response, text);
  } catch (error) {
    if (over.signal.aborted) return err({ kind: 'noAnswer', service });
    return err({ kind: neverSent(error) ? 'noConnection' : 'noAnswer', service });
  } finally {
    answered.abort();
    await deadline;
  }
}

function answerOf(response: Response, text: string): Result<unknown, RemoteFault> {
  const body = readJson(text);
  if (response.ok) return ok(body);
  return err(faultOfStatus(response, factsOf(response, body)));
}

function factsOf(response: Response, body: unknown): ServiceFacts {
  const problem = problemOnWire.safeParse(body);
  const { title, code } = problem.success ? problem.data : {};
  return {
    api: 'registry',
    status: response.status,
    ...(title === undefined ? {} : { title }),
    ...(code === undefined ? {} : { code }),
  };
}

function faultOfStatus(response: Response, facts: ServiceFacts): RemoteFault {
  switch (response.status) {
    case 401:
      return { kind: 'unauthorised', service: facts };
    case 403:
      return { kind: 'forbidden', service: facts };
    case 404:
      return { kind: 'notFound', service: facts };
    case 409:
      return { kind: 'conflict', service: facts };
    case 423:
      return { kind: 'busyThere', service: facts };
    case 429:
      return { kind: 'tooManyRequests', service: facts, retryAfterMs: retryAfterMs(response) };
    default:
      return { kind: response.status >= 500 ? 'serviceDown' : 'rejected', service: facts };
  }
}

/** Whole seconds only; the form with a date is left to the till's own patience. */
function retryAfterMs(response: Response): number | null {
  const seconds = response.headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : null;
}

/** An empty body, as a 204 has it, is `null`; text that is no JSON is `undefined`, which no schema accepts. */
function readJson(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Codes of Node and of its HTTP client for a connection that never came about. */
const neverSentCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function neverSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && neverSentCodes.has(error.code)) return true;
  if (error instanceof AggregateError) return error.errors.every(neverSent);
  return error.cause !== undefined && neverSent(error.cause);
}
