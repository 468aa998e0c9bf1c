/** A tablet's camera in the place of a scanner: read by the built page, from a film that Chromium takes for a camera. */

import type { Page } from '@playwright/test';
import type { CallInput } from '../../../app/contract/calls.ts';
import { expect, type Tablet, test } from '../../fixtures/cameraTablet.ts';
import type { PrintedCode } from '../../fixtures/cameraVideo.ts';
import { personalQr } from '../../fixtures/counter.ts';
import { SettingsPage } from '../../pages/SettingsPage.ts';

/** Of the sample catalogue: 599,00, for members 479,00. */
const vest: PrintedCode = { kind: 'ean13', text: '2000001047859' };
const kari: PrintedCode = { kind: 'qrcode', text: personalQr('4791234567') };

const button = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Kamera' });
const panel = (page: Page) => page.getByRole('region', { name: 'Kamera som skanner' });

async function look({ page }: Tablet): Promise<void> {
  await button(page).click();
  await expect(panel(page)).toBeVisible();
}

/** What the page tells the till of each scan, from now on. */
function scansOf({ page }: Tablet): readonly CallInput<'scan'>[] {
  const told: CallInput<'scan'>[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/call/scan')) told.push(request.postDataJSON());
  });
  return told;
}

/** What a script of the page is told that asks for the camera itself. */
const asking = (page: Page) =>
  page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      (why: unknown) => (why instanceof Error ? why.name : String(why)),
    ),
  );

test('out of the box there is no camera: no button, and the page may not ask', async ({ tablet }) => {
  const { page, till } = await tablet({ sees: [[vest]], camera: false });
  await expect(button(page)).toBeHidden();
  expect(await asking(page)).toBe('NotAllowedError');
  const headers = (await till.fetch('/till')).headers;
  expect(headers.get('permissions-policy')).toContain('camera=()');
  expect(headers.get('content-security-policy')).not.toContain('unsafe');
});

test('goods and a customer’s code in one picture: the line is in the basket once, and Kari is greeted', async ({
  tablet,
}) => {
  const shown = await tablet({ sees: [[vest, kari]] });
  await look(shown);
  await shown.cashier.expectCustomer('Kari', '67', shown.cashier.words.proven);
  await shown.cashier.expectTotal('479,00');
  await expect(panel(shown.page)).toContainText('2 koder lest');
  expect((await shown.till.state()).sale?.lines).toMatchObject([{ quantity: 1 }]);
});

test('a code that is held is one scan, while one that goes and comes again is another each time', async ({
  tablet,
}) => {
  const smallVest: PrintedCode = { kind: 'ean13', text: '2000001047118' };
  const shown = await tablet({ sees: [...Array(5).fill([vest, smallVest]), ...Array(10).fill([vest])] });
  const told = scansOf(shown);
  await look(shown);
  await shown.till.until((state) => (state.sale?.lines ?? []).some((line) => line.quantity === 2));
  const texts = told.map(({ text }) => text);
  // However slowly it looks: the one that never leaves the picture is never told again.
  expect(texts.filter((text) => text === vest.text)).toHaveLength(1);
  expect(texts.filter((text) => text === smallVest.text).length).toBeGreaterThanOrEqual(2);
});

test('every kind of code goes to the till as a scanner would tell it', async ({ tablet }) => {
  const shown = await tablet({
    sees: [
      [
        vest,
        kari,
        { kind: 'ean8', text: '96385074' },
        { kind: 'upca', text: '012345678905' },
        { kind: 'upce', text: '01234565' },
        { kind: 'code128', text: 'UL-003' },
      ],
    ],
  });
  const told = scansOf(shown);
  await look(shown);
  await expect(panel(shown.page)).toContainText('6 koder lest');
  expect(told).toHaveLength(6);
  expect(told).toEqual(
    expect.arrayContaining([
      { text: vest.text, symbology: ']E0' },
      { text: kari.text, symbology: ']Q1' },
      { text: '96385074', symbology: ']E4' },
      { text: '0012345678905', symbology: ']E0' },
      { text: '0012345000065', symbology: ']E0' },
      { text: 'UL-003', symbology: ']C0' },
    ]),
  );
});

test('a code that means nothing here is said beside the basket, and the camera looks on', async ({
  tablet,
}) => {
  const shown = await tablet({ sees: [[{ kind: 'ean13', text: '4006381333931' }]] });
  await look(shown);
  await expect(shown.cashier.basket).toContainText(`${shown.cashier.words.noItemFound} «4006381333931»`);
  await expect(panel(shown.page).locator('video')).toBeVisible();
});

