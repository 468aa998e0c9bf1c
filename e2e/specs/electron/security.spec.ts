/** Whatever gets to run in a window of the till gains nothing: no runtime, no way out, no call of another audience. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { type Desktop, expect, test } from '../../fixtures/electron.ts';

/** Electron has it and uses it itself, but its types do not tell. */
interface WithPreferences {
  getLastWebPreferences(): Readonly<Record<string, unknown>>;
}

async function windowsOf(desktop: Desktop): Promise<readonly (readonly [string, Page])[]> {
  return [
    ['till', desktop.cashier],
    ['customer', desktop.display],
    ['phone', await desktop.phone()],
  ];
}

/** The main process opens a window that is none of the till's, with the till's own preload script. */
async function strangersWindow({ app, phone }: Desktop): Promise<Page> {
  const address = `${new URL((await phone()).url()).origin}/phone`;
  const preload = resolve('dist', 'preload', 'index.cjs');
  const opened = app.waitForEvent('window');
  await app.evaluate(
    ({ BrowserWindow }, given) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload: given.preload } });
      // Nothing from there is loaded in a window like this one; the preload script runs in it all the same.
      stranger.loadURL(given.address).catch(() => undefined);
    },
    { address, preload },
  );
  return opened;
}

test('no window has Node, Electron or a process', async ({ desktop }) => {
  for (const [name, page] of await windowsOf(desktop)) {
    const reach = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron', '__dirname'].filter(
        (word) => word in globalThis,
      ),
    );
    expect([name, reach]).toEqual([name, []]);
  }
});

test('every window is sandboxed and isolated', async ({ desktop }) => {
  await desktop.phone();
  const preferences = await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = (
        webContents as unknown as WithPreferences
      ).getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    }),
  );
  expect(preferences).toHaveLength(3);
  for (const one of preferences) {
    expect(one).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  }
});

test('the door is all there is, and cannot be replaced', async ({ desktop }) => {
  for (const page of [desktop.cashier, desktop.display]) {
    expect(await page.evaluate(() => Object.keys(window.till ?? {}).sort())).toEqual([
      'call',
      'onState',
      'screen',
    ]);
    const after = await page.evaluate(() => {
      const before = window.till;
      try {
        Object.assign(window, { till: null });
      } catch {
        return 'refused';
      }
      return window.till === before ? 'kept' : 'replaced';
    });
    expect(after).not.toBe('replaced');
  }
  const phone = await desktop.phone();
  expect(await phone.evaluate(() => 'till' in window)).toBe(false);
});

test('a frame inside a window has no door, and no stranger gets into one', async ({ desktop }) => {
  const frames = await desktop.cashier.evaluate(async () => {
    const seen: unknown[] = [];
    for (const address of ['about:blank', 'https://example.com/', location.href]) {
      const frame = document.createElement('iframe');
      const settled = new Promise((resolve) => {
        frame.addEventListener('load', resolve, { once: true });
        frame.addEventListener('error', resolve, { once: true });
      });
      frame.src = address;
      document.body.append(frame);
      await settled;
      try {
        const inside = frame.contentWindow;
        seen.push([inside !== null && 'till' in inside && inside.till !== undefined]);
      } catch (refused) {
        seen.push([refused instanceof DOMException ? false : String(refused)]);
      }
      frame.remove();
    }
    return seen;
  });
  expect(frames).toEqual([[false], [false], [false]]);
});

test('only calls of the contract pass', async ({ desktop }) => {
  const call = (name: string, input: unknown) =>
    desktop.cashier.evaluate(
      ([asked, given]) =>
        (window.till?.call as ((name: unknown, input: unknown) => Promise<unknown>) | undefined)?.(
          asked,
          given,
        ),
      [name, input] as const,
    );
  expect(await call('till.quit', {})).toEqual({ ok: false, fault: { kind: 'callUnknown' } });
  expect(await call('__proto__', {})).toEqual({ ok: false, fault: { kind: 'callUnknown' } });
  expect(await call('basket.add', { sku: 7 })).toMatchObject({
    ok: false,
    fault: { kind: 'inputUnreadable' },
  });
  expect(await call('basket.add', { sku: 'UL-003', price: 1 })).toMatchObject({
    ok: false,
    fault: { kind: 'inputUnreadable' },
  });
});

