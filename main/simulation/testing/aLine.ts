/**
 * The line between the tills of a store and the service: it can be down, swallow answers, put something of its own in
 * the place of an answer, and tell when a call passes. It keeps a list of what passed.
 */

import type { Clock } from '../../../app/ports/Clock.ts';
import type { TrainingService } from '../../training/index.ts';
import type { Exchange } from '../../vipps/index.ts';

/** What the till does at the wallet, in one word; anything else by its path. */
export type Call = 'create' | 'read' | 'events' | 'capture' | 'cancel' | 'refund' | (string & {});

/** `down`: no byte leaves the till. `deaf`: everything arrives and no answer comes back. */
export type Condition = 'up' | 'down' | 'deaf';

export interface Foreign {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Passed {
  /** When it left the till, in milliseconds of the store's time. */
  readonly at: number;
  readonly call: Call;
  readonly reference: string | null;
  readonly key: string | null;
  readonly body: string;
  /** `null`: the connection broke. */
  readonly status: number | null;
  /** Code in the answer, where it is one of the service's own. */
  readonly code: string | null;
  /** Whether something before the service answered. */
  readonly foreign: boolean;
}

export interface Line {
  readonly exchange: Exchange;
  readonly passed: readonly Passed[];
  set(condition: Condition): void;
  /** The next `times` such calls are answered by something between till and service. Nothing reaches the service. */
  instead(call: Call, answer: Foreign, times?: number): void;
  /** From now on nobody answers in the service's place. */
  clear(): void;
  /** Once: just before the service is given the next such call, or just after it has worked on it. */
  before(call: Call, act: () => unknown): void;
  after(call: Call, act: () => unknown): void;
}

const wayMs = 40;

export function aLine(service: TrainingService, time: Clock): Line {
  const passed: Passed[] = [];
  const foreign: { call: Call; answer: Foreign; left: number }[] = [];
  const hooks: { when: 'before' | 'after'; call: Call; act: () => unknown }[] = [];
  let condition: Condition = 'up';

  async function hook(when: 'before' | 'after', call: Call): Promise<void> {
    const found = hooks.findIndex((one) => one.when === when && one.call === call);
    if (found >= 0) await hooks.splice(found, 1)[0]?.act();
  }

  function insteadOf(call: Call): Foreign | null {
    const found = foreign.find((one) => one.call === call && one.left > 0);
    if (found === undefined) return null;
    found.left -= 1;
    return found.answer;
  }

  const exchange: Exchange = async (request) => {
    const { pathname, search, host } = new URL(request.url);
    const { call, reference } = named(request.method, pathname, request.body ?? '');
    const key = request.headers['idempotency-key'] ?? null;
    const seen = { at: time.monotonic(), call, reference, key, body: request.body ?? '' };
    if (condition === 'down') throw broken('ENOTFOUND');
    await time.sleep(wayMs);
    const other = insteadOf(call);
    if (other !== null) {
      passed.push({ ...seen, status: other.status, code: null, foreign: true });
      return { status: other.status, headers: other.headers ?? {}, body: other.body };
    }
    await hook('before', call);
    const { method, headers, body } = request;
    const answer = await service.handle({
      method,
      url: pathname + search,
      headers: { ...headers, host },
      body: body ?? '',
    });
    await hook('after', call);
    await time.sleep(wayMs);
    if (answer === 'drop' || condition !== 'up') {
      passed.push({ ...seen, status: null, code: null, foreign: false });
      throw broken('ECONNRESET');
    }
    const text = answer.body.toString();
    passed.push({
      ...seen,
      status: answer.status,
      foreign: false,
      code: /"ErrorCode","reason":"(\d+)"/.exec(text)?.[1] ?? null,
    });
    return { status: answer.status, headers: { ...answer.headers }, body: text };
  };

  return {
    exchange,
    passed,
    set(next) {
      condition = next;
    },
    instead: (call, answer, times = 1) => void foreign.push({ call, answer, left: times }),
    clear: () => void foreign.splice(0),
    before: (call, act) => void hooks.push({ when: 'before', call, act }),
    after: (call, act) => void hooks.push({ when: 'after', call, act }),
  };
}

/** Answers after which the same key may come again: put off, or refused before the service looked at it. */
const mayComeAgain: readonly (number | string | null)[] = [401, 423, 429, '6160', '6250', '6280'];

/** A 4xx stays a 4xx for its key (payments.md 2.7): every key that went out again although the service had refused it. */
export function keysAfterRefusal(passed: readonly Passed[]): readonly string[] {
  const refused = new Set<string>();
  return passed.flatMap(({ call, key, status, code, foreign }) => {
    if (key === null) return [];
    const again = refused.has(key);
    const final = !foreign && status !== null && status >= 400 && status < 500;
    if (final && !mayComeAgain.includes(status) && !mayComeAgain.includes(code)) refused.add(key);
    return again ? [`${call} went out again with ${key}, which had been refused`] : [];
  });
}

function named(method: string, path: string, body: string): { call: Call; reference: string | null } {
  const found = /^\/epayment\/v1\/payments(?:\/([^/]+))?(?:\/(\w+))?$/.exec(path);
  if (found === null) return { call: path, reference: null };
  const [, reference, change] = found;
  if (reference === undefined)
    return { call: 'create', reference: /"reference":"([^"]+)"/.exec(body)?.[1] ?? null };
  return { call: change ?? (method === 'GET' ? 'read' : method), reference };
}

function broken(code: string): Error {
  return Object.assign(new Error(code), { code });
}
