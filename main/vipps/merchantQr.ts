/**
 * The static codes that stand at the store's tills (QR API, merchant callback; payments.md 5.3). A set-up matter: a
 * customer who scans one comes back through the webhook `user.checked-in.v1`.
 */

import type { RemoteFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { deadlines, type Platform, type PlatformCall, readAs } from './call.ts';
import type { Answer } from './errors.ts';
import { merchantQrSchema, merchantQrsSchema } from './wire/qr.ts';

export interface MerchantQrCode {
  /** The store's own id of this code; with the merchant serial number it names the code for ever. */
  readonly id: string;
  readonly locationDescription: string;
  /** May change over time; `null` where the answer does not tell. */
  readonly imageUrl: string | null;
  readonly content: string | null;
}

/** `size`: pixels of a side, 100 to 2000; an SVG has none. */
export type QrPicture = { readonly format: 'svg' } | { readonly format: 'png'; readonly size: number };

export interface MerchantQr {
  /** Makes the code or renames its place (at most 36 characters, shown in the app). The code itself never changes. */
  put(
    id: string,
    locationDescription: string,
    category?: 'IN_STORE' | 'VENDING',
  ): Promise<Result<void, RemoteFault>>;
  /** With the address of a picture as it is asked for. */
  get(id: string, picture: QrPicture): Promise<Result<MerchantQrCode, RemoteFault>>;
  list(): Promise<Result<readonly MerchantQrCode[], RemoteFault>>;
  /** A code that is gone already is a success. */
  delete(id: string): Promise<Result<void, RemoteFault>>;
}

const api = 'qr';
const mostLocationLength = 36;

export function createMerchantQr(deps: { readonly platform: Platform }): MerchantQr {
  const { platform } = deps;

  function call(
    name: string,
    method: PlatformCall['method'],
    path: string,
    body?: unknown,
  ): Promise<Result<Answer, RemoteFault>> {
    return platform.call({
      api,
      name,
      method,
      path: `/qr/v1/merchant-callback${path}`,
      ...(body === undefined ? {} : { body }),
      nature: method === 'GET' ? 'read' : 'write',
      deadlineMs: deadlines.setUp,
    });
  }

  return {
    async put(id, locationDescription, category) {
      const answered = await call('putMerchantQr', 'PUT', `/${encodeURIComponent(id)}`, {
        locationDescription: locationDescription.slice(0, mostLocationLength),
        // Newer than the stored document, and requests with unknown members are refused: only sent when asked for.
        ...(category === undefined ? {} : { category }),
      });
      return answered.ok ? ok() : answered;
    },
    async get(id, picture) {
      const size = picture.format === 'png' ? `&QrImageSize=${picture.size}` : '';
      const wish = `QrImageFormat=${picture.format.toUpperCase()}${size}`;
      const path = `/${encodeURIComponent(id)}?${wish}`;
      const read = readAs(merchantQrSchema, api, await call('getMerchantQr', 'GET', path));
      return read.ok ? ok(codeOf(read.value)) : read;
    },
    async list() {
      const read = readAs(merchantQrsSchema, api, await call('listMerchantQr', 'GET', ''));
      return read.ok ? ok(read.value.map(codeOf)) : read;
    },
    async delete(id) {
      const answered = await call('deleteMerchantQr', 'DELETE', `/${encodeURIComponent(id)}`);
      if (answered.ok || answered.fault.kind === 'notFound') return ok();
      return err(answered.fault);
    },
  };
}

function codeOf(wire: {
  merchantQrId: string;
  locationDescription?: string | null | undefined;
  qrImageUrl?: string | null | undefined;
  qrContent?: string | null | undefined;
}): MerchantQrCode {
  return {
    id: wire.merchantQrId,
    locationDescription: wire.locationDescription ?? '',
    imageUrl: wire.qrImageUrl ?? null,
    content: wire.qrContent ?? null,
  };
}