test('closed by Esc, by its button and by another layer, the camera is let go', async ({ tablet }) => {
  const shown = await tablet({ sees: [[]] });
  const { page } = shown;
  await keepingTracks(page);
  for (const close of [
    () => page.keyboard.press('Escape'),
    () => panel(page).getByRole('button', { name: 'Lukk' }).click(),
    () => button(page).click(),
    () => page.keyboard.press('F2'),
  ]) {
    await look(shown);
    await expect(panel(page).locator('video')).toBeVisible();
    expect(await tracks(page)).toEqual(['live']);
    await close();
    await expect(panel(page)).toBeHidden();
    expect(await tracks(page)).toEqual(['ended']);
  }
});

test('a page out of sight lets the camera go and says so; one touch and it looks again', async ({
  tablet,
}) => {
  const shown = await tablet({ sees: [[vest]] });
  const { page } = shown;
  await keepingTracks(page);
  await look(shown);
  await shown.cashier.expectTotal('599,00');
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(panel(page)).toContainText('Kameraet er av');
  await expect(panel(page)).toContainText('ute av syne');
  expect(await tracks(page)).toEqual(['ended']);
  await panel(page).getByRole('button', { name: 'Se igjen' }).click();
  await expect(panel(page)).toContainText('1 kode lest');
  expect(await tracks(page)).toEqual(['live']);
});

test('a minute without a code puts the camera out', async ({ tablet }) => {
  const shown = await tablet({ sees: [[]] });
  const { page } = shown;
  await page.clock.install();
  await keepingTracks(page);
  await look(shown);
  await expect(panel(page).locator('video')).toBeVisible();
  await page.clock.fastForward(60_000);
  await expect(panel(page)).toContainText('ingen kode på ett minutt');
  expect(await tracks(page)).toEqual(['ended']);
});

test('whoever says no is told where to allow it', async ({ tablet }) => {
  const shown = await tablet({ sees: [[vest]], allows: false });
  await look(shown);
  await expect(panel(shown.page).getByRole('alert')).toContainText('lar ikke denne siden bruke kameraet');
});

test('a tablet without a camera is told so', async ({ tablet }) => {
  const shown = await tablet({ sees: null });
  await look(shown);
  await expect(panel(shown.page).getByRole('alert')).toContainText('ikke noe kamera her');
});

test('a decoder that cannot be loaded is told, and is there at the next attempt', async ({ tablet }) => {
  const shown = await tablet({ sees: [[vest]] });
  const { page } = shown;
  const all = /\.wasm$/;
  await page.context().route(all, (route) => route.abort());
  await look(shown);
  await expect(panel(page).getByRole('alert')).toContainText('kunne ikke lastes');
  await page.context().unroute(all);
  await panel(page).getByRole('button', { name: 'Se igjen' }).click();
  await shown.cashier.expectTotal('599,00');
});

test('turned on in the settings, it is there once the page was loaded again, and the sale is still there', async ({
  tablet,
}) => {
  const shown = await tablet({ sees: [[vest]], camera: false });
  const { page, cashier } = shown;
  await cashier.addItem('termos');
  const before = (await shown.till.state()).sale?.id;
  await cashier.openSettings();
  const settings = new SettingsPage(cashier);
  await settings.choose('Skanner');
  await settings.main.getByRole('switch', { name: 'Kameraet som skanner' }).click();
  await settings.save();
  await expect.poll(async () => (await shown.till.state()).devices.camera).toBe('on');
  await page.keyboard.press('Escape');
  await look(shown);
  await expect(panel(page).getByRole('alert')).toContainText('åpnet uten kameraet');
  await panel(page).getByRole('button', { name: 'Last siden på nytt' }).click();
  await look(shown);
  await expect(cashier.line('Ulltrøye dame M')).toHaveCount(1);
  expect((await shown.till.state()).sale?.id).toBe(before);
});

test('only the cashier’s page may, and it compiles nothing itself', async ({ tablet }) => {
  const { till, page, pageAt } = await tablet({ sees: [[vest]] });
  expect(await asking(page)).toBe('granted');
  const compiles = () =>
    page.evaluate(() =>
      // The smallest module there is: its name and its version.
      WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])).then(
        () => 'compiled',
        (why: unknown) => (why instanceof Error ? why.name : String(why)),
      ),
    );
  expect(await compiles()).toBe('CompileError');
  const customers = await pageAt(till.ready.screens.customer);
  expect(await asking(customers)).toBe('NotAllowedError');
});

/** Remembers what the page is given, so that a test sees whether it was given back. */
async function keepingTracks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      Object.assign(window, { given: stream.getTracks() });
      return stream;
    };
  });
}

function tracks(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    ((window as { given?: readonly MediaStreamTrack[] }).given ?? []).map((track) => track.readyState),
  );
}
