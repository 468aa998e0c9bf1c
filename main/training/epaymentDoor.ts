/** What every ePayment call passes before its rules: gateway, rate limit, headers, idempotency (payments.md 2.3, 2.6, 4.10). */

import type { Clock } from '../../app/ports/Clock.ts';
import type { ErrorCode } from './errorCodes.ts';
import type { Call, ServiceResponse } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { foreignMsn, headerFaults } from './gateway.ts';
import { createIdempotency, type Worked } from './idempotency.ts';
import type { Memory } from './memory.ts';
import type { Mint } from './mint.ts';
import type { Settled } from './options.ts';
import { domainProblem, forbiddenProblem, readJson, validationProblem, wrongMediaType } from './problems.ts';

/** One writing call as it arrived, for the ledger. */
export interface Operation {
  readonly endpoint: string;
  readonly reference: string | null;
  readonly key: string | null;
  readonly body: string;
  readonly status: number;
  readonly kind: 'fresh' | 'replayed' | 'conflict';
  readonly at: number;
}

export interface EpaymentDoor {
  /** Refusal before the rules, or `null`; the rate limit counts by `reference`. */
  refused(call: Call, reference: string, keyRule: 'required' | 'optional' | 'none'): ServiceResponse | null;
  /** Runs a write under its key and remembers it for the ledger; `conflict` is the code of a key used otherwise. */
  underKey(call: Call, reference: string | null, conflict: ErrorCode, work: () => Worked): ServiceResponse;
  operations(): readonly Operation[];
}

export function createEpaymentDoor(
  clock: Clock,
  mint: Mint,
  settled: Settled,
  gateway: Gateway,
  memory: Memory,
): EpaymentDoor {
  const keys = createIdempotency(memory);
  const operations: Operation[] = [];

  function refused(
    call: Call,
    reference: string,
    keyRule: 'required' | 'optional' | 'none',
  ): ServiceResponse | null {
    const stop = gateway.admit(call);
    if (stop) return stop;
    const reads = call.method === 'GET';
    const limit = reads ? settled.rateLimits.reads : settled.rateLimits.changes;
    const tooMany = gateway.limit(`${call.endpoint} ${reference}`, limit);
    if (tooMany) return tooMany;
    const key = call.headers['idempotency-key'];
    const details = [...headerFaults(call, 'required')];
    if (keyRule === 'required' && !key) {
      details.push({ name: 'Idempotency-Key', reason: 'The header Idempotency-Key is required.' });
    }
    if (keyRule !== 'none' && key !== undefined && key.length > 50) {
      details.push({
        name: 'Idempotency-Key',
        reason: 'The header Idempotency-Key has at most 50 characters.',
      });
    }
    if (details.length > 0) return validationProblem(call, details, mint.traceId());
    if (foreignMsn(call, settled)) return forbiddenProblem(call, mint.traceId());
    return wrongMediaType(call, mint.traceId());
  }

  function underKey(
    call: Call,
    reference: string | null,
    conflict: ErrorCode,
    work: () => Worked,
  ): ServiceResponse {
    const key = call.headers['idempotency-key'] ?? null;
    const run =
      key === null
        ? ({ kind: 'fresh', answer: work().answer } as const)
        : keys.run(key, `${call.method} ${call.path}`, call.text, work);
    const answer = run.kind === 'conflict' ? domainProblem(call, conflict, mint.traceId()) : run.answer;
    operations.push({
      endpoint: call.endpoint,
      reference,
      key,
      body: call.text,
      status: answer.status,
      kind: run.kind,
      at: clock.now(),
    });
    return answer;
  }

  return { refused, underKey, operations: () => operations };
}

/** The member must be spelled exactly so; without it all payments share one counter (payments.md 2.6). */
export function referenceIn(text: string): string | null {
  const body = readJson(text);
  if (!body.ok || typeof body.value !== 'object' || body.value === null || !('reference' in body.value))
    return null;
  return typeof body.value.reference === 'string' ? body.value.reference : null;
}
