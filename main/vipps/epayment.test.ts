import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { money } from '../../app/domain/money.ts';
import { instant } from '../../app/kernel/time.ts';
import {
  changedAnswer,
  createKey,
  msisdn,
  paymentAnswer,
  problemAnswer,
  pushRequest,
  reference,
  traceId,
} from './testing/goods.ts';
import { startTestTill, type TestTill } from './testing/till.ts';

let till: TestTill;
beforeEach(async () => {
  till = await startTestTill();
});
afterEach(() => till.close());

const readRoute = `GET /epayment/v1/payments/${reference}`;
const eventsRoute = `${readRoute}/events`;
const routeOf = (name: string) => `POST /epayment/v1/payments/${reference}/${name}`;

function onlyBody(route: string): unknown {
  const [asked, ...more] = till.server.askedOf(route);
  expect(more).toEqual([]);
  return JSON.parse(asked?.body ?? 'null');
}

describe('read', () => {
  test('a captured payment', async () => {
    till.server.on(readRoute, { status: 200, body: paymentAnswer('AUTHORIZED', [46_800, 0, 46_800, 0]) });
    expect(await till.vipps.payments.read(reference)).toEqual({
      ok: true,
      value: {
        state: 'AUTHORIZED',
        amount: 46_800,
        authorised: 46_800,
        captured: 46_800,
        cancelled: 0,
        refunded: 0,
        guaranteedUntil: Date.parse('2026-12-01T07:53:44.812Z'),
        qrImageUrl: null,
        saleId: 'sale-000187',
      },
    });
  });

  test('a state nobody knew and members nobody asked for', async () => {
    const body = { ...paymentAnswer('HALF_APPROVED', [0, 0, 0, 0]), brandNew: { a: [1] }, metadata: null };
    till.server.on(readRoute, { status: 200, body });
    expect(await till.vipps.payments.read(reference)).toMatchObject({
      ok: true,
      value: { state: 'unknown', saleId: null },
    });
  });

  test('the address of a QR, where it is told', async () => {
    const body = { ...paymentAnswer('CREATED', [0, 0, 0, 0]), redirectUrl: 'https://qr.example/1' };
    till.server.on(readRoute, { status: 200, body });
    expect(await till.vipps.payments.read(reference)).toMatchObject({
      value: { state: 'CREATED', qrImageUrl: 'https://qr.example/1' },
    });
  });

  test('an unknown reference', async () => {
    till.server.on(readRoute, { status: 404, body: { title: 'Not Found', status: 404, traceId } });
    expect(await till.vipps.payments.read(reference)).toEqual({
      ok: false,
      fault: { kind: 'notFound', service: { api: 'epayment', status: 404, title: 'Not Found', traceId } },
    });
  });

  test.each([
    ['a page of somebody else', { status: 404, body: '<html>Not Found</html>' }],
    ['the gateway', { status: 404, body: { statusCode: 404, message: 'Resource not found' } }],
    ['another payment', { status: 200, body: { ...paymentAnswer('CREATED', [0, 0, 0, 0]), reference: 'x' } }],
    ['amounts as text', { status: 200, body: { ...paymentAnswer('CREATED', [0, 0, 0, 0]), amount: '1' } }],
    ['no amounts', { status: 200, body: { reference, state: 'CREATED' } }],
    ['a sign-in page', { status: 302, headers: { Location: 'http://hotspot.example/' } }],
  ])('%s is no answer about the payment', async (_what, reply) => {
    till.server.on(readRoute, reply);
    expect(await till.vipps.payments.read(reference)).toMatchObject({
      ok: false,
      fault: { kind: 'badAnswer' },
    });
  });

  test('is repeated while the service is away, with growing pauses', async () => {
    const good = { status: 200, body: paymentAnswer('CREATED', [0, 0, 0, 0]) };
    till.server.on(readRoute, { status: 503 }, 'hangUp', good);
    expect((await till.vipps.payments.read(reference)).ok).toBe(true);
    expect(till.clock.skipped).toEqual([200, 400]);
  });

  test('is not repeated for ever, nor after a 429', async () => {
    till.server.on(readRoute, { status: 503 });
    expect(await till.vipps.payments.read(reference)).toMatchObject({ fault: { kind: 'serviceDown' } });
    expect(till.server.askedOf(readRoute)).toHaveLength(3);
    till.server.on(readRoute, { status: 429, headers: { 'Retry-After': '12' } });
    expect(await till.vipps.payments.read(reference)).toEqual({
      ok: false,
      fault: { kind: 'tooManyRequests', service: { api: 'epayment', status: 429 }, retryAfterMs: 12_000 },
    });
    expect(till.server.askedOf(readRoute)).toHaveLength(4);
  });

  test('a lost attempt leaves time for another within the deadline', async () => {
    let slow = 0;
    till.server.on(readRoute, () => {
      slow += 1;
      till.clock.advance(4_000);
      return 'never';
    });
    expect(await till.vipps.payments.read(reference)).toMatchObject({ fault: { kind: 'noAnswer' } });
    // 4 s, a pause, 4 s, a pause, and what is left of the 10 s.
    expect(slow).toBe(3);
  });
});

