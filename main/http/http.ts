/**
 * The till over HTTP: the contract's calls, the state now and as a stream, and the same pages that the desktop shows.
 * Plain HTTP, so for this machine alone unless somebody says otherwise in so many words (`main/headless`).
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Audience } from '../../app/contract/audience.ts';
import type { Fault, FaultKind } from '../../app/kernel/fault.ts';
import { err, type Result } from '../../app/kernel/result.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { TillDoor } from '../door/door.ts';
import type { QrImages } from '../pages/qrImages.ts';
import type { RendererFiles } from '../pages/rendererFiles.ts';
import type { Delivery } from '../webhooks/receiver.ts';
import { isAdmitted } from './admission.ts';
import { bodyOf, jsonOf } from './body.ts';
import { contractPage } from './contractPage.ts';
import { createDisplayCount } from './displayCount.ts';
import { streamState } from './stateStream.ts';
import { audienceOf, type Tokens } from './tokens.ts';

export interface HttpParts {
  readonly door: TillDoor;
  readonly tokens: Tokens;
  /** Whose tokens are good here: a desktop lets a machine's controller in and nobody else. */
  readonly admits: readonly Audience[];
  /** `null`: no page is served. */
  readonly files: RendererFiles | null;
  readonly qrImages: QrImages;
  /** What `GET /api/health` tells everybody: nothing that a passer-by may not know. */
  readonly health: () => Readonly<Record<string, unknown>>;
  /** Takes a webhook as it came and answers the HTTP status to give; `null` where none are expected. */
  readonly receiveWebhook: ((delivery: Delivery) => number) | null;
  /** Told when the first screen for customers listens and when the last one has gone. */
  readonly customerScreen: (on: boolean) => void;
  readonly clock: Clock;
  readonly log: Log;
}

export interface HttpHost {
  readonly port: number;
  close(): Promise<void>;
}

/** Looked for first where no port was asked for. */
export const usualPort = 4780;

const smallBody = 1_000_000;
/** A catalogue or member file of an import, as a JSON string. */
const largeBody = 45_000_000;

