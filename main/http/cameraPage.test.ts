/** Which page may ask for a camera, and when its decoder is there. */

import { expect, test } from 'vitest';
import { pageHeaders } from '../pages/headers.ts';
import type { RendererFiles } from '../pages/rendererFiles.ts';
import { withCameraPage } from './cameraPage.ts';

const built = ['/', '/assets/main-1.js', '/assets/decoderWorker-B_a-9.js', '/assets/zxing_reader-1.wasm'];
const files: RendererFiles = {
  read: async (pathname) =>
    built.includes(pathname) ? { headers: pageHeaders, body: new TextEncoder().encode(pathname) } : null,
};

async function seen(wanted: boolean, path: string) {
  const page = await withCameraPage(files, () => wanted).read(path);
  if (page === null) return null;
  return {
    body: new TextDecoder().decode(page.body),
    camera: /camera=\(([^)]*)\)/.exec(page.headers['Permissions-Policy'] ?? '')?.[1],
    compiles: page.headers['Content-Security-Policy']?.includes("script-src 'self' 'wasm-unsafe-eval';"),
  };
}

test('the cashier’s page may ask for a camera while the store wants it, and compiles nothing itself', async () => {
  expect(await seen(true, '/till')).toEqual({ body: '/', camera: 'self', compiles: false });
  expect(await seen(false, '/till')).toEqual({ body: '/', camera: '', compiles: false });
});

test('no other page may, whatever is set', async () => {
  for (const path of ['/', '/assets/main-1.js', '/assets/zxing_reader-1.wasm']) {
    expect(await seen(true, path)).toEqual({ body: path, camera: '', compiles: false });
  }
});

test('the decoder compiles, may not ask for a camera itself, and is there only while it is wanted', async () => {
  const path = '/assets/decoderWorker-B_a-9.js';
  expect(await seen(true, path)).toEqual({ body: path, camera: '', compiles: true });
  expect(await seen(false, path)).toBeNull();
  expect(await seen(true, '/assets/decoderWorker-2.js')).toBeNull();
});

test('beside these it changes nothing', async () => {
  const page = await withCameraPage(files, () => true).read('/till');
  const { 'Permissions-Policy': _, ...rest } = page?.headers ?? {};
  const { 'Permissions-Policy': __, ...usual } = pageHeaders;
  expect(rest).toEqual(usual);
  expect(await seen(true, '/till/')).toBeNull();
});
