import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { audiences } from '../../app/contract/audience.ts';
import { createSystemClock } from '../clock.ts';
import { aTill, type TillForTests } from '../door/testing/aTill.ts';
import { createQrImages } from '../pages/qrImages.ts';
import { rendererFiles } from '../pages/rendererFiles.ts';
import type { Delivery } from '../webhooks/receiver.ts';
import { type HttpHost, type HttpParts, openHttpHost } from './http.ts';
import { type Answer, type Asked, askAt } from './testing/askAt.ts';
import { keptTokens, type Tokens } from './tokens.ts';

let folder: string;
let made: TillForTests;
let host: HttpHost;
let tokens: Tokens;
let delivered: Delivery[];
let screens: boolean[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klubbkassa-'));
  mkdirSync(join(folder, 'pages', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'pages', 'index.html'), '<!doctype html><title>Klubbkassa</title>');
  writeFileSync(join(folder, 'pages', 'assets', 'main-1.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'not for pages');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'pages', 'leak.txt'));
  made = await aTill();
  tokens = keptTokens(folder);
  delivered = [];
  screens = [];
  host = await openedAt(0);
});

afterEach(async () => {
  await host.close();
  made.close();
  rmSync(folder, { recursive: true, force: true });
});

function openedAt(port: number, parts: Partial<HttpParts> = {}): Promise<HttpHost> {
  const clock = createSystemClock();
  const whole: HttpParts = {
    door: made.door,
    tokens,
    admits: audiences,
    files: rendererFiles(join(folder, 'pages')),
    qrImages: createQrImages({ service: '', clock, log: made.log }),
    health: () => ({ profile: 'training' }),
    receiveWebhook: (delivery) => {
      delivered.push(delivery);
      return 401;
    },
    customerScreen: (on) => void screens.push(on),
    clock,
    log: made.log,
  };
  return openHttpHost({ ...whole, ...parts }, { host: '127.0.0.1', port });
}

const ask = (path: string, options: Asked = {}): Promise<Answer> => askAt(host.port, path, options);

const as = (audience: keyof Tokens): Record<string, string> => ({
  authorization: `Bearer ${tokens[audience]}`,
});

function call(audience: keyof Tokens, name: string, input: unknown): Promise<Answer> {
  return ask(`/api/call/${name}`, {
    method: 'POST',
    headers: { ...as(audience), 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
}

test('a call is carried out and the state shows it', async () => {
  const added = await call('cashier', 'basket.add', { sku: '1001' });
  expect(added.status).toBe(200);
  expect(added.json).toEqual({ ok: true, value: { lineId: expect.any(String) } });
  const state = await ask('/api/state', { headers: as('cashier') });
  expect(state.json).toMatchObject({ sale: { total: { minor: 239_900, currency: 'NOK' } } });
  const shown = await ask('/api/state', { headers: as('display') });
  expect(shown.json).toMatchObject({ shows: 'basket' });
  expect(shown.json).not.toHaveProperty('attention');
});

test('a call without input may come without a body', async () => {
  await call('cashier', 'basket.add', { sku: '1001' });
  const parked = await ask('/api/call/sale.park', { method: 'POST', headers: as('cashier') });
  expect(parked.json).toEqual({ ok: true, value: { saleId: expect.any(String) } });
});

test('every refusal has its status and is a Result', async () => {
  const refused = async (answer: Promise<Answer>): Promise<readonly [number, unknown]> => {
    const { status, json } = await answer;
    return [status, json];
  };
  const fault = (kind: string, more: object = {}): unknown => ({ ok: false, fault: { kind, ...more } });
  expect(await refused(call('cashier', 'till.open', {}))).toEqual([404, fault('callUnknown')]);
  expect(await refused(call('display', 'sale.next', {}))).toEqual([403, fault('notAllowed')]);
  expect(await refused(call('cashier', 'settings.get', {}))).toEqual([403, fault('notAllowed')]);
  expect(await refused(call('cashier', 'scan', { text: 1 }))).toEqual([
    400,
    fault('inputUnreadable', { where: 'text' }),
  ]);
  const json = { ...as('cashier'), 'content-type': 'application/json' };
  expect(await refused(ask('/api/call/scan', { method: 'POST', headers: json, body: '{' }))).toEqual([
    400,
    fault('inputUnreadable', { where: 'json' }),
  ]);
  const text = { ...as('cashier'), 'content-type': 'text/plain' };
  expect(await refused(ask('/api/call/scan', { method: 'POST', headers: text, body: '{}' }))).toEqual([
    415,
    fault('inputUnreadable', { where: 'content-type' }),
  ]);
  const large = { ...json, 'content-length': '1000001' };
  expect(await refused(ask('/api/call/scan', { method: 'POST', headers: large }))).toEqual([
    413,
    fault('inputUnreadable', { where: 'size' }),
  ]);
  // The call was in order; the till refused by its own rules.
  expect(await refused(call('cashier', 'payment.request', {}))).toEqual([200, fault('basketEmpty')]);
});

test('without a token of ours nothing is told but that the till is there', async () => {
  const wrong = { authorization: `Bearer ${'A'.repeat(43)}` };
  for (const headers of [{}, wrong, { authorization: 'Bearer ' }, { authorization: tokens.cashier }]) {
    for (const path of ['/api/state', '/api/events', '/api/contract', '/api/anything']) {
      const answer = await ask(path, { headers });
      expect([path, answer.status, answer.json]).toEqual([
        path,
        401,
        { ok: false, fault: { kind: 'senderUnknown' } },
      ]);
    }
  }
  expect((await ask('/api/health')).json).toEqual({ ok: true, value: { profile: 'training' } });
});

test('a page of the web cannot reach the till under a name or an origin of its own', async () => {
  const good = `127.0.0.1:${host.port}`;
  const status = async (headers: Record<string, string>): Promise<number> =>
    (await ask('/api/state', { headers: { ...as('cashier'), ...headers } })).status;
  expect(await status({ host: good, origin: `http://${good}` })).toBe(200);
  expect(await status({ host: `localhost:${host.port}` })).toBe(200);
  expect(await status({ host: `[::1]:${host.port}` })).toBe(200);
  for (const name of ['till.example', `till.example:${host.port}`, '127.0.0.1.example', '192.168.1.4']) {
    expect([name, await status({ host: name })]).toEqual([name, 403]);
  }
  for (const origin of ['https://till.example', 'null', `https://${good}`, 'http://127.0.0.1:1']) {
    expect([origin, await status({ host: good, origin })]).toEqual([origin, 403]);
  }
  expect((await ask('/', { headers: { host: 'till.example' } })).status).toBe(403);
  expect((await ask('/api/state', { headers: as('cashier') })).headers).not.toHaveProperty(
    'access-control-allow-origin',
  );
});

test('the stream tells the state at once and at every change, one line of JSON each', async () => {
  const response = await fetch(`http://127.0.0.1:${host.port}/api/events`, { headers: as('cashier') });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  if (response.body === null) throw new Error('no stream');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const until = async (done: (events: readonly string[]) => boolean): Promise<readonly string[]> => {
    for (;;) {
      const events = text.split('\n\n').filter((event) => event.startsWith('event: state'));
      if (done(events)) return events;
      const { value, done: over } = await reader.read();
      if (over) throw new Error('the stream ended');
      text += value;
    }
  };
  await until((events) => events.length === 1);
  await call('cashier', 'basket.add', { sku: '1002' });
  const events = await until((all) => all.some((event) => event.includes('Drikkeflaske')));
  for (const event of events.slice(0, -1))
    expect(event).toMatch(/^event: state\nid: \d+\nnow: \d{13}\ndata: \{.*\}$/);
  await host.close();
  expect((await reader.read().catch(() => ({ done: true }))).done).toBe(true);
});

test('the till knows whether a customer’s screen is there', async () => {
  const url = `http://127.0.0.1:${host.port}/api/events`;
  const cashier = await fetch(url, { headers: as('cashier') });
  expect(screens).toEqual([]);
  const [first, second] = [
    await fetch(url, { headers: as('display') }),
    await fetch(url, { headers: as('kiosk') }),
  ];
  expect(screens).toEqual([true]);
  await first.body?.cancel();
  await second.body?.cancel();
  await vi.waitFor(() => expect(screens).toEqual([true, false]));
  await cashier.body?.cancel();
});

test('the contract can be read by a machine', async () => {
  const { json } = await ask('/api/contract', { headers: as('kiosk') });
  expect(json).toMatchObject({ audiences: ['cashier', 'manager', 'kiosk', 'display'] });
  const { calls } = json as { calls: { name: string; audiences: string[]; input: unknown }[] };
  expect(calls.find((one) => one.name === 'sale.paidElsewhere')).toEqual({
    name: 'sale.paidElsewhere',
    path: '/api/call/sale.paidElsewhere',
    audiences: ['cashier', 'manager'],
    input: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: { method: { type: 'string', enum: ['card', 'cash', 'other'] } },
      required: ['method'],
      additionalProperties: false,
    },
  });
});

test('the pages come with a policy, and nothing beside them comes at all', async () => {
  const page = await ask('/');
  expect(page.status).toBe(200);
  expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
  expect(page.headers['content-security-policy']).not.toContain('unsafe');
  expect(page.headers['x-content-type-options']).toBe('nosniff');
  expect(page.headers['cache-control']).toBe('no-store');
  const script = await ask('/assets/main-1.js');
  expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect(script.headers['cache-control']).toContain('immutable');
  for (const path of [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets\\..\\..\\secret.txt',
    '/leak.txt',
    '/assets',
    '/nothing.js',
    '/%',
    '/index.html%00',
    '//etc/passwd',
  ]) {
    expect([path, (await ask(path)).status]).toEqual([path, 404]);
  }
  expect((await ask('/', { method: 'DELETE' })).status).toBe(405);
});

test('a webhook comes in under any name, unread, and the receiver’s answer goes out', async () => {
  const answer = await ask('/webhooks?till=1', {
    method: 'POST',
    headers: { host: 'till.example', 'x-ms-date': 'now' },
    body: '{"a": 1}',
  });
  expect(answer.status).toBe(401);
  expect(delivered).toHaveLength(1);
  expect(delivered[0]).toMatchObject({ method: 'POST', path: '/webhooks?till=1' });
  expect(delivered[0]?.headers).toMatchObject({ host: 'till.example', 'x-ms-date': 'now' });
  expect(Buffer.from(delivered[0]?.rawBody ?? []).toString()).toBe('{"a": 1}');
});

test('only whom it admits is let in, and without pages there are none', async () => {
  await host.close();
  host = await openedAt(0, { admits: ['kiosk'], files: null, receiveWebhook: null });
  const statuses: number[] = [];
  for (const audience of audiences)
    statuses.push((await ask('/api/state', { headers: as(audience) })).status);
  expect(Object.fromEntries(audiences.map((audience, index) => [audience, statuses[index]]))).toEqual({
    cashier: 401,
    manager: 401,
    kiosk: 200,
    display: 401,
  });
  expect((await ask('/')).status).toBe(404);
  expect((await ask('/webhooks', { method: 'POST' })).status).toBe(404);
});

test('a port that is taken is an error and not a second till', async () => {
  const again = openedAt(host.port);
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
