import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { trainingKeys } from './options.ts';
import { startTrainingServer, type TrainingServer } from './server.ts';
import { aCreate, type Seen } from './testing/anAccess.ts';
import { virtualClock } from './testing/virtualClock.ts';
import { signDelivery } from './webhookSignature.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function running(options: Parameters<typeof startTrainingServer>[0] = {}): Promise<TrainingServer> {
  const server = await startTrainingServer(options);
  open.push(server);
  return server;
}

const keys = {
  'Ocp-Apim-Subscription-Key': trainingKeys.subscriptionKey,
  'Merchant-Serial-Number': trainingKeys.merchantSerialNumber,
};

async function bodyOf(answer: Response): Promise<Seen> {
  return JSON.parse(await answer.text());
}

async function headersFor(url: string): Promise<Record<string, string>> {
  const headers = { ...keys, client_id: trainingKeys.clientId, client_secret: trainingKeys.clientSecret };
  const answer = await fetch(`${url}/accesstoken/get`, { method: 'POST', headers });
  const token = await bodyOf(answer);
  return { ...keys, Authorization: `Bearer ${token.access_token}`, 'Content-Type': 'application/json' };
}

describe('over real HTTP', () => {
  test('a token as the document prints it: all numbers are strings', async () => {
    const clock = virtualClock();
    const { url } = await running({ clock });
    const headers = { ...keys, client_id: trainingKeys.clientId, client_secret: trainingKeys.clientSecret };
    const answer = await fetch(`${url}/accesstoken/get`, { method: 'POST', headers });
    const body = await bodyOf(answer);
    expect(body).toEqual({
      token_type: 'Bearer',
      expires_in: '3600',
      ext_expires_in: '3600',
      expires_on: String(clock.now() / 1000 + 3600),
      not_before: String(clock.now() / 1000 - 300),
      resource: '00000002-0000-0000-c000-000000000000',
      access_token: expect.any(String),
    });
    expect(body.access_token.length).toBeGreaterThan(1000);
    const wrong = await fetch(`${url}/accesstoken/get`, {
      method: 'POST',
      headers: { ...headers, client_secret: 'no' },
    });
    expect(wrong.status).toBe(401);
  });

  test('a payment, approved by hand on the phone page, heard by a signed webhook', async () => {
    const clock = virtualClock();
    const { url, service } = await running({ clock });
    service.setCustomer('4791234567', { does: 'manual' });
    const heard: { headers: Record<string, unknown>; body: string }[] = [];
    const hook = await listener(heard);
    const headers = await headersFor(url);
    const events = ['epayments.payment.authorized.v1'];
    const address = `http://127.0.0.1:${hook}/hook?till=1`;
    const made = await fetch(`${url}/webhooks/v1/webhooks`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ url: address, events }),
    });
    const { secret } = await bodyOf(made);

    const create = {
      method: 'POST',
      headers: { ...headers, 'Idempotency-Key': 'c' },
      body: JSON.stringify(aCreate()),
    };
    expect((await fetch(`${url}/epayment/v1/payments`, create)).status).toBe(201);
    const state = await bodyOf(await fetch(`${url}/phone/state?number=4791234567`));
    expect(state).toMatchObject({ payments: [{ reference: 'till1-sale-0001', state: 'CREATED' }] });

    const act = JSON.stringify({
      number: '4791234567',
      act: { kind: 'approvePayment', reference: 'till1-sale-0001' },
    });
    const acted = await fetch(`${url}/phone/act`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: act,
    });
    expect(await bodyOf(acted)).toEqual({ outcome: 'done' });
    const payment = await bodyOf(await fetch(`${url}/epayment/v1/payments/till1-sale-0001`, { headers }));
    expect(payment.state).toBe('AUTHORIZED');

    await expect.poll(() => heard.length).toBe(1);
    const { headers: got, body } = heard[0] ?? { headers: {}, body: '' };
    expect(got).toMatchObject(signDelivery(secret, address, String(got['x-ms-date']), body));
    expect(JSON.parse(body)).toMatchObject({ name: 'AUTHORIZED', reference: 'till1-sale-0001' });
  });

  test('a dropped connection is a dropped connection', async () => {
    const { url, service } = await running();
    service.addFault({ endpoint: 'accessToken', what: 'dropBefore' });
    await expect(fetch(`${url}/accesstoken/get`, { method: 'POST', headers: keys })).rejects.toThrow();
  });

  test('a name that is not this machine stays outside, and so does a form of another page', async () => {
    const { url } = await running();
    const port = new URL(url).port;
    expect(await statusWithHost(port, 'attacker.example')).toBe(421);
    expect(await statusWithHost(port, `127.0.0.1:${port}`)).toBe(200);
    const form = { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{}' };
    expect((await fetch(`${url}/phone/act`, form)).status).toBe(415);
  });
});

