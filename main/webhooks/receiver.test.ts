import { createHash, createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Instant, instant } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import {
  createWebhookReceiver,
  type Delivery,
  type KnownRegistration,
  type WebhookReceiver,
} from './receiver.ts';

const at = instant(Date.parse('2026-11-23T06:40:54Z'));
const clock: Clock = { now: (): Instant => at, monotonic: () => 0, sleep: () => Promise.resolve() };
const first: KnownRegistration = {
  id: '1',
  secret: 'secret-1',
  url: 'https://pos.example.com/hooks/vipps?till=3',
};
const second: KnownRegistration = { id: '2', secret: 'secret-2', url: 'https://pos.example.com:8443/other' };

let registrations: readonly KnownRegistration[];
let receiver: WebhookReceiver;
beforeEach(() => {
  registrations = [first, second];
  receiver = createWebhookReceiver({ clock, registrations: () => registrations });
});

/** Signed as a sender does it, written here a second time on purpose. */
function signed(body: unknown, by = first, text = JSON.stringify(body)): Delivery {
  const date = 'Mon, 23 Nov 2026 06:40:54 GMT';
  const hash = createHash('sha256').update(text).digest('base64');
  const [, host, path] = /^https:\/\/([^/]+)(.*)$/.exec(by.url) ?? [];
  const signature = createHmac('sha256', by.secret)
    .update(`POST\n${path}\n${date};${host};${hash}`)
    .digest('base64');
  return {
    method: 'POST',
    path: '/behind/a/proxy',
    headers: {
      'X-Ms-Date': date,
      'X-Ms-Content-Sha256': hash,
      Authorization: `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`,
    },
    rawBody: Buffer.from(text),
  };
}

const payment = (pspReference: string, name = 'AUTHORIZED') => ({
  msn: '123456',
  reference: 'store0042-till03-20261123-000187-1',
  pspReference,
  name,
  amount: { currency: 'NOK', value: 46_800 },
  timestamp: '2026-11-23T06:40:53.512Z',
  success: true,
});

describe('events', () => {
  test('of a payment, and nothing about its money', () => {
    expect(receiver.receiveWebhook(signed(payment('psp-1')))).toEqual({
      status: 200,
      event: { kind: 'payment', reference: 'store0042-till03-20261123-000187-1', name: 'AUTHORIZED' },
    });
  });

  test.each([{ msn: '12345' }, { merchantSerialNumber: '12345' }])('of a check-in with %o', (unit) => {
    const body = {
      customerToken: 'wbA8ceVRKkoYiQ=',
      merchantQrId: 'qr-1',
      ...unit,
      initiatedAt: '2023-10-06T10:45:40.3061965Z',
    };
    expect(receiver.receiveWebhook(signed(body))).toEqual({
      status: 200,
      event: {
        kind: 'checkedIn',
        customerToken: 'wbA8ceVRKkoYiQ=',
        merchantQrId: 'qr-1',
        initiatedAt: instant(Date.parse('2023-10-06T10:45:40.306Z')),
      },
    });
  });

  test('of a login', () => {
    expect(receiver.receiveWebhook(signed({ auth_req_id: 'qwieuhwqiuhdiuwqh123' }))).toEqual({
      status: 200,
      event: { kind: 'loginPing', authReqId: 'qwieuhwqiuhdiuwqh123' },
    });
  });

  test('by another registration, with a port', () => {
    expect(receiver.receiveWebhook(signed(payment('psp-1'), second)).event).not.toBeNull();
  });

  test.each([
    ['unknown', '{"future":1}'],
    ['no JSON', 'hello'],
    ['empty', ''],
  ])('%s: accepted and left, so that the sender does not block later ones', (_what, text) => {
    expect(receiver.receiveWebhook(signed(null, first, text))).toEqual({ status: 200, event: null });
    expect(receiver.signatureFailures().count).toBe(0);
  });
});

describe('duplicates', () => {
  test('the same event twice is one event; another name or number is another', () => {
    const told = [payment('psp-1'), payment('psp-1'), payment('psp-1', 'CAPTURED'), payment('psp-2')].map(
      (one) => receiver.receiveWebhook(signed(one)).event !== null,
    );
    expect(told).toEqual([true, false, true, true]);
  });

  test('a check-in that is sent again, in either form, is the same one; another token is another', () => {
    const initiatedAt = '2026-11-23T06:40:40.3061965Z';
    const by = (customerToken: string, unit: object) => ({
      customerToken,
      merchantQrId: 'qr-1',
      ...unit,
      initiatedAt,
    });
    const told = [
      by('token-1', { msn: '12345' }),
      by('token-1', { msn: '12345' }),
      by('token-1', { merchantSerialNumber: '12345' }),
      by('token-2', { msn: '12345' }),
    ].map((one) => receiver.receiveWebhook(signed(one)).event !== null);
    expect(told).toEqual([true, false, false, true]);
  });

  test('are told across overlapping registrations', () => {
    receiver.receiveWebhook(signed(payment('psp-1')));
    expect(receiver.receiveWebhook(signed(payment('psp-1'), second))).toEqual({ status: 200, event: null });
  });

  test('are remembered for 2000 events and no more', () => {
    const isNew = (n: number) => receiver.receiveWebhook(signed(payment(`psp-${n}`))).event !== null;
    for (let n = 0; n < 2_000; n += 1) expect(isNew(n)).toBe(true);
    expect(isNew(0)).toBe(false);
    expect(isNew(2_000)).toBe(true);
    expect(isNew(0)).toBe(true);
    expect(isNew(2_000)).toBe(false);
  });
});

describe('refusals', () => {
  const forged = (): Delivery => ({ ...signed(payment('psp-1')), rawBody: Buffer.from('{"a":1}') });

  test('a wrong signature is counted and nothing comes of it', () => {
    expect(receiver.signatureFailures()).toEqual({ count: 0, lastAt: null });
    expect(receiver.receiveWebhook(forged())).toEqual({ status: 401, event: null });
    expect(receiver.receiveWebhook(forged())).toEqual({ status: 401, event: null });
    expect(receiver.signatureFailures()).toEqual({ count: 2, lastAt: at });
    // A forged delivery does not make the true one a duplicate.
    expect(receiver.receiveWebhook(signed(payment('psp-1'))).event).not.toBeNull();
  });

  test('registrations count from the moment they are known', () => {
    registrations = [];
    expect(receiver.receiveWebhook(signed(payment('psp-1'))).status).toBe(401);
    registrations = [{ ...first, url: 'not an address' }, first];
    expect(receiver.receiveWebhook(signed(payment('psp-1'))).status).toBe(200);
  });

  test('other methods and bodies beyond all measure', () => {
    expect(receiver.receiveWebhook({ ...signed(payment('psp-1')), method: 'GET' }).status).toBe(405);
    expect(receiver.receiveWebhook({ ...signed({}), rawBody: new Uint8Array(300_000) }).status).toBe(413);
    expect(receiver.signatureFailures().count).toBe(0);
  });
});
