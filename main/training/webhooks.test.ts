import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { aCreate, aWorld, type World } from './testing/anAccess.ts';
import type { Delivery, DeliveryOutcome } from './webhookDelivery.ts';
import { retryDelay } from './webhookDelivery.ts';
import { signDelivery } from './webhookSignature.ts';
import { webhookEvents } from './webhooks.ts';

let world: World | null = null;
afterEach(() => world?.service.stop());

const hooks = '/webhooks/v1/webhooks';
const url = 'https://store.example/hooks?till=1';
const key = (text: string) => ({ 'idempotency-key': text });

interface Listening extends World {
  readonly heard: readonly Delivery[];
  names(): readonly string[];
  secret: string;
}

/** A world with one listener for all payment events, who answers what `answers` says, then 200. */
async function listening(answers: readonly DeliveryOutcome[] = []): Promise<Listening> {
  const heard: Delivery[] = [];
  const left = [...answers];
  const made = await aWorld({
    sendWebhook: async (delivery) => {
      heard.push(delivery);
      return left.shift() ?? { kind: 'answered', status: 200 };
    },
  });
  world = made;
  const events = webhookEvents.filter((event) => event.startsWith('epayments.'));
  const { secret } = (await made.call('POST', hooks, { url, events })).body;
  return { ...made, heard, secret, names: () => heard.map((one) => JSON.parse(one.body).name) };
}

const published = {
  secret: 'A0+AeKBRG2KRGvnNwJpQlb6IJFk48CKXCIcrLoHncVJKDILsQSxS6NWCccwWm6r6FhGKhiHTBsG2wo/xU6FY/A==',
  url: 'https://webhook.site/e2cee29b-012e-4f1d-8ef4-e95fd74a7a63',
  date: 'Thu, 30 Mar 2023 08:38:32 GMT',
  body: '{"some-unique-content":"ee6e441b-cc4a-46f8-895d-a5af79bcc233/hello-world"}',
};

describe('the signature', () => {
  test('is that of the published vector', () => {
    expect(signDelivery(published.secret, published.url, published.date, published.body)).toEqual({
      host: 'webhook.site',
      'x-ms-date': published.date,
      'x-ms-content-sha256': 'lNlsp1XA03N34HrQsVzPgJKtC+r7l/RBF4V3JQUWMj4=',
      authorization:
        'HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=agAiSyogQbDHpeucoNwYz+yAr5nJ+v+zasdkSbqzv+U=',
    });
  });

  const file = '../shared/reference/examples/payments/webhook.hmac-vectors.json';
  test.skipIf(!existsSync(file))('is that of every vector of the reference', () => {
    const vectors: readonly Record<string, string>[] = JSON.parse(readFileSync(file, 'utf8'));
    for (const one of vectors) {
      const signed = signDelivery(
        one['secret'] ?? '',
        one['url'] ?? '',
        one['x-ms-date'] ?? '',
        one['rawBody'] ?? '',
      );
      expect(signed).toMatchObject({ host: one['host'], authorization: one['authorization'] });
    }
    expect(vectors.length).toBeGreaterThan(2);
  });
});

