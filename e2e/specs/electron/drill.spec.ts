/**
 * The recovery drill on the desktop: the whole program dies and starts itself anew. The new one is nobody's child and has
 * no line to a test, so it is followed by its log.
 */

import { once } from 'node:events';
import { endSuccessors, logIn, successors } from '../../fixtures/drilled.ts';
import { expect, test } from '../../fixtures/electron.ts';

test('killed with the customer asked: another process opens the same sale and finds it whole', async ({
  desktop,
}) => {
  const { home, app, call, cashier } = desktop;
  await call('training.customer', { phone: '4791234567', does: 'approve', afterMs: 1000 });
  await call('customer.setPhone', { phone: '91234567' });
  await call('basket.add', { sku: 'UL-003' });
  await call('training.drill', { step: 'afterCreate' });
  await expect(cashier.getByRole('region', { name: 'Strømbruddsøvelse' })).toContainText('Klar.');
  const gone = once(app.process(), 'exit');
  // The window dies before it hears an answer.
  call('payment.request', {}).catch(() => undefined);
  expect(await gone).toEqual([null, 'SIGKILL']);
  try {
    const over = () => logIn(home).find(({ event }) => event === 'drill.over');
    await expect.poll(over, { timeout: 40_000 }).toMatchObject({ step: 'afterCreate', state: 'whole' });
    const back = logIn(home).filter(({ event }) => event === 'drill.back');
    expect(back.map(({ pid }) => pid)).toEqual(successors(home));
  } finally {
    endSuccessors(home);
  }
});
