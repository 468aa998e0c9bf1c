/** A small real HTTP server on loopback that answers what a test tells it and keeps what it was asked. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  /** Path with query, as sent. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Told {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as it is, anything else as JSON; left out: no body. */
  readonly body?: unknown;
}

/** `hangUp` breaks the connection without an answer; `halfAnswer` breaks it within the body. */
export type Reply = Told | 'hangUp' | 'halfAnswer' | 'never';

export interface TestServer {
  readonly url: string;
  readonly port: number;
  /** Everything asked so far, in order. */
  readonly asked: readonly Asked[];
  /** Answers `METHOD /path` (without query) with these one after the other; the last one stays. */
  on(route: string, ...replies: readonly (Reply | ((asked: Asked) => Reply))[]): void;
  /** What was asked of one route. */
  askedOf(route: string): readonly Asked[];
  close(): Promise<void>;
}

export async function startTestServer(): Promise<TestServer> {
  const asked: Asked[] = [];
  const routes = new Map<string, (Reply | ((asked: Asked) => Reply))[]>();

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const one = readAsked(request, body);
    asked.push(one);
    const replies = routes.get(routeOf(one));
    const next = replies && replies.length > 1 ? replies.shift() : replies?.[0];
    if (next === undefined) {
      send(response, { status: 599, body: `nothing prepared for ${routeOf(one)}` });
      return;
    }
    send(response, typeof next === 'function' ? next(one) : next);
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(request, response, Buffer.concat(chunks).toString('utf8')));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    asked,
    on(route, ...replies) {
      routes.set(route, [...replies]);
    },
    askedOf: (route) => asked.filter((one) => routeOf(one) === route),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

function routeOf(asked: Asked): string {
  return `${asked.method} ${asked.path.split('?')[0]}`;
}

function readAsked(request: IncomingMessage, body: string): Asked {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
  return { method: request.method ?? '', path: request.url ?? '', headers, body };
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'never') return;
  if (reply === 'hangUp') {
    response.destroy();
    return;
  }
  if (reply === 'halfAnswer') {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
    response.write('{"state":', () => response.destroy());
    return;
  }
  const text = reply.body === undefined ? '' : bodyText(reply.body);
  response.writeHead(reply.status, {
    ...(text === '' ? {} : { 'Content-Type': 'application/json' }),
    ...reply.headers,
  });
  response.end(text);
}

function bodyText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}
