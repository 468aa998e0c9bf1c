/** A machine's window in the desktop: it sells, and whoever stands before it cannot leave it. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { callIn } from '../../fixtures/electronTill.ts';
import { expect, isThere, machineOf, pin, test, unlock, windowsOf } from '../../fixtures/kiosk.ts';

const kari = '4791234567';

test('started with a PIN, it is one window over the whole display, for a kiosk and nobody else', async ({
  kiosk,
}) => {
  await kiosk.restart();
  await expect(isThere(kiosk.screen)).toBeVisible();
  expect(await windowsOf(kiosk)).toEqual(['?screen=display']);
  const shown = await kiosk.app.evaluate(({ BrowserWindow, screen }) => {
    const [window] = BrowserWindow.getAllWindows().filter((one) =>
      one.webContents.getURL().endsWith('screen=display'),
    );
    return {
      covers: JSON.stringify(window?.getBounds()) === JSON.stringify(screen.getPrimaryDisplay().bounds),
      kiosk: window?.isKiosk(),
    };
  });
  expect(shown).toEqual({ covers: true, kiosk: true });
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
    ...['Escape', 'F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Alt+F4', 'Alt+ArrowLeft', 'Alt+Home'],
    ...['Alt+Space', 'Alt+F', 'Alt+D', 'ContextMenu', 'Shift+F10', 'Meta', 'Meta+d', 'Meta+l'],
    ...['w', 'q', 'r', 'n', 't', 'o', 'p', 's', 'u', 'l', 'f', 'h', 'j', 'm', '0', '=', '-'].map(
      (key) => `Control+${key}`,
    ),
    ...['i', 'j', 'c', 'n', 't', 'r', 'w', 'Delete', 'Tab'].map((key) => `Control+Shift+${key}`),
  ];
  const before = await screen.evaluate(() => [location.href, innerWidth, devicePixelRatio, history.length]);
  for (const way of ways) await screen.keyboard.press(way);
  // Keys as the window system gives them, through the same gate.
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows().filter((one) =>
      one.webContents.getURL().endsWith('screen=display'),
    );
    for (const keyCode of ['F5', 'F11', 'F12', 'Escape', 'W', 'Q', 'R', 'I', 'Plus'])
      for (const type of ['keyDown', 'keyUp'] as const)
        window?.webContents.sendInputEvent({ type, keyCode, modifiers: ['control', 'shift'] });
  });
  expect(await screen.evaluate(() => [location.href, innerWidth, devicePixelRatio, history.length])).toEqual(
    before,
  );
  expect(await windowsOf(kiosk)).toEqual(['?screen=display']);
  expect(
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((one) => one.webContents.isDevToolsOpened()),
    ),
  ).not.toContain(true);
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
  await screen.keyboard.press('Control+w');
  await screen.keyboard.press('F11');
  expect(await windowsOf(kiosk)).toEqual(['?screen=display']);
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
