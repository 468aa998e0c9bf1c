import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { adapterOf, type Client, createClient, type Outgoing } from './client.ts';
import { type FakeClock, fakeClock } from './testing/fakeClock.ts';
import { startTestServer, type TestServer } from './testing/testServer.ts';
import { memoryLog } from './testing/till.ts';

let server: TestServer;
let clock: FakeClock;
let log: ReturnType<typeof memoryLog>;
let client: Client;

beforeEach(async () => {
  server = await startTestServer();
  clock = fakeClock();
  log = memoryLog();
  client = createClient(server.url, { clock, log });
});
afterEach(() => server.close());

const get: Outgoing = {
  api: 'epayment',
  name: 'read',
  method: 'GET',
  url: '/a',
  headers: { 'X-Test': 'one' },
  deadlineMs: 5_000,
};
const post: Outgoing = {
  ...get,
  method: 'POST',
  name: 'create',
  body: { type: 'application/json', text: '{"a":"æ"}' },
};

describe('an answer', () => {
  test('comes with any status, lower-case headers and parsed body', async () => {
    server.on('GET /a', { status: 404, headers: { 'X-Trace': 't' }, body: { title: 'No' } });
    const sent = await client.send(get);
    expect(sent).toMatchObject({ ok: true, value: { status: 404, body: { title: 'No' }, readable: true } });
    expect(sent.ok && sent.value.headers['x-trace']).toBe('t');
    expect(server.asked[0]).toMatchObject({ method: 'GET', path: '/a', headers: { 'x-test': 'one' } });
    expect(server.asked[0]?.headers['content-type']).toBeUndefined();
  });

  test('the body is sent as it was written', async () => {
    server.on('POST /a', { status: 204 });
    const sent = await client.send(post);
    expect(sent).toMatchObject({ ok: true, value: { status: 204, body: undefined, readable: true } });
    expect(server.asked[0]).toMatchObject({
      body: '{"a":"æ"}',
      headers: { 'content-type': 'application/json' },
    });
  });

  test.each(['<html>no</html>', '{"state":'])('%s is told to be unreadable', async (body) => {
    server.on('GET /a', { status: 200, body });
    expect(await client.send(get)).toMatchObject({
      ok: true,
      value: { status: 200, body: undefined, readable: false },
    });
  });

  test('a redirect is not followed: the keys go nowhere else', async () => {
    server.on('GET /a', { status: 307, headers: { Location: `${server.url}/b` } });
    server.on('GET /b', { status: 200, body: {} });
    expect(await client.send(get)).toMatchObject({ ok: true, value: { status: 307 } });
    expect(server.askedOf('GET /b')).toEqual([]);
  });

  test('one that is too large is not read', async () => {
    server.on('GET /a', { status: 200, body: `"${'x'.repeat(2_100_000)}"` });
    expect(await client.send(get)).toMatchObject({ ok: false, fault: { kind: 'badAnswer' } });
  });
});

describe('no answer', () => {
  test('nobody listens: nothing left the till', async () => {
    const free = createServer();
    await new Promise<void>((resolve) => {
      free.listen(0, '127.0.0.1', resolve);
    });
    const address = free.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await new Promise((resolve) => {
      free.close(resolve);
    });
    const nowhere = createClient(`http://127.0.0.1:${port}`, { clock, log });
    expect(await nowhere.send(post)).toEqual({
      ok: false,
      fault: { kind: 'noConnection', service: { api: 'epayment', code: 'ECONNREFUSED' } },
    });
  });

  test.each(['hangUp', 'halfAnswer'] as const)('%s: the outcome is unknown', async (reply) => {
    server.on('POST /a', reply);
    expect(await client.send(post)).toMatchObject({ ok: false, fault: { kind: 'noAnswer' } });
    expect(server.asked).toHaveLength(1);
  });

  test('the deadline is by the port clock, and the connection is let go', async () => {
    server.on('POST /a', () => {
      clock.advance(5_000);
      return 'never';
    });
    expect(await client.send(post)).toEqual({
      ok: false,
      fault: { kind: 'noAnswer', service: { api: 'epayment', code: 'deadline' } },
    });
    expect(clock.monotonic()).toBe(5_000);
  });

  test.each(['', 'api.vipps.no', 'ftp://127.0.0.1'])(
    'an address like "%s" is a matter of configuration',
    async (url) => {
      const nowhere = createClient(url, { clock, log });
      expect(await nowhere.send(get)).toMatchObject({ ok: false, fault: { kind: 'notConfigured' } });
    },
  );
});

describe('another network', () => {
  test('an exchange in place of HTTP gets the whole address, headers and text', async () => {
    const asked: unknown[] = [];
    const adapter = adapterOf(async ({ signal, ...request }) => {
      asked.push(request);
      expect(signal).not.toBeNull();
      return { status: 201, headers: { 'X-A': '1' }, body: '{"ok":true}' };
    });
    const simulated = createClient('https://api.example.com/', { clock, log, adapter });
    const sent = await simulated.send(post);
    expect(sent).toMatchObject({ ok: true, value: { status: 201, body: { ok: true } } });
    expect(sent.ok && sent.value.headers['x-a']).toBe('1');
    expect(asked).toEqual([
      {
        method: 'POST',
        url: 'https://api.example.com/a',
        headers: { accept: 'application/json', 'content-type': 'application/json', 'x-test': 'one' },
        body: '{"a":"æ"}',
      },
    ]);
  });

  test('the deadline holds for a network that ignores being cancelled, and cancels it', async () => {
    const signals: (AbortSignal | null)[] = [];
    const adapter = adapterOf(({ signal }) => {
      signals.push(signal);
      clock.advance(5_000);
      return new Promise(() => {});
    });
    const simulated = createClient('https://api.example.com', { clock, log, adapter });
    expect(await simulated.send(post)).toMatchObject({ ok: false, fault: { kind: 'noAnswer' } });
    expect(signals.map((one) => one?.aborted)).toEqual([true]);
  });

  test('it may break as Node does', async () => {
    const adapter = adapterOf(async () => {
      throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    });
    const simulated = createClient('https://api.example.com', { clock, log, adapter });
    expect(await simulated.send(post)).toMatchObject({ ok: false, fault: { kind: 'noConnection' } });
  });
});

describe('the log', () => {
  test('has what support needs and nothing else', async () => {
    server.on('GET /a', {
      status: 400,
      body: { title: 'Bad', traceId: 't-1', extraDetails: [{ name: 'ErrorCode', reason: '6080' }] },
    });
    await client.send({ ...get, headers: { Authorization: 'Bearer secret-token' } });
    expect(log.lines).toEqual([
      {
        level: 'info',
        event: 'vipps.refused',
        facts: {
          api: 'epayment',
          call: 'read',
          ms: 0,
          status: 400,
          code: '6080',
          title: 'Bad',
          traceId: 't-1',
          complaints: 'ErrorCode: 6080',
        },
      },
    ]);
  });

  test('is silent about answers the call expects', async () => {
    server.on('GET /a', { status: 400, body: { error: 'authorization_pending' } });
    await client.send({ ...get, usual: ['authorization_pending'] });
    expect(log.lines).toEqual([]);
  });
});
