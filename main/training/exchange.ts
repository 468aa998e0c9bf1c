/**
 * One request to the training service and its answer, as plain data, so that the same core serves a real HTTP
 * server and a simulation that never opens a socket (proof.md, seams "network" and "service").
 */

import type { EndpointName } from './faults.ts';

export interface ServiceRequest {
  readonly method: string;
  /** Path with query, e.g. `/epayment/v1/payments`. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array | string;
}

export interface ServiceResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** `drop`: the connection broke and no byte came back. */
export type ServiceAnswer = ServiceResponse | 'drop';

/** A request after routing, with what the path said. */
export interface Call {
  readonly endpoint: EndpointName;
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

export type Handler = (call: Call) => ServiceResponse;

export interface Route {
  readonly method: string;
  /** Segments in braces are parameters: `/epayment/v1/payments/{reference}`. */
  readonly pattern: string;
  readonly endpoint: EndpointName;
  readonly handler: Handler;
}

/** One wrong member or header, in the words the APIs use for it (payments.md 2.5). */
export interface Detail {
  readonly name: string;
  readonly reason: string;
}

export function json(status: number, body: unknown, contentType = 'application/json'): ServiceResponse {
  return {
    status,
    headers: { 'content-type': `${contentType}; charset=utf-8` },
    body: JSON.stringify(body),
  };
}

export function empty(status: number, headers: Readonly<Record<string, string>> = {}): ServiceResponse {
  return { status, headers, body: '' };
}

/** The path without the query, and the query apart. */
export function splitUrl(url: string): { readonly path: string; readonly query: URLSearchParams } {
  const mark = url.indexOf('?');
  return mark < 0
    ? { path: url, query: new URLSearchParams() }
    : { path: url.slice(0, mark), query: new URLSearchParams(url.slice(mark + 1)) };
}

/** The parameters if `path` has the form of `pattern`, else `null`. Segments are percent-decoded. */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/');
  const found = path.split('/');
  if (wanted.length !== found.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const segment = found[at] ?? '';
    if (part.startsWith('{')) {
      const value = decode(segment);
      if (value === null || value === '') return null;
      params[part.slice(1, -1)] = value;
    } else if (part !== segment) return null;
  }
  return params;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch (cause) {
    if (cause instanceof URIError) return null;
    throw cause;
  }
}
