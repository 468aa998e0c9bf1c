/** Applies one chosen failure to one call: before the work, instead of it, or to its answer. */

import { assertNever } from '../../app/kernel/assertNever.ts';
import type { Call, ServiceAnswer, ServiceResponse } from './exchange.ts';
import { empty, json } from './exchange.ts';
import type { TrainingFault } from './faults.ts';
import { gatewayAnswer } from './gateway.ts';
import { domainProblem, isErrorCode } from './problems.ts';
import type { Timers } from './timers.ts';

/**
 * Runs `work` under `fault`. The work is done exactly once or not at all; which of the two the caller cannot tell from
 * the answer, as in life.
 */
export async function spoil(
  fault: TrainingFault,
  call: Call,
  traceId: string,
  timers: Timers,
  work: () => ServiceResponse,
): Promise<ServiceAnswer> {
  switch (fault.what) {
    case 'dropBefore':
    case 'lost':
      return 'drop';
    case 'dropAfter':
      work();
      return 'drop';
    case 'slow':
      return (await timers.pause(fault.afterMs ?? 30_000)) ? work() : 'drop';
    case 'holdAnswer': {
      const answer = work();
      if (fault.afterMs === undefined) await timers.hold();
      else if (await timers.pause(fault.afterMs)) return answer;
      return 'drop';
    }
    case 'http4xx':
      if (fault.code !== undefined && isErrorCode(fault.code))
        return domainProblem(call, fault.code, traceId);
      return json(fault.status ?? 400, { title: 'Bad Request', status: fault.status ?? 400 });
    case 'http5xx':
      return json(fault.status ?? 500, { title: 'Internal Server Error', status: fault.status ?? 500 });
    case 'http5xxAfter':
      work();
      return json(fault.status ?? 500, { title: 'Internal Server Error', status: fault.status ?? 500 });
    case 'tooMany': {
      const seconds = fault.afterMs === undefined ? null : Math.ceil(fault.afterMs / 1000);
      return gatewayAnswer(429, 'Rate limit is exceeded. Try again later.', seconds);
    }
    case 'malformed':
      return halved(work());
    case 'unknownFields':
      return changed(work(), withUnknownFields);
    case 'unknownState':
      return changed(work(), withUnknownState);
    case 'wrongToken':
      return call.endpoint.startsWith('login.')
        ? empty(401, { 'www-authenticate': 'Bearer error="invalid_token"' })
        : gatewayAnswer(401, 'Invalid or expired access token.', null);
    case 'wrongIssuer':
    case 'wrongAudience':
    case 'expiredToken':
    case 'duplicate':
    case 'forged':
    case 'outOfOrder':
      return work();
    default:
      return assertNever(fault.what);
  }
}

function halved(answer: ServiceResponse): ServiceResponse {
  const body = answer.body.length > 1 ? answer.body.slice(0, Math.floor(answer.body.length / 2)) : '{"';
  return { ...answer, body };
}

function changed(answer: ServiceResponse, change: (value: unknown) => unknown): ServiceResponse {
  const isJson = answer.headers['content-type']?.includes('json') ?? false;
  if (!isJson || typeof answer.body !== 'string') return answer;
  return { ...answer, body: JSON.stringify(change(JSON.parse(answer.body))) };
}

function withUnknownFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknownFields);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([name, one]): [string, unknown] => [name, withUnknownFields(one)]);
  return { ...Object.fromEntries(inner), addedLater: { nested: [1, 'two', null] } };
}

function withUnknownState(value: unknown): unknown {
  if (Array.isArray(value)) {
    const last: unknown = value.at(-1);
    if (typeof last !== 'object' || last === null) return value;
    return [...value, { ...last, name: 'REVIEWED', pspReference: '00000000-0000-4000-8000-000000000000' }];
  }
  return typeof value === 'object' && value !== null && 'state' in value
    ? { ...value, state: 'IN_REVIEW' }
    : value;
}
