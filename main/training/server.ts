/** The training service as a real HTTP server on loopback: what the till and the phone page talk to in training. */

import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { ServiceAnswer, ServiceRequest } from './exchange.ts';
import { splitUrl } from './exchange.ts';
import { noMemory } from './memory.ts';
import type { TrainingOptions } from './options.ts';
import { answerPhone } from './phoneHttp.ts';
import { realClock, realIds } from './realWorld.ts';
import { createTrainingService, type TrainingService } from './service.ts';
import { postWebhook } from './webhookPost.ts';

export interface TrainingServerOptions extends Partial<TrainingOptions> {
  /** 0 or absent: any free port. */
  readonly port?: number;
}

export interface TrainingServer {
  /** `http://127.0.0.1:<port>`, without a trailing slash. */
  readonly url: string;
  readonly service: TrainingService;
  close(): Promise<void>;
}

const largestBody = 4 * 1024 * 1024;

/** Starts on 127.0.0.1 only. Rejects when the port is taken. */
export async function startTrainingServer(options: TrainingServerOptions = {}): Promise<TrainingServer> {
  const { port = 0, memory = noMemory, ...rest } = options;
  let boundPort = port;
  // Addresses that were given out, such as that of a one-time code, stay true when the same port is free again.
  const earlier = memory.drawer('port', z.int(), () => boundPort);
  let service: TrainingService | null = null;
  let hosts: readonly string[] = [];
  const server = createServer((request, response) => {
    if (!service || !hosts.includes(request.headers.host ?? '')) {
      // A page of the web that points its own name at this machine stays outside.
      response.writeHead(421).end();
      return;
    }
    void serve(service, request, response);
  });
  if (earlier === null || !(await listens(server, earlier))) await listen(server, port);
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  boundPort = bound;
  const url = `http://127.0.0.1:${bound}`;
  hosts = [`127.0.0.1:${bound}`, `localhost:${bound}`];
  const running = createTrainingService({
    clock: realClock,
    ids: realIds,
    baseUrl: url,
    sendWebhook: postWebhook,
    memory,
    defaultCustomer: { does: 'approve', afterMs: 4000, manualWhenPhoneOpen: true },
    ...rest,
  });
  service = running;
  memory.changed();
  return {
    url,
    service: running,
    close() {
      running.stop();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** `false` where the port cannot be had. */
async function listens(server: Server, port: number): Promise<boolean> {
  try {
    await listen(server, port);
    return true;
  } catch {
    return false;
  }
}

async function serve(
  service: TrainingService,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = await read(incoming);
  if (request === null) {
    response.writeHead(413).end();
    return;
  }
  if (request.method === 'GET' && splitUrl(request.url).path === '/phone/events') {
    stream(service, request, response);
    return;
  }
  const nonce = randomBytes(16).toString('base64');
  const answer = answerPhone(service, request, nonce) ?? (await service.handle(request));
  write(answer, response);
}

function write(answer: ServiceAnswer, response: ServerResponse): void {
  if (answer === 'drop') {
    response.destroy();
    return;
  }
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body, 'utf8') : answer.body;
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
  response.end(body);
}

/** The whole request; `null` when it is too large, or broke off. */
async function read(incoming: IncomingMessage): Promise<ServiceRequest | null> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of incoming) {
      const piece = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
      size += piece.length;
      if (size > largestBody) return null;
      parts.push(piece);
    }
  } catch (cause) {
    if (incoming.destroyed) return null;
    throw cause;
  }
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return { method: incoming.method ?? 'GET', url: incoming.url ?? '/', headers, body: Buffer.concat(parts) };
}

/** Live state of one phone as server-sent events; while it is connected the phone counts as open. */
function stream(service: TrainingService, request: ServiceRequest, response: ServerResponse): void {
  const number = splitUrl(request.url).query.get('number') ?? '';
  if (!/^\d{9,15}$/.test(number)) {
    response.writeHead(400).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  let shown = '';
  const send = (): void => {
    const now = JSON.stringify(service.phone(number));
    if (now === shown) return;
    shown = now;
    response.write(`event: phone\ndata: ${now}\n\n`);
  };
  const stop = service.onPhone(number, send);
  // A check-in notice fades by itself, which nobody announces.
  const glance = setInterval(send, 5000);
  glance.unref();
  response.on('close', () => {
    clearInterval(glance);
    stop();
  });
  send();
}
