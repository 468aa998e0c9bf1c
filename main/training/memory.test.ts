/** A training service whose process dies finds its payments again, as the real one would never have lost them. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileMemory, type Seal } from './memory.ts';
import { aCreate, aWorld } from './testing/anAccess.ts';

const seal: Seal = {
  seal: (text) => Buffer.from(text).toString('base64'),
  open: (sealed) => Buffer.from(sealed, 'base64').toString(),
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klubbkassa-training-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = () => join(folder, 'service.sealed');
const key = { 'idempotency-key': 'k-1' };
const started = () => aWorld({ memory: fileMemory(path(), seal) });

it('a request that waits is still there, under its key, and is approved afterwards', async () => {
  const before = await started();
  before.service.setCustomer('4791234567', { does: 'approve', afterMs: 60_000 });
  const request = aCreate({ reference: 'remembered-1' });
  expect((await before.call('POST', '/epayment/v1/payments', request, key)).status).toBe(201);
  before.service.stop();

  const after = await started();
  expect((await after.call('GET', '/epayment/v1/payments/remembered-1')).body.state).toBe('CREATED');
  // The same key is a repeat and not a second payment.
  expect((await after.call('POST', '/epayment/v1/payments', request, key)).status).toBe(201);
  expect(after.service.ledger().payments).toHaveLength(1);
  await after.clock.advance(60_000);
  expect((await after.call('GET', '/epayment/v1/payments/remembered-1')).body.state).toBe('AUTHORIZED');
});

it('a request whose time ran out while nobody was there has run out', async () => {
  const before = await started();
  before.service.setCustomer('4791234567', { does: 'never' });
  await before.call('POST', '/epayment/v1/payments', aCreate({ reference: 'remembered-2' }), key);
  before.service.stop();

  const after = await started();
  await after.clock.advance(600_000);
  expect((await after.call('GET', '/epayment/v1/payments/remembered-2')).body.state).toBe('EXPIRED');
});

it('keeps nothing in clear, and a file that cannot be read is as good as none', async () => {
  const before = await started();
  await before.call('POST', '/epayment/v1/payments', aCreate({ reference: 'remembered-3' }), key);
  before.service.stop();
  expect(readFileSync(path(), 'utf8')).not.toContain('4791234567');
  writeFileSync(path(), 'no such thing');
  expect((await started()).service.ledger().payments).toEqual([]);
});

it('a code of the store that is printed stays the same code; one that was taken away stays away', async () => {
  const before = await started();
  const put = (id: string) =>
    before.call('PUT', `/qr/v1/merchant-callback/${id}`, { locationDescription: 'Automat 1' });
  expect([(await put('POS-01.a')).status, (await put('POS-01.b')).status]).toEqual([200, 200]);
  const { qrContent } = (await before.call('GET', '/qr/v1/merchant-callback/POS-01.a')).body;
  await before.call('DELETE', '/qr/v1/merchant-callback/POS-01.b');
  before.service.stop();

  const after = await started();
  expect((await after.call('GET', '/qr/v1/merchant-callback/POS-01.a')).body.qrContent).toBe(qrContent);
  expect((await after.call('GET', '/qr/v1/merchant-callback/POS-01.b')).status).toBe(404);
});
