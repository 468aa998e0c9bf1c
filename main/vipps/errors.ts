/**
 * From an answer that is no success, or from no answer, to a fault with the service's own code and trace id. Branches
 * on status and numeric code only: titles and details may be reworded at any time (payments.md 2.5).
 */

import type { RemoteFault, ServiceFacts } from '../../app/kernel/fault.ts';
import type { Instant } from '../../app/kernel/time.ts';
import { retryAfterMs } from './retry.ts';
import { type Complaint, type Problem, problemSchema } from './wire/problem.ts';

export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; `undefined` for an empty body or one that is no JSON. */
  readonly body: unknown;
  /** `false`: there was a body and it is no JSON. */
  readonly readable: boolean;
}

/** Codes that ask for a short wait and the same request again (payments.md 2.7). */
const busyCodes: readonly string[] = ['6160', '6250', '6280'];
/** Key or reference used before (payments.md 4.10, 4.11). */
const conflictCodes: readonly string[] = ['4010', '4020', '4150'];
const internalErrorCode = '3010';
const referenceNotFoundCode = '5090';

const mostTitleLength = 200;
const mostComplaintsLength = 400;

export function isSuccess(answer: Answer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/** What the service told about itself, as far as any known shape of error body carries it. */
export function serviceFacts(api: string, answer: Answer): ServiceFacts {
  const problem = problemOf(answer);
  const code = problem ? codeOf(problem) : null;
  const title = problem?.title ?? problem?.error_description ?? problem?.message ?? problem?.detail;
  const traceId = problem ? traceOf(problem, answer) : headerTrace(answer);
  return {
    api,
    status: answer.status,
    ...(code === null ? {} : { code }),
    ...(title ? { title: withoutNumbers(title).slice(0, mostTitleLength) } : {}),
    ...(traceId === null ? {} : { traceId }),
  };
}

/** The fault an answer without success means. `now` is for a `Retry-After` that is a date. */
export function faultOf(api: string, answer: Answer, now: Instant): RemoteFault {
  const service = serviceFacts(api, answer);
  const code = service.code ?? '';
  if (busyCodes.includes(code)) return { kind: 'busyThere', service };
  if (code === internalErrorCode) return { kind: 'serviceDown', service };
  if (conflictCodes.includes(code)) return { kind: 'conflict', service };
  if (code === referenceNotFoundCode) return { kind: 'notFound', service };
  switch (answer.status) {
    case 401:
      return { kind: 'unauthorised', service };
    case 403:
      return { kind: 'forbidden', service };
    case 404:
      // A proxy or a gateway that knows no such address says nothing about a payment.
      return { kind: fromElsewhere(answer) ? 'badAnswer' : 'notFound', service };
    case 407:
      // A proxy kept the request.
      return { kind: 'noConnection', service };
    case 408:
      return { kind: 'noAnswer', service };
    case 409:
      return { kind: 'conflict', service };
    case 423:
      return { kind: 'busyThere', service };
    case 429:
      return { kind: 'tooManyRequests', service, retryAfterMs: retryAfterMs(answer.headers, now) };
    default:
      if (answer.status >= 500) return { kind: 'serviceDown', service };
      if (answer.status >= 400) return { kind: 'rejected', service };
      return { kind: 'badAnswer', service };
  }
}

/** A success whose content cannot be read. */
export function badAnswer(api: string, answer: Answer, code: string): RemoteFault {
  return { kind: 'badAnswer', service: { ...serviceFacts(api, answer), code } };
}

/** What an error body says about which member, in whichever of the two lists it has. */
export function complaintsOf(answer: Answer): readonly Complaint[] {
  const problem = problemOf(answer);
  return [...(problem?.extraDetails ?? []), ...(problem?.invalidParams ?? [])];
}

/** The same for the log, long digit runs hidden; `null` where there is none. */
export function complaintsText(answer: Answer): string | null {
  const all = complaintsOf(answer);
  if (all.length === 0) return null;
  const told = all.map((one) => `${one.name}: ${one.reason}`).join('; ');
  return withoutNumbers(told).slice(0, mostComplaintsLength);
}

/** Anything that could be a phone number is hidden. */
function withoutNumbers(text: string): string {
  return text.replace(/\d{8,15}/g, '•••');
}

/** Error codes by which a connection is known never to have been made, so no byte of the request left. */
const neverConnected: readonly string[] = [
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  // The certificate was refused during the handshake, before any request.
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

/** Codes of a request that could not even be built out of what is configured. */
const unsendable: readonly string[] = [
  'ERR_INVALID_CHAR',
  'ERR_INVALID_URL',
  'ERR_UNESCAPED_CHARACTERS',
  'ERR_BAD_REQUEST',
  'ERR_BAD_OPTION',
  'ERR_BAD_OPTION_VALUE',
];

/**
 * The fault of a call that brought no answer. Only what is known to have failed before the first byte is
 * `noConnection`; anything else may have been carried out.
 */
export function networkFault(api: string, thrown: unknown): RemoteFault {
  const chain = causes(thrown);
  const codes = chain.map((one) => one.code).filter((one) => one !== null);
  const early = chain.find((one) => one.syscall === 'connect' || one.syscall === 'getaddrinfo');
  const named = codes.find((one) => neverConnected.includes(one));
  const code = named ?? early?.code ?? codes[0] ?? null;
  const service: ServiceFacts = { api, ...(code === null ? {} : { code }) };
  if (codes.some((one) => unsendable.includes(one))) return { kind: 'notConfigured', service };
  if (chain.some((one) => one.message.startsWith('maxContentLength'))) return { kind: 'badAnswer', service };
  if (named !== undefined || early !== undefined) return { kind: 'noConnection', service };
  return { kind: 'noAnswer', service };
}

interface Cause {
  readonly code: string | null;
  readonly syscall: string | null;
  readonly message: string;
}

/** The error, its causes, and the parts of an aggregate (Node tries several addresses of one name). */
function causes(thrown: unknown, depth = 0): readonly Cause[] {
  if (depth > 5 || typeof thrown !== 'object' || thrown === null) return [];
  const own: Cause = {
    code: textAt(thrown, 'code'),
    syscall: textAt(thrown, 'syscall'),
    message: textAt(thrown, 'message') ?? '',
  };
  const parts: readonly unknown[] = 'errors' in thrown && Array.isArray(thrown.errors) ? thrown.errors : [];
  const cause = 'cause' in thrown ? thrown.cause : null;
  return [own, ...[...parts, cause].flatMap((one) => causes(one, depth + 1))];
}

function textAt(from: object, name: string): string | null {
  const value: unknown = Reflect.get(from, name);
  return typeof value === 'string' ? value : null;
}

function problemOf(answer: Answer): Problem | null {
  const parsed = problemSchema.safeParse(answer.body);
  return parsed.success ? parsed.data : null;
}

function codeOf(problem: Problem): string | null {
  const domain = problem.extraDetails?.find((one) => one.name.toLowerCase() === 'errorcode');
  if (domain) return domain.reason.trim();
  const word = problem.error_code ?? problem.error;
  return word === undefined ? null : word.toLowerCase();
}

/** W3C trace context, as the platform prints it in `traceId`, and at times in `instance` or `type`. */
const tracePattern = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

function traceOf(problem: Problem, answer: Answer): string | null {
  if (problem.traceId) return problem.traceId;
  const hidden = [problem.instance, problem.type].find((one) => one !== undefined && tracePattern.test(one));
  return hidden ?? problem.activityId ?? headerTrace(answer);
}

function headerTrace(answer: Answer): string | null {
  const { traceparent, 'x-request-id': requestId } = answer.headers;
  return traceparent ?? requestId ?? null;
}

/** HTML or other text, or the gateway's `{statusCode, message}`: not from the API itself. */
function fromElsewhere(answer: Answer): boolean {
  if (!answer.readable) return true;
  const body = answer.body;
  return typeof body === 'object' && body !== null && 'statusCode' in body && !('title' in body);
}
