import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { call, openHouses, until } from './compose/testing/houses.ts';
import { createFailingDisk, type DiskTrouble } from './journal/testing/failingDisk.ts';
import { startTrainingServer } from './training/index.ts';

const { home, composed, aTill } = openHouses();

test('in training everything is there: goods, a member, a service, and a sale from scan to paid', async () => {
  const house = await aTill();
  expect(house.profile).toBe('training');
  expect(await call(house, 'scan', { text: 'https://qr.vipps.no/28/2/01/031/4791234567?v=1' })).toEqual({
    ok: true,
    value: { meaning: 'customer' },
  });
  const known = await until(house, (view) => view.customer?.status === 'member');
  expect(known.customer).toMatchObject({ masked: '••• 67', proof: 'qrExchange', member: { name: 'Kari' } });
  await call(house, 'basket.add', { sku: 'UL-001' });
  await call(house, 'training.customer', { phone: '91234567', does: 'approve', afterMs: 0 });
  expect(await call(house, 'payment.request')).toMatchObject({ ok: true });
  const paid = await until(house, (view) => view.sale?.payment?.state === 'captured');
  expect(paid.sale?.total).toEqual({ minor: 47_900, currency: 'NOK' });
  expect(paid.sale?.payment?.captured).toEqual(paid.sale?.total);
  expect(house.door.view('display')).toMatchObject({ shows: 'thanks', name: 'Kari' });
});

test('a one-time QR is shown from the till’s own origin', async () => {
  const house = await aTill();
  await call(house, 'basket.add', { sku: 'UL-001' });
  await call(house, 'payment.request', { via: 'qr' });
  const asked = await until(house, (view) => (view.sale?.payment?.qrImage ?? null) !== null);
  const address = asked.sale?.payment?.qrImage ?? '';
  expect(address).toMatch(/^\/qr\/[0-9a-f]{40}$/);
  expect(house.door.view('display').qrImage).toBe(address);
  const picture = await house.qrImages.picture(address.slice('/qr/'.length));
  expect(picture?.headers['Content-Type']).toMatch(/^image\/(svg\+xml|png)$/);
  expect(picture?.headers['Content-Security-Policy']).toContain('sandbox');
});