describe('the phone page', () => {
  test('asks for a number, then shows the phone; own script only', async () => {
    const { url } = await running();
    const asking = await (await fetch(`${url}/phone`, { headers: { 'Accept-Language': 'en-GB' } })).text();
    expect(asking).toContain('name="number"');
    expect(asking).toContain('lang="en"');
    const page = await fetch(`${url}/phone?number=4791234567&lang=nb`);
    const html = await page.text();
    expect(html).toContain('+4791234567');
    const nonce = /script-src 'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1];
    expect(html).toContain(`<script nonce="${nonce}">`);
    expect(html).not.toMatch(/(src|href)="https?:/);
    const again = await fetch(`${url}/phone?number=4791234567`);
    expect(again.headers.get('content-security-policy')).not.toContain(nonce);
  });

  test('a payment code that was opened is escaped, not run', async () => {
    const { url } = await running();
    const html = await (
      await fetch(`${url}/phone?scan=${encodeURIComponent('"><script>x</script>')}`)
    ).text();
    expect(html).not.toContain('<script>x');
  });

  test('hears of changes at once; while it is open the default customer waits for the person', async () => {
    const clock = virtualClock();
    const { url, service } = await running({ clock });
    const headers = await headersFor(url);
    const stream = await fetch(`${url}/phone/events?number=4791234567`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('"payments":[]');
    const create = {
      method: 'POST',
      headers: { ...headers, 'Idempotency-Key': 'c' },
      body: JSON.stringify(aCreate()),
    };
    await fetch(`${url}/epayment/v1/payments`, create);
    expect((await reader?.read())?.value).toContain('till1-sale-0001');
    await clock.advance(60_000);
    expect(service.ledger().payments[0]?.state).toBe('CREATED');
    await reader?.cancel();
  });

  test('once it is closed the default customer acts again', async () => {
    const clock = virtualClock();
    const { url, service } = await running({ clock });
    const page = new AbortController();
    const stream = await fetch(`${url}/phone/events?number=4791234567`, { signal: page.signal });
    await stream.body?.getReader().read();
    page.abort();
    const headers = await headersFor(url);
    let number = 0;
    // How soon the other end hears of it is the system's: until then a person may still be there.
    await expect
      .poll(async () => {
        number += 1;
        const body = JSON.stringify({ ...aCreate(), reference: `closed-page-${number}` });
        await fetch(`${url}/epayment/v1/payments`, {
          method: 'POST',
          headers: { ...headers, 'Idempotency-Key': `c-${number}` },
          body,
        });
        await clock.advance(6000);
        return service.ledger().payments.at(-1)?.state;
      })
      .toBe('AUTHORIZED');
  });

  test('the personal code as an image', async () => {
    const { url, service } = await running();
    const answer = await fetch(`${url}/phone/personal-qr.svg?number=4791234567`);
    expect(answer.headers.get('content-type')).toBe('image/svg+xml');
    expect(await answer.text()).toBe(service.phone('4791234567').personalQr.svg);
  });
});

describe('the controls', () => {
  test('customers and faults by HTTP, for a service in a process of its own', async () => {
    const { url, service } = await running();
    const post = (path: string, body: object) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await post('/training/customer', { phone: '4791234567', does: 'noWallet' })).status).toBe(204);
    expect((await post('/training/customer', { phone: '4791234567', does: 'steal' })).status).toBe(400);
    expect(
      (await post('/training/fault', { endpoint: 'epayment.get', what: 'slow', afterMs: 5 })).status,
    ).toBe(204);
    expect(service.faults()).toHaveLength(1);
    expect((await post('/training/fault', { clear: 'all' })).status).toBe(204);
    expect(service.faults()).toEqual([]);
    const ledger = await bodyOf(await fetch(`${url}/training/ledger`));
    expect(ledger).toMatchObject({ payments: [], tokensIssued: 0 });
  });
});

async function listener(heard: { headers: Record<string, unknown>; body: string }[]): Promise<number> {
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      heard.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  return (server.address() as AddressInfo).port;
}

/** `fetch` does not let the Host header be chosen. */
async function statusWithHost(port: string, host: string): Promise<number> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path: '/phone', headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}
