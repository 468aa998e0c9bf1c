/** Addresses of QR images. They need no login; a one-time code answers 404 once its payment is settled or dead. */

import type { Call, Route, ServiceResponse } from './exchange.ts';
import { empty } from './exchange.ts';
import type { CallbackQrs } from './merchantCallbackQr.ts';
import type { Settled } from './options.ts';
import type { Payments } from './payments.ts';
import { qrPng, qrSvg } from './qrImageFiles.ts';

export function qrImageRoutes(
  settled: Settled,
  payments: Payments,
  callbackQrs: CallbackQrs,
): readonly Route[] {
  function oneTime(call: Call): ServiceResponse {
    const token = call.query.get('token') ?? '';
    const payment = payments.byToken(token);
    if (payment?.standing.state !== 'CREATED') return empty(404);
    const wish = payment.request.qrFormat;
    return image(
      `${settled.baseUrl}/landing?token=${token}`,
      wish?.format === 'IMAGE/PNG',
      wish?.size ?? 1024,
    );
  }

  function callback(call: Call): ServiceResponse {
    const code = call.query.get('code') ?? '';
    const found = callbackQrs.all().find((one) => code !== '' && one.content.endsWith(`/${code}`));
    const size = Number(call.query.get('size') ?? '1024');
    if (!found || !Number.isInteger(size) || size < 100 || size > 2000) return empty(404);
    return image(found.content, call.query.get('format') === 'PNG', size);
  }

  /** Where the one-time code leads: the page of a simulated phone, which then asks whose it is. */
  function landing(call: Call): ServiceResponse {
    const token = call.query.get('token') ?? '';
    if (payments.byToken(token) === null) return empty(404);
    return empty(302, { location: `/phone?scan=${encodeURIComponent(token)}` });
  }

  return [
    { method: 'GET', pattern: '/qr-image/v1', endpoint: 'qr.image', handler: oneTime },
    { method: 'GET', pattern: '/qr-image/callback', endpoint: 'qr.image', handler: callback },
    { method: 'GET', pattern: '/landing', endpoint: 'qr.image', handler: landing },
  ];
}

export function image(text: string, png: boolean, size: number): ServiceResponse {
  const body = png ? qrPng(text, size) : qrSvg(text);
  if (body === null) return empty(404);
  return {
    status: 200,
    headers: { 'content-type': png ? 'image/png' : 'image/svg+xml', 'cache-control': 'no-store' },
    body,
  };
}
