/**
 * The line between a till and the world, on which a request or its answer can be kept: that is how a till is killed at a
 * named instant and not about there. What nobody set a trap for passes untouched.
 */

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Registry } from './registry.ts';

/** The calls of the till that a trap can name, by method and path; the first that fits, where the body tells two apart. */
const calls = [
  ['token', /^POST \/accesstoken\/get$/],
  ['create', /^POST \/epayment\/v1\/payments$/],
  ['read', /^GET \/epayment\/v1\/payments\/[^/]+$/],
  ['capture', /^POST \/epayment\/v1\/payments\/[^/]+\/capture$/],
  ['cancel', /^POST \/epayment\/v1\/payments\/[^/]+\/cancel$/, /"cancelTransactionOnly":true/],
  ['release', /^POST \/epayment\/v1\/payments\/[^/]+\/cancel$/],
  ['refund', /^POST \/epayment\/v1\/payments\/[^/]+\/refund$/],
  ['receipt', /^POST \/order-management\/v2\/[^/]+\/receipts\/[^/]+$/],
  ['purchase', /^POST \/registry\/purchases$/],
] as const satisfies readonly (readonly [string, RegExp, RegExp?])[];

export type LineCall = (typeof calls)[number][0];

/** Where the till dies: before its request has arrived, for good or for the time being, or before it hears the answer. */
export type Side = 'neverArrives' | 'arrivesLater' | 'answerLost';

export interface Trap {
  readonly call: LineCall;
  readonly side: Side;
  /** So many such calls pass first; none unless told. */
  readonly after?: number;
  /** Only an answer like this. */
  readonly answer?: RegExp;
}

export interface Line {
  /** Base address of the service for a till; the club's registry is at `/registry` below it. */
  readonly url: string;
  /** Resolves once a request has run into the trap; what was caught is kept from the till for ever. */
  trap(trap: Trap): Promise<void>;
  /** Takes away every trap that nothing has run into. */
  disarm(): void;
  /** The next create with a receipt is refused because of the receipt alone, as a strict service may do. */
  refuseReceipt(): void;
  /** What was kept on its way in arrives now. */
  letOn(): Promise<void>;
  close(): Promise<void>;
}

interface Request {
  readonly call: LineCall | null;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Armed extends Trap {
  left: number;
  readonly spring: () => void;
}

/** Headers of one connection, which are not those of the next. */
const ofConnection = ['host', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'];

const receiptRefused: Answer = {
  status: 400,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify({
    title: 'Bad Request',
    status: 400,
    extraDetails: [{ name: 'receipt.orderLines[0].taxRate', reason: 'The field is invalid.' }],
  }),
};

export async function openLine(service: string, registry: Registry): Promise<Line> {
  const armed = new Set<Armed>();
  let later: Request[] = [];
  let refusesReceipt = false;
  const server = createServer((incoming, response) => {
    // A till that dies in the middle of a request breaks it off; that is what it is for.
    serve(incoming, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await read(incoming);
    const trap = trapFor(request);
    if (trap !== null && trap.side !== 'answerLost') {
      if (trap.side === 'arrivesLater') later.push(request);
      spring(trap);
      return;
    }
    const answer = await answerOf(request);
    if (trap !== null && (trap.answer?.test(answer.body) ?? true)) {
      spring(trap);
      return;
    }
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  function trapFor({ call }: Request): Armed | null {
    for (const trap of armed) {
      if (trap.call !== call) continue;
      trap.left -= 1;
      if (trap.left < 0) return trap;
    }
    return null;
  }

  function spring(trap: Armed): void {
    armed.delete(trap);
    trap.spring();
  }

  async function answerOf(request: Request): Promise<Answer> {
    if (request.path.startsWith('/registry/')) return registry.answer(request);
    if (refusesReceipt && request.call === 'create' && request.body.includes('"receipt"')) {
      refusesReceipt = false;
      return receiptRefused;
    }
    const { method, path, headers, body } = request;
    const sent = await fetch(`${service}${path}`, { method, headers, ...(body === '' ? {} : { body }) });
    // The till fetches pictures from where it talks to, and nowhere else.
    const text = (await sent.text()).replaceAll(`${service}/qr-image/`, `${url}/qr-image/`);
    return { status: sent.status, headers: passedOn(sent.headers.entries()), body: text };
  }

  return {
    url,
    trap(trap) {
      return new Promise((resolve) => armed.add({ ...trap, left: trap.after ?? 0, spring: resolve }));
    },
    disarm: () => armed.clear(),
    refuseReceipt() {
      refusesReceipt = true;
    },
    async letOn() {
      const kept = later;
      later = [];
      for (const request of kept) await answerOf(request);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function read(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', url: path = '/' } = incoming;
  let body = '';
  for await (const part of incoming) body += String(part);
  const asked = `${method} ${path.split('?')[0]}`;
  const call = calls.find(([, pattern, text = /^/]) => pattern.test(asked) && text.test(body))?.[0] ?? null;
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const);
  return { call, method, path, headers: passedOn(headers), body };
}

function passedOn(headers: Iterable<readonly [string, string]>): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !ofConnection.includes(name)));
}