describe('capture, cancel, refund', () => {
  test('capture tells what the service says is captured, not what was asked', async () => {
    const body = changedAnswer('AUTHORIZED', [46_800, 0, 10_000, 0]);
    till.server.on(routeOf('capture'), { status: 200, body });
    expect(await till.vipps.payments.capture(reference, money(46_800, 'NOK'), 'key-c')).toEqual({
      ok: true,
      value: {
        state: 'AUTHORIZED',
        amount: 46_800,
        authorised: 46_800,
        captured: 10_000,
        cancelled: 0,
        refunded: 0,
        qrImageUrl: null,
        saleId: null,
      },
    });
    expect(onlyBody(routeOf('capture'))).toEqual({ modificationAmount: { currency: 'NOK', value: 46_800 } });
    expect(till.server.askedOf(routeOf('capture'))[0]?.headers['idempotency-key']).toBe('key-c');
  });

  test.each([
    ['6080', 'rejected'],
    ['6280', 'busyThere'],
    ['6160', 'busyThere'],
    ['4010', 'conflict'],
  ])('capture with %s is %s', async (code, kind) => {
    till.server.on(routeOf('capture'), problemAnswer(400, code, 'Title'));
    const answer = await till.vipps.payments.capture(reference, money(46_800, 'NOK'), 'key-c');
    expect(answer).toMatchObject({ ok: false, fault: { kind, service: { code, traceId } } });
  });

  test('cancel while nothing is approved', async () => {
    const body = changedAnswer('TERMINATED', [0, 46_800, 0, 0]);
    till.server.on(routeOf('cancel'), { status: 200, body });
    expect(await till.vipps.payments.cancel(reference, true, 'key-x')).toMatchObject({
      ok: true,
      value: { state: 'TERMINATED', cancelled: 46_800 },
    });
    expect(onlyBody(routeOf('cancel'))).toEqual({ cancelTransactionOnly: true });
    expect(till.server.askedOf(routeOf('cancel'))[0]?.headers['idempotency-key']).toBe('key-x');
  });

  test('release of everything sends no body at all', async () => {
    const body = changedAnswer('AUTHORIZED', [46_800, 46_800, 0, 0]);
    till.server.on(routeOf('cancel'), { status: 200, body });
    expect((await till.vipps.payments.cancel(reference, false, 'key-x')).ok).toBe(true);
    const [asked] = till.server.askedOf(routeOf('cancel'));
    expect(asked?.body).toBe('');
    expect(asked?.headers['content-type']).toBeUndefined();
  });

  test.each([
    ['6060', 'alreadyApproved'],
    ['6250', 'busyThere'],
    ['6050', 'rejected'],
  ])('cancel with %s is %s', async (code, kind) => {
    till.server.on(routeOf('cancel'), problemAnswer(400, code, 'Title'));
    expect(await till.vipps.payments.cancel(reference, true, 'key-x')).toMatchObject({
      ok: false,
      fault: { kind, service: { api: 'epayment', code } },
    });
  });

  test('refund', async () => {
    const body = changedAnswer('AUTHORIZED', [46_800, 0, 46_800, 19_900]);
    till.server.on(routeOf('refund'), { status: 200, body });
    expect(await till.vipps.payments.refund(reference, money(19_900, 'NOK'), 'key-r')).toMatchObject({
      ok: true,
      value: { captured: 46_800, refunded: 19_900 },
    });
    expect(onlyBody(routeOf('refund'))).toEqual({ modificationAmount: { currency: 'NOK', value: 19_900 } });
  });

  test('an approval in the customer’s place', async () => {
    const route = `POST /epayment/v1/test/payments/${reference}/approve`;
    till.server.on(route, { status: 200 });
    expect(await till.vipps.payments.testApprove(reference, msisdn)).toEqual({ ok: true, value: undefined });
    expect(onlyBody(route)).toEqual({ customer: { phoneNumber: '4712345678' } });
  });
});

test('the event log, oldest first, with 3 and 7 fractional digits', async () => {
  const event = (name: string, timestamp: string, more: object = {}) => ({
    reference,
    pspReference: `psp-${name}`,
    name,
    amount: { currency: 'NOK', value: 46_800 },
    timestamp,
    success: true,
    ...more,
  });
  till.server.on(eventsRoute, {
    status: 200,
    body: [
      event('AUTHORIZED', '2023-03-27T10:51:59.378Z'),
      event('CREATED', '2023-03-27T10:51:44.5333258Z', { idempotencyKey: 'key-1' }),
    ],
  });
  expect(await till.vipps.payments.log(reference)).toEqual({
    ok: true,
    value: [
      {
        name: 'CREATED',
        amount: money(46_800, 'NOK'),
        at: instant(Date.parse('2023-03-27T10:51:44.533Z')),
        pspReference: 'psp-CREATED',
        idempotencyKey: 'key-1',
        success: true,
      },
      {
        name: 'AUTHORIZED',
        amount: money(46_800, 'NOK'),
        at: instant(Date.parse('2023-03-27T10:51:59.378Z')),
        pspReference: 'psp-AUTHORIZED',
        idempotencyKey: null,
        success: true,
      },
    ],
  });
});

test('without keys nothing is sent', async () => {
  const bare = await startTestTill({ subscriptionKey: ' ' });
  const answers = await Promise.all([
    bare.vipps.payments.create(reference, pushRequest, createKey),
    bare.vipps.payments.read(reference),
    bare.vipps.payments.log(reference),
    bare.vipps.payments.capture(reference, money(1, 'NOK'), 'k'),
    bare.vipps.payments.cancel(reference, true, 'k'),
    bare.vipps.payments.refund(reference, money(1, 'NOK'), 'k'),
  ]);
  expect(answers.map((one) => (one.ok ? null : one.fault))).toEqual(
    answers.map(() => ({ kind: 'notConfigured', service: { api: 'epayment' } })),
  );
  expect(bare.server.asked).toEqual([]);
  await bare.close();
});
