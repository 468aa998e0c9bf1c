/** Merchant callback QR: the store's own static codes and what a scan of one sets off (payments.md 5.3, 6.4). */

import { z } from 'zod';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Call, Detail, Route, ServiceResponse } from './exchange.ts';
import { empty, json } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { foreignMsn, headerFaults } from './gateway.ts';
import { type Memory, noMemory } from './memory.ts';
import type { Mint } from './mint.ts';
import type { Settled } from './options.ts';
import { invalidParams, parseBody, wrongMediaType } from './problems.ts';
import type { PersonalCodes } from './qr.ts';
import type { Webhooks } from './webhooks.ts';

const putSchema = z.strictObject({
  locationDescription: z
    .string('The LocationDescription field is required.')
    .min(1)
    .max(36, 'The field LocationDescription has at most 36 characters.'),
  category: z.enum(['IN_STORE', 'VENDING']).optional(),
});

const callbackQr = z.strictObject({
  merchantQrId: z.string(),
  locationDescription: z.string(),
  category: z.enum(['IN_STORE', 'VENDING']),
  /** Never changes, also not on update. */
  content: z.string(),
});

export type CallbackQr = Readonly<z.infer<typeof callbackQr>>;

/** `shopSilent`: no webhook is registered, so the app shows an error and nobody can pay. */
export type ScanOutcome = 'checkedIn' | 'notFound' | 'shopSilent';

export interface CallbackQrs {
  readonly routes: readonly Route[];
  all(): readonly CallbackQr[];
  /** The customer's app scanned a store's code. */
  scanned(content: string, phone: string): ScanOutcome;
}

const contentStart = 'https://qr.vipps.no/mc/';

export function createCallbackQrs(
  clock: Clock,
  mint: Mint,
  settled: Settled,
  gateway: Gateway,
  codes: PersonalCodes,
  webhooks: Webhooks,
  memory: Memory = noMemory,
): CallbackQrs {
  const known = new Map<string, CallbackQr>();
  const remembered = memory.drawer('callbackQrs', z.array(callbackQr), () => [...known.values()]);
  for (const one of remembered ?? []) known.set(one.merchantQrId, one);

  const wrong = (details: readonly Detail[]): ServiceResponse =>
    invalidParams(400, 'One or more validation errors occurred.', details, mint.traceId());

  function refused(call: Call): ServiceResponse | null {
    const stop = gateway.admit(call);
    if (stop) return stop;
    const details = headerFaults(call, 'required');
    if (details.length > 0) return wrong(details);
    if (foreignMsn(call, settled)) return invalidParams(403, 'Forbidden', [], mint.traceId());
    return wrongMediaType(call, mint.traceId());
  }

  function put(call: Call): ServiceResponse {
    const stop = refused(call);
    if (stop) return stop;
    const parsed = parseBody(call, putSchema);
    if (!parsed.ok) return wrong(parsed.details);
    const merchantQrId = call.params['merchantQrId'] ?? '';
    const before = known.get(merchantQrId);
    known.set(merchantQrId, {
      merchantQrId,
      locationDescription: parsed.value.locationDescription,
      category: parsed.value.category ?? 'IN_STORE',
      content: before?.content ?? contentStart + mint.token(22),
    });
    memory.changed();
    return empty(200);
  }

  function read(call: Call): ServiceResponse {
    const stop = refused(call) ?? imageFault(call);
    if (stop) return stop;
    const found = known.get(call.params['merchantQrId'] ?? '');
    return found ? json(200, printed(found, call)) : invalidParams(404, 'Not found', [], mint.traceId());
  }

  function list(call: Call): ServiceResponse {
    return (
      refused(call) ??
      imageFault(call) ??
      json(
        200,
        [...known.values()].map((one) => printed(one, call)),
      )
    );
  }

  function remove(call: Call): ServiceResponse {
    const stop = refused(call);
    if (stop) return stop;
    if (!known.delete(call.params['merchantQrId'] ?? ''))
      return invalidParams(404, 'Not found', [], mint.traceId());
    memory.changed();
    return empty(200);
  }

  function imageFault(call: Call): ServiceResponse | null {
    const { format, size } = imageWish(call);
    if (format !== 'SVG' && format !== 'PNG') {
      return wrong([{ name: 'QrImageFormat', reason: 'The field QrImageFormat must be PNG or SVG.' }]);
    }
    return Number.isInteger(size) && size >= 100 && size <= 2000
      ? null
      : wrong([{ name: 'QrImageSize', reason: 'The field QrImageSize must be between 100 and 2000.' }]);
  }

  function printed(one: CallbackQr, call: Call): object {
    const { format, size } = imageWish(call);
    const token = one.content.slice(contentStart.length);
    return {
      merchantSerialNumber: settled.keys.merchantSerialNumber,
      merchantQrId: one.merchantQrId,
      locationDescription: one.locationDescription,
      qrImageUrl: `${settled.baseUrl}/qr-image/callback?code=${token}&format=${format}&size=${size}`,
      qrContent: one.content,
    };
  }

  const one = '/qr/v1/merchant-callback/{merchantQrId}';
  return {
    routes: [
      { method: 'GET', pattern: '/qr/v1/merchant-callback', endpoint: 'qr.callback.list', handler: list },
      { method: 'PUT', pattern: one, endpoint: 'qr.callback.put', handler: put },
      { method: 'GET', pattern: one, endpoint: 'qr.callback.get', handler: read },
      { method: 'DELETE', pattern: one, endpoint: 'qr.callback.delete', handler: remove },
    ],
    all: () => [...known.values()],
    scanned(content, phone) {
      const found = [...known.values()].find((code) => code.content === content);
      if (!found) return 'notFound';
      const heard = webhooks.registrations().some((hook) => hook.events.includes('user.checked-in.v1'));
      if (!heard) return 'shopSilent';
      const customerToken = codes.customerToken(phone);
      webhooks.publish('user.checked-in.v1', customerToken, {
        customerToken,
        merchantQrId: found.merchantQrId,
        msn: settled.keys.merchantSerialNumber,
        initiatedAt: new Date(clock.now()).toISOString().replace('Z', '0000Z'),
      });
      return 'checkedIn';
    },
  };
}

/** The documents spell the two parameters with a capital and without. */
function imageWish(call: Call): { readonly format: string; readonly size: number } {
  const format = call.query.get('QrImageFormat') ?? call.query.get('qrImageFormat') ?? 'SVG';
  const size = call.query.get('QrImageSize') ?? call.query.get('qrImageSize') ?? '1024';
  return { format, size: Number(size) };
}
