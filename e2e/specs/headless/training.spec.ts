/** Training, as it comes out of the box: the service inside, killed together with the till and found again with it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, personalQr, test } from '../../fixtures/counter.ts';
import { startHeadless } from '../../fixtures/headless.ts';

test('killed while the customer thinks: the sale and the service are as they were, and it is paid', async () => {
  const home = mkdtempSync(join(tmpdir(), 'klubbkassa-training-'));
  const first = await startHeadless({ home });
  await first.call('training.customer', { phone: '91234567', does: 'approve', afterMs: 3000 });
  await first.call('scan', { text: personalQr('4791234567') });
  const found = await first.call('catalogue.search', { text: 'termos' });
  await first.call('basket.add', { sku: found.ok ? (found.value[0]?.sku ?? '') : '' });
  const asked = await first.call('payment.request', {});
  await first.kill();

  const second = await startHeadless({ home });
  const { sale } = await second.until((seen) => seen.sale?.payment?.state === 'captured');
  expect(sale?.payment?.reference).toBe(asked.ok ? asked.value.reference : '');
  expect(sale?.payment?.steps.map((step) => step.what.key)).toContain('step.restarted');
  await second.kill();
  rmSync(home, { recursive: true, force: true });
});

test('nobody reads what it prints: the till goes on', async () => {
  const home = mkdtempSync(join(tmpdir(), 'klubbkassa-training-'));
  const till = await startHeadless({ home });
  till.process.stdout?.destroy();
  till.process.stderr?.destroy();
  // A fault is logged to stderr, where nobody is any more.
  await till.call('training.fault', { endpoint: 'qr.exchange', what: 'http5xx', times: 4 });
  await till.call('scan', { text: personalQr('4791234567') });
  expect((await till.state()).customer).toMatchObject({ proof: 'qrText' });
  await till.kill();
  rmSync(home, { recursive: true, force: true });
});