describe('delivery', () => {
  test('every event of a payment, signed, in order, with the key of its operation', async () => {
    const { call, clock, heard, names, secret } = await listening();
    await call('POST', '/epayment/v1/payments', aCreate(), key('create'));
    await clock.advance(3000);
    const capture = { modificationAmount: { currency: 'NOK', value: 100 } };
    await call('POST', '/epayment/v1/payments/till1-sale-0001/capture', capture, key('capture'));
    await call('POST', '/epayment/v1/payments/till1-sale-0001/cancel', undefined, key('release'));
    await clock.advance(0);
    expect(names()).toEqual(['CREATED', 'AUTHORIZED', 'CAPTURED', 'CANCELLED']);
    expect(heard.map((one) => JSON.parse(one.body).idempotencyKey)).toEqual([
      'create',
      'create',
      'capture',
      undefined,
    ]);
    const captured = heard[2];
    expect(JSON.parse(captured?.body ?? '')).toMatchObject({
      msn: '100001',
      amount: { value: 100 },
      success: true,
    });
    const date = captured?.headers['x-ms-date'] ?? '';
    expect(captured?.headers).toMatchObject(signDelivery(secret, url, date, captured?.body ?? ''));
  });

  test('a failing event blocks the later ones of its payment, not those of others', async () => {
    const fails = { kind: 'answered', status: 500 } as const;
    const { call, clock, names, heard } = await listening([fails, { kind: 'noAnswer' }]);
    await call('POST', '/epayment/v1/payments', aCreate(), key('a'));
    await clock.advance(0);
    await call('POST', '/epayment/v1/payments/till1-sale-0001/cancel', undefined, key('x'));
    await clock.advance(1000);
    expect(names()).toEqual(['CREATED']);
    await clock.advance(1000);
    expect(names()).toEqual(['CREATED', 'CREATED']);
    await call('POST', '/epayment/v1/payments', aCreate({ reference: 'till1-sale-0002' }), key('b'));
    await clock.advance(0);
    expect(JSON.parse(heard[2]?.body ?? '').reference).toBe('till1-sale-0002');
    await clock.advance(2000);
    expect(names()).toEqual(
      ['CREATED', 'CREATED', 'CREATED', 'CREATED', 'TERMINATED', 'AUTHORIZED'].slice(0, names().length),
    );
    expect(names()).toContain('TERMINATED');
  });

  test('the retry ladder of the documents', () => {
    expect([1, 3, 4, 5, 6, 28, 29].map(retryDelay)).toEqual([
      2000, 2000, 60_000, 120_000, 3_600_000, 3_600_000, 86_400_000,
    ]);
  });

  test('after seven days an event is given up', async () => {
    const { call, clock, names, service } = await listening(
      Array.from({ length: 100 }, () => ({ kind: 'noAnswer' as const })),
    );
    service.setCustomer('4791234567', { does: 'never' });
    await call('POST', '/epayment/v1/payments', aCreate(), key('a'));
    await clock.advance(6.9 * 86_400_000);
    expect(new Set(names())).toEqual(new Set(['CREATED']));
    expect(names().length).toBeGreaterThan(29);
    await clock.advance(2 * 86_400_000);
    expect(names().at(-1)).toBe('EXPIRED');
  });

  test.each([
    ['lost', ['TERMINATED']],
    ['duplicate', ['CREATED', 'CREATED', 'TERMINATED']],
    ['forged', ['CREATED', 'CREATED', 'TERMINATED']],
    ['outOfOrder', ['TERMINATED', 'CREATED']],
    ['dropAfter', ['CREATED', 'CREATED', 'TERMINATED']],
  ] as const)('by choice: %s', async (what, expected) => {
    const { call, clock, names, heard, service } = await listening();
    service.addFault({ endpoint: 'webhooks.delivery', what });
    await call('POST', '/epayment/v1/payments', aCreate(), key('a'));
    await call('POST', '/epayment/v1/payments/till1-sale-0001/cancel', undefined, key('x'));
    await clock.advance(20_000);
    expect(names()).toEqual(expected);
    const signatures = new Set(heard.map((one) => one.headers['authorization']));
    expect(signatures.size).toBe(what === 'forged' ? 3 : what === 'dropAfter' ? 3 : new Set(names()).size);
  });
});

describe('registration', () => {
  test('the secret is shown once', async () => {
    const { call } = await listening();
    const list = (await call('GET', hooks)).body.webhooks;
    expect(list).toEqual([{ id: expect.any(String), url, events: expect.any(Array) }]);
    expect((await call('DELETE', `${hooks}/${list[0]?.id}`)).status).toBe(204);
    expect((await call('GET', hooks)).body).toEqual({ webhooks: [] });
    expect((await call('DELETE', `${hooks}/${list[0]?.id}`)).status).toBe(404);
  });

  test('25 for an event, one for check-in', async () => {
    const { call } = await listening();
    const register = (event: string) => call('POST', hooks, { url, events: [event] });
    for (let at = 1; at < 25; at += 1)
      expect((await register('epayments.payment.created.v1')).status).toBe(201);
    expect((await register('epayments.payment.created.v1')).status).toBe(400);
    expect((await register('user.checked-in.v1')).status).toBe(201);
    expect((await register('user.checked-in.v1')).status).toBe(400);
  });

  test.each([
    ['plain http', { url: 'http://store.example/hook', events: ['user.checked-in.v1'] }, 'url'],
    ['no address', { events: ['user.checked-in.v1'] }, 'url'],
    ['an unknown event', { url, events: ['epayment.payment.created.v1'] }, 'events'],
    ['no events', { url, events: [] }, 'events'],
  ])('400 for %s', async (_, body, where) => {
    const { call } = await listening();
    expect(await call('POST', hooks, body)).toMatchObject({
      status: 400,
      body: { extraDetails: [{ name: where }] },
    });
  });

  test('plain http to this machine is taken, because training has no public address', async () => {
    const { call } = await listening();
    const body = { url: 'http://127.0.0.1:9/hook', events: ['user.checked-in.v1'] };
    expect((await call('POST', hooks, body)).status).toBe(201);
  });
});
