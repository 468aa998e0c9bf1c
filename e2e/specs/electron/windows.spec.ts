/** The desktop's windows: where they stand, that they come back, and that leaving asks while a payment is open. */

import { once } from 'node:events';
import { dies, hangs, words } from '../../fixtures/brokenPage.ts';
import { type Desktop, expect, test } from '../../fixtures/electron.ts';
import { Cashier } from '../../pages/Cashier.ts';

/** What the cashier answers when the operating system's dialog asks: 0 stay, 1 leave. */
async function answerQuestions({ app }: Desktop, response: 0 | 1): Promise<void> {
  await app.evaluate(({ dialog }, given) => {
    const questions: string[] = [];
    Object.assign(globalThis, { questions });
    const answer = async (...asked: readonly unknown[]) => {
      questions.push(JSON.stringify(asked.at(-1)));
      return { response: given, checkboxChecked: false };
    };
    Object.assign(dialog, { showMessageBox: answer });
  }, response);
}

async function questions({ app }: Desktop): Promise<readonly string[]> {
  return app.evaluate(() => Reflect.get(globalThis, 'questions') as string[]);
}

async function aPaymentWaits({ call, state }: Desktop): Promise<void> {
  await call('training.customer', { phone: '4791234567', does: 'never' });
  await call('customer.setPhone', { phone: '91234567' });
  await call('basket.add', { sku: 'UL-003' });
  await call('payment.request', {});
  await expect.poll(async () => (await state()).sale?.payment?.state).toBe('waiting');
}

test('the till’s window has the size that its pages are drawn for', async ({ desktop }) => {
  // A page that has not been shown yet has no size.
  await expect.poll(() => desktop.cashier.evaluate(() => [innerWidth, innerHeight])).toEqual([1280, 800]);
  expect((await desktop.state()).devices.customerScreen).toBe('on');
});

test('closed while a payment waits, it asks; who stays has the same sale', async ({ desktop }) => {
  await aPaymentWaits(desktop);
  await answerQuestions(desktop, 0);
  await desktop.app.evaluate(({ app }) => app.quit());
  await expect.poll(() => questions(desktop)).toHaveLength(1);
  expect((await questions(desktop))[0]).toMatch(/En betaling er ikke avgjort: salg T-01-\d{6}, 479,00 kr/);
  const cashier = new Cashier(desktop.cashier, 'nb');
  await cashier.expectTotal('479,00');
  expect((await desktop.state()).sale?.payment?.state).toBe('waiting');
});

test('the sale that keeps the till from leaving is shown, also where it was parked', async ({ desktop }) => {
  await aPaymentWaits(desktop);
  await desktop.call('sale.park', {});
  await answerQuestions(desktop, 0);
  await desktop.app.evaluate(({ app }) => app.quit());
  await expect.poll(() => questions(desktop)).toHaveLength(1);
  await new Cashier(desktop.cashier, 'nb').expectTotal('479,00');
  expect((await desktop.state()).parked.count).toBe(0);
});

test('the machine stays awake over an open payment, and reads it when it wakes', async ({ desktop }) => {
  const awake = () =>
    desktop.app.evaluate(({ powerSaveBlocker }) => [0, 1, 2, 3].some((id) => powerSaveBlocker.isStarted(id)));
  expect(await awake()).toBe(false);
  await aPaymentWaits(desktop);
  expect(await awake()).toBe(true);
  const before = (await desktop.state()).sale?.payment?.checkedAt;
  await desktop.app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await expect.poll(async () => (await desktop.state()).sale?.payment?.checkedAt).not.toBe(before);
  await desktop.call('payment.cancel', {});
  await expect.poll(awake).toBe(false);
});

test('who leaves all the same leaves', async ({ desktop }) => {
  await aPaymentWaits(desktop);
  await answerQuestions(desktop, 1);
  const gone = once(desktop.app.process(), 'exit');
  await desktop.app.evaluate(({ app }) => app.quit());
  const [code] = await gone;
  expect(code).toBe(0);
});

test('with nothing open it ends without a question', async ({ desktop }) => {
  await desktop.call('basket.add', { sku: 'UL-003' });
  await answerQuestions(desktop, 0);
  const gone = once(desktop.app.process(), 'exit');
  await desktop.app.evaluate(({ app }) => app.quit());
  const [code] = await gone;
  expect(code).toBe(0);
});

const windows = [
  ['till', 'cashier'],
  ['display', 'display'],
] as const;

for (const [screen, page] of windows) {
  test.describe(screen, () => {
    test('a window whose page dies is loaded again and shows the same sale', async ({ desktop }) => {
      await desktop.call('basket.add', { sku: 'UL-003' });
      await dies({ app: desktop.app, page: desktop[page], screen });
      await expect.poll(() => words(desktop.app, screen)).toContain('599,00');
    });

    test('a window whose page hangs is ended and shows the same sale', async ({ desktop }) => {
      await desktop.call('basket.add', { sku: 'UL-003' });
      await hangs({ app: desktop.app, page: desktop[page], screen });
      await expect.poll(() => words(desktop.app, screen)).toContain('599,00');
    });
  });
}
