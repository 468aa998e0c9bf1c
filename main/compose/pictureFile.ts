/**
 * A code of the store as a file to print from: drawn by the service in the format that is wished, and handed out from this
 * host as any other picture of it.
 */

import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { QrImages } from '../pages/qrImages.ts';
import type { MerchantQr } from '../vipps/index.ts';

export interface PictureFile {
  readonly format: 'svg' | 'png';
  /** On this host. */
  readonly address: string;
  /** Says till and place, and ends as the format does. */
  readonly fileName: string;
}

/** The most that the service draws (payments.md 5.3): 17 cm at 300 dpi. */
const size = 2000;

const types = { svg: 'image/svg+xml', png: 'image/png' } as const;

export async function pictureFile(
  parts: { readonly merchantQr: MerchantQr; readonly images: QrImages },
  id: string,
  format: PictureFile['format'],
): Promise<Result<PictureFile>> {
  const { merchantQr, images } = parts;
  const got = await merchantQr.get(id, format === 'png' ? { format, size } : { format });
  if (!got.ok) return got;
  const { imageUrl, locationDescription } = got.value;
  const address = imageUrl === null ? null : images.addressOf(imageUrl);
  const picture = address === null ? null : await images.picture(address.slice('/qr/'.length));
  // A file that ends on another format than it holds is opened by nothing.
  if (address === null || picture?.headers['Content-Type'] !== types[format])
    return err({ kind: 'pictureMissing' });
  return ok({ format, address, fileName: `${nameOf(id, locationDescription)}.${format}` });
}

/** The part of the id that is the till's, and the place, in letters that any file system takes. */
function nameOf(id: string, place: string): string {
  const till = id.slice(0, Math.max(id.lastIndexOf('.'), 0)) || id;
  const words = [till, place].map((part) => part.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, ''));
  return words.filter((word) => word !== '').join('_');
}
