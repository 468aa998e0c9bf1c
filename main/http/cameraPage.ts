/**
 * The cashier's page at an address of its own, because what a page may do is said in its headers and a server never sees
 * what stands behind `#`. Only there, and only while the store wants it, a browser may open a camera; the customer's
 * screen and the desktop's windows never get that far. The decoder of the pictures is there only then, too.
 */

import { cameraPageHeaders, decoderHeaders } from '../pages/headers.ts';
import type { RendererFiles } from '../pages/rendererFiles.ts';

const cashiersPage = '/till';
/** As the build names the worker: `renderer/camera/decoderWorker.ts`. */
const decoder = /^\/assets\/decoderWorker-[\w-]+\.js$/;

export function withCameraPage(files: RendererFiles, wanted: () => boolean): RendererFiles {
  return {
    async read(pathname) {
      if (pathname === cashiersPage) {
        const page = await files.read('/');
        return page !== null && wanted()
          ? { ...page, headers: { ...page.headers, ...cameraPageHeaders } }
          : page;
      }
      if (!decoder.test(pathname)) return files.read(pathname);
      const worker = wanted() ? await files.read(pathname) : null;
      return worker && { ...worker, headers: { ...worker.headers, ...decoderHeaders } };
    },
  };
}