test('the customer’s screen reads and does nothing else', async ({ desktop }) => {
  const refused = { ok: false, fault: { kind: 'notAllowed' } };
  const answers = await desktop.display.evaluate(async () => [
    await window.till?.call('basket.add', { sku: 'UL-003' }),
    await window.till?.call('payment.request', {}),
    await window.till?.call('settings.get', {}),
    await window.till?.call('scan', { text: '2000001047859' }),
  ]);
  expect(answers).toEqual([refused, refused, refused, refused]);
  expect((await desktop.state()).sale).toBeNull();
});

test('a window of somebody else is told nothing', async ({ desktop }) => {
  const stranger = await strangersWindow(desktop);
  await expect.poll(() => stranger.evaluate(() => 'till' in window)).toBe(true);
  expect(await stranger.evaluate(() => window.till?.call('settings.get', {}))).toEqual({
    ok: false,
    fault: { kind: 'senderUnknown' },
  });
});

test('no window leaves its page or opens another', async ({ desktop }) => {
  for (const [name, page] of await windowsOf(desktop)) {
    const address = page.url();
    const windows = desktop.app.windows().length;
    const opened = await page.evaluate(() => window.open('https://example.com/') === null);
    await page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await page.evaluate(() => {
      location.href = 'file:///etc/passwd';
    });
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://example.com/';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.remove();
    });
    // What was asked for before has been worked on when a later question is answered by main.
    await desktop.app.evaluate(() => undefined);
    expect([name, opened, page.url()]).toEqual([name, true, address]);
    expect(desktop.app.windows()).toHaveLength(windows);
  }
});

test('nothing of the machine is granted', async ({ desktop }) => {
  for (const page of [desktop.cashier, desktop.display]) {
    const asked = await page.evaluate(async () => {
      const failed = (why: unknown) => (why instanceof Error ? why.name : String(why));
      const { mediaDevices } = navigator;
      const notify = typeof Notification === 'undefined' ? 'denied' : await Notification.requestPermission();
      const media = await mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', failed);
      const place = await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          ({ code }) => resolve(code),
        );
      });
      return { notify, media, place };
    });
    // 1: PERMISSION_DENIED
    expect(asked).toMatchObject({ notify: 'denied', place: 1 });
    expect(asked.media).not.toBe('granted');
  }
});

test('no window is given a camera, whatever is set', async ({ desktop }) => {
  const { cashier } = desktop;
  const changed = await cashier.evaluate(() => window.till?.call('settings.update', { cameraScanner: true }));
  expect(changed).toMatchObject({ ok: true, value: { settings: { cameraScanner: true } } });
  await expect.poll(async () => (await desktop.state()).devices.camera).toBe('on');
  await cashier.reload();
  await expect(cashier.getByRole('banner')).toBeVisible();
  await expect(cashier.getByRole('button', { name: /^(Kamera|Camera)/ })).toHaveCount(0);
  const asked = await cashier.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      (why: unknown) => (why instanceof Error ? why.name : String(why)),
    ),
  );
  expect(asked).toBe('NotAllowedError');
  const decoder = await cashier.evaluate(() =>
    WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])).then(
      () => 'compiled',
      () => 'refused',
    ),
  );
  expect(decoder).toBe('refused');
});

test('a strict policy stands over every page, and holds', async ({ desktop }) => {
  for (const page of [desktop.cashier, desktop.display]) {
    const policy = await page.evaluate(async () =>
      (await fetch(location.href)).headers.get('content-security-policy'),
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.head.append(script);
      return 'injected' in window;
    });
    expect(ran).toBe(false);
    const fetched = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(fetched).toBe('refused');
  }
});

test('a second till on the same data ends at once and says why', async ({ desktop }) => {
  const { path, args, display } = desktop.command;
  const env = {
    ...process.env,
    DISPLAY: display,
    KLUBBKASSA_HOME: desktop.home,
    KLUBBKASSA_PROFILE: 'training',
  };
  const second = spawn(path, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  second.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  expect(said).toContain('this till runs already');
  expect((await desktop.state()).sale).toBeNull();
});

test('asked to end by the machine, it ends in order', async ({ desktop }) => {
  const child = desktop.app.process();
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const [code] = await gone;
  expect(code).toBe(0);
});
