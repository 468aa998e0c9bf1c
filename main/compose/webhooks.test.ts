/** The road by which the service tells of changes, in a till as a host composes it. */

import { expect, test } from 'vitest';
import { startTrainingServer } from '../training/index.ts';
import { call, openHouses, until } from './testing/houses.ts';

const { aTill } = openHouses();

test('the service reaches the till by webhook in training', async () => {
  const house = await aTill();
  expect((await until(house, (view) => view.service.webhooks !== 'none')).service.webhooks).toBe(
    'registered',
  );
});

test('a message with a wrong signature is counted with its time, and nothing comes of it', async () => {
  const house = await aTill();
  const before = Date.now();
  const body = { customerToken: 'x', merchantQrId: 'y', initiatedAt: new Date(before).toISOString() };
  const forged = {
    method: 'POST',
    path: '/webhooks',
    headers: { authorization: 'HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=AAAA' },
    rawBody: Buffer.from(JSON.stringify(body)),
  };
  expect(await call(house, 'webhooks.list')).toMatchObject({ value: { refused: 0, refusedAt: null } });
  expect(house.receiveWebhook(forged)).toBe(401);
  const seen = await call(house, 'webhooks.list');
  expect(seen).toMatchObject({ value: { refused: 1, lastSeenAt: null } });
  const { refusedAt } = (seen.ok ? seen.value : {}) as { readonly refusedAt: string };
  expect(Date.parse(refusedAt)).toBeGreaterThanOrEqual(before);
  expect(house.door.view('cashier').arrivals).toEqual([]);
});

test('a till that starts while the service is down knows its codes when the line is back', async () => {
  const service = await startTrainingServer();
  try {
    const environment = { KLUBBKASSA_API_URL: service.url };
    const before = await aTill(environment);
    expect(await call(before, 'staticQr.put', { location: 'Kasse 1' })).toMatchObject({ ok: true });
    await before.close();
    service.service.addFault({ endpoint: 'accessToken', what: 'http5xx', times: 10_000 });
    const house = await aTill(environment);
    await until(house, (view) => view.service.webhooks === 'failing');
    service.service.clearFaults();
    const back = await until(house, (view) => view.service.storeCode === 'open');
    expect(back.service.webhooks).toBe('registered');
  } finally {
    await service.close();
  }
});
