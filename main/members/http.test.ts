import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { MemberId } from '../../app/domain/member.ts';
import { money } from '../../app/domain/money.ts';
import type { Msisdn } from '../../app/domain/msisdn.ts';
import { instant } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import { createSystemClock } from '../clock.ts';
import { createHttpRegistry } from './http.ts';

const msisdn = '4791234567' as Msisdn;
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly key: string | string[] | undefined;
  readonly body: unknown;
}

async function aServer(answer: (response: ServerResponse, request: IncomingMessage) => void) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8');
    });
    request.on('end', () => {
      const { method, url, headers } = request;
      seen.push({
        method,
        url,
        authorization: headers.authorization,
        key: headers['idempotency-key'],
        body: body === '' ? null : JSON.parse(body),
      });
      answer(response, request);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { seen, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/club/` };
}

const registry = (baseUrl: string, clock: Clock = createSystemClock()) =>
  createHttpRegistry({ baseUrl, token: 'a-token', clock });

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };

const onWire = { id: 'm-1', name: 'Førstenavn', since: '2020-03-01T00:00:00Z', points: 12, tier: 'gold' };
const member = { id: 'm-1', name: 'Førstenavn', since: Date.UTC(2020, 2, 1), number: null, points: 12 };

describe('a registry over HTTP', () => {
  it('looks a number up', async () => {
    const { seen, baseUrl } = await aServer(json(200, { member: onWire }));
    expect(await registry(baseUrl).find(msisdn)).toEqual({ ok: true, value: member });
    expect(seen).toEqual([
      {
        method: 'GET',
        url: '/club/members?msisdn=4791234567',
        authorization: 'Bearer a-token',
        key: undefined,
        body: null,
      },
    ]);
  });

  it('is told that the number is nobody', async () => {
    const { baseUrl } = await aServer(json(200, { member: null }));
    expect(await registry(baseUrl).find(msisdn)).toEqual({ ok: true, value: null });
  });

  it('enrols under the key of the person', async () => {
    const { seen, baseUrl } = await aServer(json(201, { member: onWire }));
    const enrolled = await registry(baseUrl).enrol({
      sub: 'sub-1',
      msisdn,
      name: null,
      givenName: 'Førstenavn',
      email: null,
      channels: { sms: true },
      consentedAt: instant(Date.UTC(2026, 2, 1)),
      consentText: '2026-03',
    });
    expect(enrolled).toEqual({ ok: true, value: member });
    expect(seen).toEqual([
      {
        method: 'POST',
        url: '/club/members',
        authorization: 'Bearer a-token',
        key: 'sub-1',
        body: {
          sub: 'sub-1',
          msisdn: '4791234567',
          name: null,
          givenName: 'Førstenavn',
          email: null,
          channels: { sms: true },
          consentedAt: '2026-03-01T00:00:00.000Z',
          consentText: '2026-03',
        },
      },
    ]);
  });

  it('registers a purchase under the key of the sale', async () => {
    const { seen, baseUrl } = await aServer((response) => response.writeHead(204).end());
    const purchase = {
      saleId: 'sale-1',
      member: 'm-1' as MemberId,
      at: instant(Date.UTC(2026, 2, 1)),
      total: money(34900, 'NOK'),
      saved: money(0, 'NOK'),
      paidBy: 'cash',
    } as const;
    expect(await registry(baseUrl).registerPurchase(purchase)).toEqual({ ok: true });
    expect(seen).toMatchObject([
      {
        url: '/club/purchases',
        key: 'sale-1',
        body: {
          saleId: 'sale-1',
          memberId: 'm-1',
          at: '2026-03-01T00:00:00.000Z',
          total: { minor: 34900, currency: 'NOK' },
          saved: { minor: 0, currency: 'NOK' },
          paidBy: 'cash',
        },
      },
    ]);
  });

  it.each([
    [401, 'unauthorised'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [409, 'conflict'],
    [423, 'busyThere'],
    [400, 'rejected'],
    [302, 'rejected'],
    [500, 'serviceDown'],
    [503, 'serviceDown'],
  ] as const)('answers status %i with %s and what the service told', async (status, kind) => {
    const { baseUrl } = await aServer(json(status, { title: 'No', code: 'x1' }, { location: '/elsewhere' }));
    expect(await registry(baseUrl).find(msisdn)).toEqual({
      ok: false,
      fault: { kind, service: { api: 'registry', status, title: 'No', code: 'x1' } },
    });
  });

  it.each([
    ['7', 7000],
    ['soon', null],
  ])('passes on when to come back: %s', async (header, retryAfterMs) => {
    const { baseUrl } = await aServer(json(429, {}, { 'retry-after': header }));
    expect(await registry(baseUrl).find(msisdn)).toEqual({
      ok: false,
      fault: { kind: 'tooManyRequests', retryAfterMs, service: { api: 'registry', status: 429 } },
    });
  });

  it.each([
    ['<html>', '<html>'],
    ['an empty body', ''],
    ['another shape', '{"member":{"id":7}}'],
    ['no time', '{"member":{"id":"m-1","since":"long ago"}}'],
  ])('cannot read %s', async (_what, body) => {
    const { baseUrl } = await aServer((response) => response.end(body));
    expect(await registry(baseUrl).find(msisdn)).toEqual({
      ok: false,
      fault: { kind: 'badAnswer', service: { api: 'registry' } },
    });
  });

  it('knows that nothing was sent where nobody listens', async () => {
    const { baseUrl } = await aServer(() => undefined);
    open.splice(0).forEach((close) => {
      close();
    });
    expect(await registry(baseUrl).find(msisdn)).toMatchObject({ fault: { kind: 'noConnection' } });
  });

  it('does not know what became of a call whose connection broke', async () => {
    const { baseUrl } = await aServer((response) => response.destroy());
    expect(await registry(baseUrl).find(msisdn)).toMatchObject({ fault: { kind: 'noAnswer' } });
  });

  it('gives up at the deadline, also in the middle of an answer, and closes the connection', async () => {
    let passDeadline = () => {};
    const clock: Clock = {
      ...createSystemClock(),
      sleep: () =>
        new Promise((resolve) => {
          passDeadline = resolve;
        }),
    };
    let left: Promise<unknown> = Promise.resolve();
    const { baseUrl } = await aServer((response, request) => {
      left = new Promise((closed) => request.socket.once('close', closed));
      response.writeHead(200);
      response.write('{"member":', () => passDeadline());
    });
    expect(await registry(baseUrl, clock).find(msisdn)).toEqual({
      ok: false,
      fault: { kind: 'noAnswer', service: { api: 'registry' } },
    });
    await left;
  });
});
