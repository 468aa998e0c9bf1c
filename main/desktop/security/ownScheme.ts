/** `app://till/…`: the till's pages and the one-time QR pictures, from the built folder and nowhere else. */

import type { Session } from 'electron';
import { pageHeaders, shownToCustomers } from '../../pages/headers.ts';
import type { QrImages } from '../../pages/qrImages.ts';
import type { RendererFiles } from '../../pages/rendererFiles.ts';
import { isOwn, scheme } from './ownPages.ts';

export function serveScheme(session: Session, files: RendererFiles, qrImages: QrImages): void {
  session.protocol.handle(scheme, async (request) => {
    if (request.method !== 'GET' || !isOwn(request.url)) return nothing(403);
    const { pathname, searchParams } = new URL(request.url);
    const found = pathname.startsWith('/qr/')
      ? await qrImages.picture(pathname.slice('/qr/'.length))
      : await files.read(pathname);
    if (found === null) return nothing(404);
    const isCustomers = searchParams.get('screen') === 'display';
    return new Response(found.body, {
      headers: { ...(isCustomers ? shownToCustomers(found.headers) : found.headers) },
    });
  });
}

function nothing(status: number): Response {
  return new Response(null, { status, headers: { ...pageHeaders } });
}
