/** `app://till/…`: the till's pages and the one-time QR pictures, from the built folder and nowhere else. */

import type { Session } from 'electron';
import { pageHeaders } from '../../pages/headers.ts';
import type { QrImages } from '../../pages/qrImages.ts';
import type { RendererFiles } from '../../pages/rendererFiles.ts';
import { isOwn, scheme } from './ownPages.ts';

export function serveScheme(session: Session, files: RendererFiles, qrImages: QrImages): void {
  session.protocol.handle(scheme, async (request) => {
    if (request.method !== 'GET' || !isOwn(request.url)) return nothing(403);
    const { pathname } = new URL(request.url);
    const found = pathname.startsWith('/qr/')
      ? await qrImages.picture(pathname.slice('/qr/'.length))
      : await files.read(pathname);
    return found === null ? nothing(404) : new Response(found.body, { headers: { ...found.headers } });
  });
}

function nothing(status: number): Response {
  return new Response(null, { status, headers: { ...pageHeaders } });
}