/** Rejects with Node's own error where the address cannot be had (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`). */
export async function openHttpHost(
  parts: HttpParts,
  at: { readonly host: string; readonly port: number },
): Promise<HttpHost> {
  const { log } = parts;
  const streams = new Set<{ close(): void }>();
  const displays = createDisplayCount(parts.customerScreen);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = request.url ?? '/';
    const path = target.split('?')[0] ?? '/';
    const method = request.method ?? 'GET';
    // A webhook comes through whatever proxy the store has, under its public name; its signature says who sent it.
    if (path === '/webhooks') return webhook(request, response, target, method);
    const { host, origin } = request.headers;
    if (!isAdmitted({ host, origin }, at.host)) return refuse(response, 403, { kind: 'senderUnknown' });
    const reading = method === 'GET' || method === 'HEAD';
    if (path === '/api/health' && reading) return json(response, 200, { ok: true, value: parts.health() });
    if (path.startsWith('/api/')) return api(request, response, path, method);
    if (!reading) return refuse(response, 405, { kind: 'callUnknown' });
    if (path.startsWith('/qr/')) {
      const picture = await parts.qrImages.picture(path.slice('/qr/'.length));
      return picture === null ? plain(response, 404) : file(response, picture, method);
    }
    const page = (await parts.files?.read(path)) ?? null;
    return page === null ? plain(response, 404) : file(response, page, method);
  }

  async function api(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    method: string,
  ): Promise<void> {
    const audience = asking(request);
    if (audience === null) {
      response.setHeader('WWW-Authenticate', 'Bearer');
      return refuse(response, 401, { kind: 'senderUnknown' });
    }
    if (path.startsWith('/api/call/') && method === 'POST') {
      return call(request, response, audience, path.slice('/api/call/'.length));
    }
    if (method !== 'GET') return refuse(response, 405, { kind: 'callUnknown' });
    if (path === '/api/state') return json(response, 200, parts.door.view(audience));
    if (path === '/api/contract') return json(response, 200, contractPage());
    if (path === '/api/events') {
      const left = audience === 'display' || audience === 'kiosk' ? displays.joined() : () => undefined;
      const stream = streamState(response, audience, parts);
      streams.add(stream);
      response.on('close', () => {
        streams.delete(stream);
        left();
      });
      return;
    }
    return refuse(response, 404, { kind: 'callUnknown' });
  }

  function asking(request: IncomingMessage): Audience | null {
    const given = /^Bearer ([A-Za-z0-9_-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const audience = given === undefined ? null : audienceOf(parts.tokens, given);
    return audience !== null && parts.admits.includes(audience) ? audience : null;
  }

  async function call(
    request: IncomingMessage,
    response: ServerResponse,
    audience: Audience,
    name: string,
  ): Promise<void> {
    const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
    const carries =
      request.headers['content-length'] !== '0' && request.headers['content-length'] !== undefined;
    if (type !== 'application/json' && (carries || request.headers['transfer-encoding'] !== undefined)) {
      return refuse(response, 415, { kind: 'inputUnreadable', where: 'content-type' });
    }
    const bytes = await bodyOf(request, name.endsWith('.import') ? largeBody : smallBody);
    if (bytes === null) {
      // The rest of it is not read, so this connection cannot be used again.
      response.setHeader('Connection', 'close');
      return refuse(response, 413, { kind: 'inputUnreadable', where: 'size' });
    }
    const input = jsonOf(bytes);
    if (input === undefined) return refuse(response, 400, { kind: 'inputUnreadable', where: 'json' });
    const result = await parts.door.call(audience, name, input);
    return json(response, statusOf(result), result);
  }

  async function webhook(
    request: IncomingMessage,
    response: ServerResponse,
    target: string,
    method: string,
  ): Promise<void> {
    if (parts.receiveWebhook === null || method !== 'POST') return plain(response, 404);
    const body = await bodyOf(request, smallBody);
    if (body === null) return plain(response, 413);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value ?? '')]),
    );
    return plain(response, parts.receiveWebhook({ method, path: target, headers, rawBody: body }));
  }

  const server = createServer({ requestTimeout: 60_000, headersTimeout: 10_000 }, (request, response) => {
    answer(request, response).catch((thrown: unknown) => {
      // A connection that broke is its other end's affair; there is nobody left to tell.
      if (request.destroyed || response.destroyed) return;
      log.error('http.failed', { why: thrown instanceof Error ? thrown.message : String(thrown) });
      if (response.headersSent) response.destroy();
      else plain(response, 500);
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: at.host, port: at.port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  server.on('error', (thrown) => log.error('http.failed', { why: thrown.message }));

  return {
    port: (server.address() as AddressInfo).port,
    close() {
      return new Promise((resolve) => {
        for (const stream of [...streams]) stream.close();
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** The address of a screen with its token behind `#`, which a browser sends to nobody. */
export function screenAddress(url: string, tokens: Tokens, audience: Audience): string {
  const screen = audience === 'display' || audience === 'kiosk' ? 'display' : 'till';
  return `${url}${screen === 'till' ? 'till' : ''}#token=${tokens[audience]}&screen=${screen}`;
}

/** Everything else is 200: the till refused by its own rules or the service did, and the call itself was in order. */
const statuses: Partial<Readonly<Record<FaultKind, number>>> = {
  callUnknown: 404,
  notAllowed: 403,
  inputUnreadable: 400,
  defect: 500,
};

function statusOf(result: Result<unknown>): number {
  return result.ok ? 200 : (statuses[result.fault.kind] ?? 200);
}

function refuse(response: ServerResponse, status: number, fault: Fault): void {
  json(response, status, err(fault));
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(JSON.stringify(value));
}

function plain(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end();
}

function file(
  response: ServerResponse,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array },
  method: string,
): void {
  response.writeHead(200, { ...headers, 'Content-Length': body.byteLength });
  response.end(method === 'HEAD' ? undefined : body);
}
