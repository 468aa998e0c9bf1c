/**
 * Where the simulated service delivers its webhooks in training: a listener of its own on this machine, since a simulated
 * service is never outside and a staffed desktop may have no other.
 */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../../app/ports/Log.ts';
import type { Delivery } from '../webhooks/receiver.ts';

export interface WebhookListener {
  readonly url: string;
  close(): Promise<void>;
}

const mostBytes = 256_000;

export async function listenForWebhooks(
  receive: (delivery: Delivery) => number,
  log: Log,
): Promise<WebhookListener> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.byteLength;
      if (size <= mostBytes) parts.push(part);
    });
    request.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value ?? '')]),
      );
      const delivery = {
        method: request.method ?? '',
        path: request.url ?? '/',
        headers,
        rawBody: Buffer.concat(parts),
      };
      response.writeHead(size > mostBytes ? 413 : receive(delivery)).end();
    });
    request.on('error', (error) => log.warn('webhooks.brokenOff', { why: error.message }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
