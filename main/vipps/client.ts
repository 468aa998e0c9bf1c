/**
 * One request over HTTP, on axios. Never throws and never decides what an answer means: it gives the answer with
 * whatever status it has, or the fault that kept it away. Deadline and cancellation live above the adapter, so they
 * hold for a simulated network too.
 */

import axios, {
  type AxiosAdapter,
  AxiosHeaders,
  type AxiosInstance,
  type AxiosRequestConfig,
  type AxiosResponse,
} from 'axios';
import type { RemoteFault } from '../../app/kernel/fault.ts';
import { isLoopback } from '../../app/kernel/loopback.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import { within } from './deadline.ts';
import { type Answer, complaintsText, networkFault, serviceFacts } from './errors.ts';

export type { AxiosAdapter };

export interface Outgoing {
  /** Which remote API, as in `ServiceFacts.api`. */
  readonly api: string;
  /** What is asked, for the log: `capture`, `exchange`; never an address with something personal in it. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** A path on the base address, or a whole address. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: { readonly type: string; readonly text: string };
  readonly deadlineMs: number;
  /** Service codes and statuses that are everyday answers of this call and not worth a line in the log. */
  readonly usual?: readonly string[];
}

export interface Client {
  /** The answer with any status, or `noConnection`, `noAnswer`, `badAnswer` (too large), `notConfigured` (unsendable). */
  send(request: Outgoing): Promise<Result<Answer, RemoteFault>>;
}

/** No answer of the platform comes near this. */
const mostAnswerBytes = 2_000_000;

export function createClient(
  baseUrl: string,
  deps: { readonly clock: Clock; readonly log: Log; readonly adapter?: AxiosAdapter },
): Client {
  const instance = createInstance(baseUrl, deps.adapter);
  const { clock, log } = deps;

  async function send(request: Outgoing): Promise<Result<Answer, RemoteFault>> {
    const begun = clock.monotonic();
    const abort = new AbortController();
    const ask = () =>
      instance.request(requestConfig(request, abort.signal)).then(
        (response) => readAnswer(request.api, response),
        (thrown: unknown) => err(networkFault(request.api, thrown)),
      );
    const outcome = await within(clock, request.deadlineMs, ask);
    if (outcome.late) abort.abort();
    const result = outcome.late ? err(lateFault(request.api)) : outcome.value;
    tell(request, result, clock.monotonic() - begun);
    return result;
  }

  function tell(request: Outgoing, result: Result<Answer, RemoteFault>, ms: number): void {
    const call = { api: request.api, call: request.name, ms };
    if (!result.ok) {
      log.warn('vipps.unanswered', { ...call, fault: result.fault.kind, code: result.fault.service.code });
      return;
    }
    const answer = result.value;
    if (answer.status < 400) return;
    const { status, code, title, traceId } = serviceFacts(request.api, answer);
    if (request.usual?.some((one) => one === code || one === String(status))) return;
    const facts = { ...call, status, code, title, traceId, complaints: complaintsText(answer) };
    if (answer.status >= 500) log.warn('vipps.refused', facts);
    else log.info('vipps.refused', facts);
  }

  return { send };
}

function createInstance(baseUrl: string, adapter: AxiosAdapter | undefined): AxiosInstance {
  return axios.create({
    baseURL: baseUrl.trim().replace(/\/+$/, ''),
    adapter: adapter ?? 'http',
    // The deadline is ours; a second clock inside would not be the port's.
    timeout: 0,
    // The secrets in the headers go where they are addressed and nowhere else.
    maxRedirects: 0,
    maxContentLength: mostAnswerBytes,
    responseType: 'text',
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    validateStatus: () => true,
    // A store's proxy cannot reach the till's own loopback.
    ...(leadsHere(baseUrl) ? { proxy: false } : {}),
  });
}

function requestConfig(request: Outgoing, signal: AbortSignal): AxiosRequestConfig {
  const headers = {
    Accept: 'application/json',
    ...request.headers,
    // `false`: axios would otherwise call a missing body of a POST a form.
    'Content-Type': request.body ? request.body.type : false,
  };
  return {
    method: request.method,
    url: request.url,
    headers,
    signal,
    ...(request.body ? { data: request.body.text } : {}),
  };
}

function readAnswer(api: string, response: AxiosResponse<unknown>): Result<Answer, RemoteFault> {
  const text = typeof response.data === 'string' ? response.data.replace(/^\ufeff/, '') : '';
  const { status } = response;
  if (text.length > mostAnswerBytes) {
    return err({ kind: 'badAnswer', service: { api, status, code: 'tooLarge' } });
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(AxiosHeaders.from(response.headers as AxiosHeaders).toJSON())) {
    if (value !== null && value !== undefined) headers[name.toLowerCase()] = String(value);
  }
  if (text.trim() === '') return ok({ status, headers, body: undefined, readable: true });
  const parsed = parseJson(text);
  return ok({ status, headers, body: parsed.ok ? parsed.value : undefined, readable: parsed.ok });
}

function parseJson(text: string): Result<unknown, SyntaxError> {
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return err(thrown);
    throw thrown;
  }
}

function lateFault(api: string): RemoteFault {
  return { kind: 'noAnswer', service: { api, code: 'deadline' } };
}

function leadsHere(address: string): boolean {
  return URL.canParse(address) && isLoopback(new URL(address).hostname);
}

/** A network in words that need no axios, for a simulation. */
export type Exchange = (request: {
  readonly method: string;
  /** Whole address. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal | null;
}) => Promise<{
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}>;

/** As axios joins the two. */
function wholeAddress(base: string, url: string): string {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(url) ? url : base.replace(/\/+$/, '') + url;
}

/** Makes such a network an adapter. To break it, let the exchange reject with an `Error` that has a Node `code`. */
export function adapterOf(exchange: Exchange): AxiosAdapter {
  return async (config) => {
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(config.headers.toJSON()))
      headers[name.toLowerCase()] = String(value);
    const answer = await exchange({
      method: (config.method ?? 'get').toUpperCase(),
      url: wholeAddress(config.baseURL ?? '', config.url ?? ''),
      headers,
      body: typeof config.data === 'string' ? config.data : null,
      signal: config.signal instanceof AbortSignal ? config.signal : null,
    });
    return {
      data: answer.body,
      status: answer.status,
      statusText: '',
      headers: new AxiosHeaders({ ...answer.headers }),
      config,
    };
  };
}
