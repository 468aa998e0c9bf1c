import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSystemClock } from '../clock.ts';
import { createQrImages, type QrImages } from './qrImages.ts';

let server: Server;
let base: string;
let asked: string[];
let images: QrImages;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    if (path === '/svg')
      return response.writeHead(200, { 'content-type': 'image/svg+xml; charset=utf-8' }).end('<svg/>');
    if (path === '/page') return response.writeHead(200, { 'content-type': 'text/html' }).end('<script>');
    if (path === '/large')
      return response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.alloc(400_000));
    if (path === '/away') return response.writeHead(302, { location: '/svg' }).end();
    return response
      .writeHead(asked.filter((one) => one === path).length > 1 ? 200 : 503, { 'content-type': 'image/png' })
      .end('png');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  images = createQrImages({ service: base, clock: createSystemClock(), log: silent });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function nameOf(path: string): string {
  const address = images.addressOf(base + path);
  if (address === null) throw new Error('no address');
  return address.slice('/qr/'.length);
}

test('a picture is fetched once and served as what it is', async () => {
  const name = nameOf('/svg');
  const [first, second] = await Promise.all([images.picture(name), images.picture(name)]);
  expect(Buffer.from(first?.body ?? []).toString()).toBe('<svg/>');
  expect(first?.headers['Content-Type']).toBe('image/svg+xml');
  expect(second).toEqual(first);
  expect(asked).toEqual(['/svg']);
  expect(nameOf('/svg')).toBe(name);
});

test.each(['/page', '/large', '/away'])('%s is no picture to show', async (path) => {
  expect(await images.picture(nameOf(path))).toBeNull();
  expect(asked).toEqual([path]);
});

test('what could not be had is asked for again', async () => {
  const name = nameOf('/later');
  expect(await images.picture(name)).toBeNull();
  expect(Buffer.from((await images.picture(name))?.body ?? []).toString()).toBe('png');
});

test('a name that nobody was told leads nowhere', async () => {
  nameOf('/svg');
  for (const name of ['', '0'.repeat(40), '../svg', base]) expect(await images.picture(name)).toBeNull();
  expect(asked).toEqual([]);
});

test.each([
  'file:///etc/passwd',
  'data:image/png;base64,AA',
  'javascript:1',
  '',
  'http://',
  'http://127.0.0.1:1/svg',
  'http://localhost/svg',
  'https://192.168.1.1/admin',
  'http://qr.vipps.no/generate/qr.png',
  'https://qr.vipps.no:8443/generate/qr.png',
  'https://me@qr.vipps.no/generate/qr.png',
  'https://qr.vipps.no.example/generate/qr.png',
  'https://notvipps.no/generate/qr.png',
])('%s is not the service’s, and not fetched', (url) => {
  expect(images.addressOf(url)).toBeNull();
});

test.each([
  'https://qr.vipps.no/generate/qr.png?a=1',
  'https://qr.mobilepay.dk/x',
  'https://pictures.qr.vipps.no/x',
])('%s is the service’s', (url) => {
  expect(images.addressOf(url)).toMatch(/^\/qr\/[0-9a-f]{40}$/);
});

test('every code of a sales unit with many has its picture', async () => {
  const names = Array.from({ length: 300 }, (_, index) => nameOf(`/svg?${index}`));
  const [first = ''] = names;
  asked.length = 0;
  await images.picture(first);
  expect(asked).toEqual(['/svg?0']);
});
