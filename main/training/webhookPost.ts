/** Carries a webhook delivery over real HTTP; ten seconds without an answer count as none (payments.md 6.6). */

import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { Delivery, DeliveryOutcome } from './webhookDelivery.ts';

const patience = 10_000;

export function postWebhook(delivery: Delivery): Promise<DeliveryOutcome> {
  const url = new URL(delivery.url);
  const send = url.protocol === 'https:' ? secure : plain;
  const headers = { ...delivery.headers, 'content-length': String(Buffer.byteLength(delivery.body)) };
  return new Promise((resolve) => {
    const request = send(url, { method: 'POST', headers, timeout: patience }, (response) => {
      response.resume();
      response.on('end', () => resolve({ kind: 'answered', status: response.statusCode ?? 0 }));
      response.on('error', () => resolve({ kind: 'noAnswer' }));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve({ kind: 'noAnswer' }));
    request.end(delivery.body);
  });
}
