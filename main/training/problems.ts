/** Error bodies, each API in its own form (payments.md 2.5). */

import type { z } from 'zod';
import type { ErrorCode, ErrorCodeRow } from './errorCodes.ts';
import { errorCodes } from './errorCodes.ts';
import type { Call, Detail, ServiceResponse } from './exchange.ts';
import { json } from './exchange.ts';

const problemType = 'application/problem+json';

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code);
}

/** `instance` is the path below the API's own prefix, as in the published samples: `/v1/payments`. */
function instanceOf(call: Call): string {
  return call.path.replace(/^\/(epayment|webhooks|qr|order-management)(?=\/)/, '');
}

function problem(call: Call, status: number, title: string, traceId: string, rest: object): ServiceResponse {
  return json(
    status,
    {
      type: `https://httpstatuses.io/${status}`,
      title,
      status,
      instance: instanceOf(call),
      traceId,
      ...rest,
    },
    problemType,
  );
}

/** ePayment: a rule of the business said no; the code stands in `extraDetails`. */
export function domainProblem(
  call: Call,
  code: ErrorCode,
  traceId: string,
  detail?: string,
): ServiceResponse {
  const row: ErrorCodeRow = errorCodes[code];
  return problem(call, row.status, row.title, traceId, {
    detail: detail ?? `${row.title}.`,
    extraDetails: [{ name: 'ErrorCode', reason: code }],
  });
}

/** ePayment: a member or header breaks the schema. */
export function validationProblem(call: Call, details: readonly Detail[], traceId: string): ServiceResponse {
  return problem(call, 400, 'Bad Request', traceId, {
    detail: 'See extraDetails for further details',
    extraDetails: details,
  });
}

export function forbiddenProblem(call: Call, traceId: string): ServiceResponse {
  return problem(call, 403, 'Forbidden', traceId, {
    detail: 'The sales unit does not belong to these keys or lacks the product.',
    extraDetails: null,
  });
}

/** Webhooks API: the same form, but `type` carries the trace id as in the published sample. */
export function webhooksProblem(
  call: Call,
  status: number,
  title: string,
  details: readonly Detail[],
  traceId: string,
): ServiceResponse {
  const detail = status === 400 ? 'One or more validation errors occurred.' : title;
  const body = {
    type: traceId,
    title,
    status,
    detail,
    instance: instanceOf(call),
    traceId,
    extraDetails: details,
  };
  return json(status, body, problemType);
}

/** QR exchange: neither `type` nor `traceId`. */
export function exchangeProblem(details: readonly Detail[]): ServiceResponse {
  return json(400, {
    title: 'Bad request',
    status: 400,
    detail: 'The request body contains one or more invalid parameters.',
    extraDetails: details,
  });
}

/** QR codes, Order Management, Check-in: `invalidParams`, the trace id in `instance`. */
export function invalidParams(
  status: number,
  title: string,
  details: readonly Detail[],
  traceId: string,
): ServiceResponse {
  return json(status, {
    type: `https://datatracker.ietf.org/doc/html/rfc7231#section-6.5.${status === 409 ? 8 : status === 404 ? 4 : 1}`,
    title,
    detail: status === 400 ? 'BadRequest' : title,
    instance: traceId,
    invalidParams: details,
  });
}

/** OAuth and OpenID errors of Login (identity-and-loyalty.md 1.5, 1.10). */
export function oauthError(
  status: number,
  error: string,
  description: string,
  code?: string,
): ServiceResponse {
  return json(status, {
    error,
    ...(code === undefined ? {} : { error_code: code }),
    error_description: description,
  });
}

/** What zod found, in the words of the APIs: member path and rule. */
export function detailsOf(error: z.core.$ZodError): readonly Detail[] {
  return error.issues.flatMap((issue): readonly Detail[] => {
    const at = issue.path.map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index ? '.' : ''}${String(part)}`,
    );
    const name = at.join('');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        name: name === '' ? key : `${name}.${key}`,
        reason: `The property ${key} is not part of the request.`,
      }));
    }
    return [{ name: name === '' ? 'body' : name, reason: issue.message }];
  });
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly details: readonly Detail[] };

/** A JSON body against its schema. An empty body counts as `undefined`. */
export function parseBody<T>(call: Call, schema: z.ZodType<T>): Parsed<T> {
  const body = readJson(call.text);
  if (!body.ok) return { ok: false, details: [{ name: 'body', reason: 'The body is not valid JSON.' }] };
  const parsed = schema.safeParse(body.value);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, details: detailsOf(parsed.error) };
}

/** Parses JSON from outside. */
export function readJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  if (text.trim() === '') return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (cause) {
    if (cause instanceof SyntaxError) return { ok: false };
    throw cause;
  }
}

/** 415 where a body came without the one media type these APIs read. */
export function wrongMediaType(call: Call, traceId: string): ServiceResponse | null {
  if (call.text === '') return null;
  const type = (call.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  return type === 'application/json'
    ? null
    : problem(call, 415, 'Unsupported Media Type', traceId, { detail: 'The body must be application/json.' });
}