test('a till that starts again has the sale it was left with', async () => {
  const first = await aTill();
  await call(first, 'basket.add', { sku: 'UL-001', quantity: 3 });
  await first.close();
  const second = await aTill();
  expect(second.door.view('cashier').sale?.lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([
    ['UL-001', 3],
  ]);
});

test('two tills never share a data folder, and the second one says why it does not start', async () => {
  await aTill();
  expect(await composed()).toEqual({
    ok: false,
    fault: `another till is using the data folder ${join(home(), 'training')}`,
  });
});

test.each([
  ['full', 'the disk of the data folder FOLDER is full'],
  ['readOnly', 'the data folder FOLDER cannot be written to'],
  ['busy', 'another till is using the data folder FOLDER'],
  ['inputOutput', 'the journal in FOLDER is damaged and cannot be read'],
] as const)('a disk that is %s is named in one line, and no till runs on it', async (trouble, line) => {
  const disk = createFailingDisk();
  disk.fail(trouble);
  expect(await composed({}, disk)).toEqual({
    ok: false,
    fault: line.replace('FOLDER', join(home(), 'training')),
  });
  disk.fail(null);
  expect((await composed({}, disk)).ok).toBe(true);
});

test.each([
  ['full', 'diskFull'],
  ['readOnly', 'storeReadOnly'],
  ['busy', 'storeLocked'],
  ['inputOutput', 'storeDamaged'],
] as const satisfies readonly (readonly [DiskTrouble, string])[])(
  'a disk that is %s while the till runs: the request is refused, nothing is sent, and it goes on afterwards',
  async (trouble, kind) => {
    const service = await startTrainingServer();
    try {
      const disk = createFailingDisk();
      const made = await composed({ KLUBBKASSA_API_URL: service.url }, disk);
      if (!made.ok) throw new Error(made.fault);
      const house = made.value;
      await call(house, 'training.customer', { phone: '91234567', does: 'approve', afterMs: 0 });
      await call(house, 'customer.setPhone', { phone: '91234567' });
      await until(house, (view) => view.customer?.status === 'member');
      await call(house, 'basket.add', { sku: 'UL-001' });
      disk.fail(trouble);
      expect(await call(house, 'payment.request')).toEqual({ ok: false, fault: { kind } });
      expect(service.service.ledger().payments).toEqual([]);
      expect(house.health()).toMatchObject({ journal: kind });
      disk.fail(null);
      expect(await call(house, 'payment.request')).toMatchObject({ ok: true });
      await until(house, (view) => view.sale?.payment?.state === 'captured');
      expect(service.service.ledger().payments).toHaveLength(1);
    } finally {
      await service.close();
    }
  },
);

test('a setting that cannot be used is named', async () => {
  expect(await composed({ KLUBBKASSA_PROFILE: 'prod' })).toEqual({
    ok: false,
    fault: 'the setting KLUBBKASSA_PROFILE cannot be used',
  });
  writeFileSync(join(home(), 'file'), '');
  const inFile = await composed({ KLUBBKASSA_HOME: join(home(), 'file') });
  expect(inFile.ok).toBe(false);
});

test('keys go into the profile they are for, and never come out', async () => {
  const house = await aTill();
  const changed = await call(house, 'settings.update', {
    profile: 'test',
    merchantSerialNumber: '123456',
    clientId: 'an-id',
    clientSecret: 'a-very-secret-secret',
    subscriptionKey: 'a-key',
    store: { name: 'Fjellbua', place: 'Voss', tillNumber: '02' },
  });
  expect(changed).toMatchObject({
    ok: true,
    value: {
      restart: true,
      settings: {
        profile: 'test',
        merchantSerialNumber: '123456',
        keys: { clientId: true, clientSecret: true, subscriptionKey: true },
      },
    },
  });
  expect(JSON.stringify(changed)).not.toContain('a-very-secret-secret');
  expect(readFileSync(join(home(), 'test', 'secrets.json'), 'utf8')).not.toContain('a-very-secret-secret');
  // The till that runs is still the one of training.
  expect(house.door.view('cashier').till).toMatchObject({ profile: 'training', store: 'Klubbkassa' });
  await house.close();
  const next = await aTill();
  expect(next.door.view('cashier').till).toMatchObject({
    profile: 'test',
    store: 'Fjellbua',
    tillNumber: '02',
  });
  expect(await call(next, 'training.drill', { step: 'basket' })).toEqual({
    ok: false,
    fault: { kind: 'trainingOnly' },
  });
  expect(await call(next, 'training.customer', { phone: '91234567', does: 'approve' })).toEqual({
    ok: false,
    fault: { kind: 'trainingOnly' },
  });
});

test('what takes effect at once needs no restart', async () => {
  const house = await aTill();
  const changed = await call(house, 'settings.update', {
    language: 'en',
    clubName: 'Fjellklubben',
    cameraScanner: true,
  });
  expect(changed).toMatchObject({ ok: true, value: { restart: false, settings: { cameraScanner: true } } });
  expect(house.door.view('cashier').till).toMatchObject({ language: 'en', clubName: 'Fjellklubben' });
  expect([house.door.view('cashier').devices.camera, house.cameraWanted()]).toEqual(['on', true]);
});

test('a serial scanner is looked for from the choice on, at the next start too, and until it is none', async () => {
  const house = await aTill();
  const serialScanner = { id: `serial:${join(home(), 'port')}`, suffix: 'any' };
  const changed = await call(house, 'settings.update', { scanner: { kind: 'none' }, serialScanner });
  expect(changed).toMatchObject({ value: { restart: false, settings: { serialScanner } } });
  await until(house, ({ devices }) => devices.scanner.state === 'lost');
  await house.close();
  const next = await aTill();
  await until(next, ({ devices }) => devices.scanner.state === 'lost');
  await call(next, 'settings.update', { serialScanner: null });
  await until(next, ({ devices }) => devices.scanner.state === 'absent');
});

test('what the environment decides cannot be changed here', async () => {
  const house = await aTill({ KLUBBKASSA_PROFILE: 'training', KLUBBKASSA_MSN: '654321' });
  expect(await call(house, 'settings.update', { profile: 'test' })).toEqual({
    ok: false,
    fault: { kind: 'settingInvalid', field: 'profile' },
  });
  expect(await call(house, 'settings.get')).toMatchObject({
    value: { fixed: ['profile', 'merchantSerialNumber'], merchantSerialNumber: '654321' },
  });
});

test('imports tell what they took and what they did not, by line', async () => {
  const house = await aTill();
  const csv = 'sku;name;price;vat\nA-1;Ting;10,00;25\nA-2;;10,00;25\n';
  expect(await call(house, 'catalogue.import', { csv })).toEqual({
    ok: true,
    value: { imported: 0, problems: [{ line: 3, why: 'nameMissing' }] },
  });
  expect(await call(house, 'members.import', { csv: 'phone\n+4790000009\nx\n' })).toEqual({
    ok: true,
    value: { imported: 1, problems: [{ line: 3, why: 'phoneUnreadable' }] },
  });
});

test('a simulated service elsewhere is talked to and steered like the one inside', async () => {
  const service = await startTrainingServer();
  try {
    const house = await aTill({ KLUBBKASSA_API_URL: service.url });
    await call(house, 'training.customer', { phone: '91234567', does: 'decline', afterMs: 0 });
    await call(house, 'customer.setPhone', { phone: '91234567' });
    await call(house, 'basket.add', { sku: 'UL-001' });
    await call(house, 'payment.request');
    const declined = await until(house, (view) => view.sale?.payment?.state === 'declined');
    expect(declined.sale?.payment?.captured.minor).toBe(0);
    expect(service.service.ledger().payments).toHaveLength(1);
    expect(house.trainingPhone).toBeNull();
  } finally {
    await service.close();
  }
});

test('what the simulated world does not know is refused and says where', async () => {
  const house = await aTill();
  expect(await call(house, 'training.customer', { phone: '91234567', does: 'dance' })).toEqual({
    ok: false,
    fault: { kind: 'inputUnreadable', where: 'does' },
  });
  expect(await call(house, 'training.customer', { phone: 'x', does: 'approve' })).toEqual({
    ok: false,
    fault: { kind: 'phoneUnreadable' },
  });
  expect(await call(house, 'training.fault', { endpoint: 'qr.exchange', what: 'http5xx' })).toEqual({
    ok: true,
    value: null,
  });
  expect(await call(house, 'training.fault', { clear: true })).toEqual({ ok: true, value: null });
});
