/** What a staffed desktop listens to: webhooks where the store has an address for them, and nothing else. */

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { isDesktop } from '../../fixtures/electronTill.ts';
import { expect, test } from '../../fixtures/till.ts';
import { newHome, throwAway } from '../../fixtures/tillHome.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('webhooks come in at the port, and no token opens anything there', async ({ host, wallet }) => {
  if (!isDesktop(host)) throw new Error('these specs are for the desktop');
  const home = newHome();
  const port = await freePort();
  const here = `http://127.0.0.1:${port}`;
  const environment = {
    ...wallet.environment,
    KLUBBKASSA_PORT: String(port),
    KLUBBKASSA_WEBHOOK_URL: `${here}/webhooks`,
  };
  const till = await host.open({ home, environment });
  await till.call('staticQr.put', { location: 'Kasse 1' });
  await expect
    .poll(() => till.call('webhooks.list', {}))
    .toMatchObject({ value: { url: `${here}/webhooks`, payments: 'registered', checkIns: 'registered' } });
  const [code] = await till.call('staticQr.list', {}).then((answer) => (answer.ok ? answer.value : []));
  expect(await wallet.scanCode('4791234567', code?.content ?? '')).toBe('done');
  await expect.poll(async () => (await till.state()).customer?.proof).toBe('staticQr');

  const tokens = JSON.parse(readFileSync(join(home, 'training', 'tokens.json'), 'utf8')) as Record<
    string,
    string
  >;
  for (const token of Object.values(tokens)) {
    const answer = await fetch(`${here}/api/state`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(401);
  }
  expect((await fetch(`${here}/`)).status).toBe(404);
  expect((await fetch(`${here}/webhooks`, { method: 'POST', body: '{}' })).status).toBe(401);
  await till.kill();
  await throwAway(home);
});
