/** A machine's window in the desktop: it sells, and whoever stands before it cannot leave it. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { callIn } from '../../fixtures/electronTill.ts';
import { expect, isThere, machineOf, pin, test, unlock, windowsOf } from '../../fixtures/kiosk.ts';
import { expectLocked, heard, listen, locked, lockOf, press } from '../../fixtures/kioskLock.ts';

const kari = '4791234567';

test('started with a PIN, it is one window over the whole display, for a kiosk and nobody else', async ({
  kiosk,
}) => {
  await kiosk.restart();
  await expect(isThere(kiosk.screen)).toBeVisible();
  expect(await windowsOf(kiosk)).toEqual(['?screen=display']);
  await expect.poll(() => lockOf(kiosk.app)).toEqual(locked);
  // Nobody touches it for hours, and the code on it must be there to be scanned.
  const isAwake = () =>
    kiosk.app.evaluate(({ powerSaveBlocker }) => [0, 1, 2, 3].some((id) => powerSaveBlocker.isStarted(id)));
  expect(await isAwake()).toBe(true);
  const refused = { ok: false, fault: { kind: 'notAllowed' } };
  expect(
    await kiosk.screen.evaluate(async () => [
      await window.till?.call('settings.get', {}),
      await window.till?.call('pin.set', { pin: '918273' }),
      await window.till?.call('program.quit', {}),
      await window.till?.call('history.search', {}),
    ]),
  ).toEqual([refused, refused, refused, refused]);
});

test('sells by touch with its controller beside it', async ({ kiosk, wallet }) => {
  const { screen } = kiosk;
  await wallet.customer({ phone: kari, does: 'approve', afterMs: 0 });
  expect(await wallet.scanCode(kari, kiosk.code)).toBe('done');
  const offer = screen.getByRole('button', { name: /Termos/ }).first();
  await offer.click();
  await expect.poll(async () => (await machineOf(screen))?.phase).toBe('dispensing');
  const [item] = (await machineOf(screen))?.items ?? [];
  expect(await kiosk.tell('vending.settle', { itemId: item?.id, outcome: 'dispensed' })).toEqual({
    ok: true,
    value: null,
  });
  // Nothing else is to be had for the rest, so the machine closes by itself.
  await expect(screen.getByRole('heading', { name: 'Takk!' })).toBeVisible();
  const [payment] = (await wallet.books()).payments;
  expect(payment?.captured).toBe(item?.price.minor);
  expect((payment?.captured ?? 0) + (payment?.cancelled ?? 0)).toBe(payment?.amount);
  // The controller's token sells and does nothing else.
  expect(await kiosk.tell('settings.get', {})).toEqual({ ok: false, fault: { kind: 'notAllowed' } });
});

test('without a code of its own, goods are chosen first and paid by a one-time code on its screen', async ({
  fresh,
  wallet,
}) => {
  const { screen } = fresh;
  const manager = await fresh.manager();
  const found = await callIn(manager, 'catalogue.search', { text: 'termos' });
  const [cheap] = found.ok ? found.value : [];
  await fresh.tell('vending.stock', { slots: [{ sku: cheap?.sku, stock: 1, code: 'A1' }] });
  await expect(manager.getByText('Kunden velger først', { exact: false })).toBeVisible();
  await manager.close();
  await wallet.customer({ phone: 'walkIn', does: 'approve', afterMs: 0 });
  await screen.getByRole('button', { name: cheap?.name ?? '' }).click();
  await expect.poll(async () => (await machineOf(screen))?.phase).toBe('dispensing');
  const [item] = (await machineOf(screen))?.items ?? [];
  await fresh.tell('vending.settle', { itemId: item?.id, outcome: 'dispensed' });
  await expect(screen.getByRole('heading', { name: 'Takk!' })).toBeVisible();
  const price = cheap?.price.minor;
  expect((await wallet.books()).payments).toMatchObject([
    { userFlow: 'QR', amount: price, captured: price, cancelled: 0 },
  ]);
});

test('no key leads out', async ({ kiosk }) => {
  const { screen, app } = kiosk;
  await isThere(screen).waitFor();
  const ways = [
    ...['Escape', 'F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Alt+F4', 'Alt+Left', 'Alt+Home'],
    ...['Alt', 'Alt+Space', 'Alt+F', 'Alt+D', 'Shift+F10', 'Meta', 'Meta+D', 'Meta+L', 'Alt+Tab'],
    ...['PrintScreen', 'VolumeUp', 'MediaPlayPause'],
    ...[...'WQRNTOPSULFHJM0=-', 'Plus', 'F5', 'Escape', 'Tab'].map((key) => `Control+${key}`),
    ...[...'IJCNTRWQ', 'Delete', 'Escape', 'Tab', 'F5', 'F11', 'Plus'].map((key) => `Control+Shift+${key}`),
  ];
  const page = () => screen.evaluate(() => [location.href, devicePixelRatio, history.length]);
  const before = await page();
  await listen(app);
  await press(app, ['Enter', 'Tab', 'Shift+Tab', ...ways, '7']);
  // They come in the order in which they were pressed: when the last is there, none is on its way.
  await expect.poll(() => heard(app)).toContain('keyup 7');
  expect(await heard(app)).toEqual(
    ['Enter', 'Tab', 'Tab', '7'].flatMap((key) => [`keydown ${key}`, `keyup ${key}`]),
  );
  expect(await page()).toEqual(before);
  expect(await lockOf(app)).toEqual(locked);
  await expect(isThere(screen)).toBeVisible();
});

test('no press, drag, link, dialog, print or download leads out, nor does closing', async ({ kiosk }) => {
  const { screen, app } = kiosk;
  await isThere(screen).waitFor();
  const address = screen.url();
  const opened: string[] = [];
  screen.on('dialog', (dialog) => opened.push(dialog.type()));
  await screen.mouse.click(400, 300, { button: 'right' });
  await screen.mouse.click(60, 60, { clickCount: 3 });
  await screen.mouse.wheel(0, 4000);
  await screen.evaluate(async () => {
    alert('out');
    confirm('out');
    print();
    window.open('https://example.com/');
    for (const href of [
      'https://example.com/',
      'file:///etc/passwd',
      'mailto:a@example.com',
      'tel:+4790000000',
    ]) {
      const link = document.createElement('a');
      link.href = href;
      document.body.append(link);
      link.click();
      link.target = '_blank';
      link.click();
      link.download = 'x';
      link.click();
      link.remove();
    }
    const picker = document.createElement('input');
    picker.type = 'file';
    picker.click();
    history.back();
    location.href = 'app://till/index.html?screen=till';
    // Refused, and never answered.
    void document.documentElement.requestFullscreen();
    const dropped = new DataTransfer();
    dropped.items.add(new File(['x'], 'x.html', { type: 'text/html' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true }));
  });
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) if (window.isKiosk()) window.close();
  });
  expect(opened).toEqual([]);
  expect(screen.url()).toBe(address);
  expect(await windowsOf(kiosk)).toEqual(['?screen=display']);
  // A navigation that was refused is none that a test could wait for.
  expect(await screen.evaluate(() => document.querySelector('h1')?.textContent)).toBe('Skann med Vipps');
});

test('a window that closes itself is there again, and locked', async ({ kiosk }) => {
  const { app } = kiosk;
  await isThere(kiosk.screen).waitFor();
  const again = app.waitForEvent('window');
  await kiosk.screen.evaluate(() => window.close());
  const screen = await again;
  await expect(isThere(screen)).toBeVisible();
  await expectLocked(app);
  await unlock(screen, pin);
  await expect.poll(() => windowsOf(kiosk)).toEqual(['?screen=display', '?screen=till']);
});

test('a second start ends at once, opens nothing, and the machine stays as it was', async ({ kiosk }) => {
  const { path, args, display } = kiosk.command;
  const env = {
    ...process.env,
    DISPLAY: display,
    KLUBBKASSA_HOME: kiosk.home,
    KLUBBKASSA_PROFILE: 'training',
  };
  const second = spawn(path, args, { env, stdio: 'ignore' });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  expect(await windowsOf(kiosk)).toEqual(['?screen=display']);
  await expect(isThere(kiosk.screen)).toBeVisible();
});
