/** The store's own code as a file, and at a till that no message of the service reaches. */

import { readFileSync } from 'node:fs';
import { readPrintedCodes } from '../../fixtures/printedCodes.ts';
import { aCode } from '../../fixtures/storeCode.ts';
import { expect, type Till, test } from '../../fixtures/till.ts';
import { newHome, throwAway } from '../../fixtures/tillHome.ts';
import { Cashier } from '../../pages/Cashier.ts';
import { SettingsPage } from '../../pages/SettingsPage.ts';

test('without a road it says that a sticker would be dead, and what to show instead', async ({
  host,
  wallet,
}) => {
  const home = newHome();
  const environment = { ...wallet.environment, KLUBBKASSA_PROFILE: 'test' };
  const running = await host.open({ home, environment });
  try {
    const cashier = new Cashier(running.cashier, 'nb');
    await cashier.expectOpen();
    await cashier.openSettings();
    const settings = new SettingsPage(cashier);
    const { main, words } = settings;
    await settings.choose(words.shopQr);
    await expect(main.getByRole('status')).toContainText(words.noScanComes);
    await expect(main.getByRole('status')).toContainText('F5');

    await main.getByRole('button', { name: words.webhooks }).click();
    await expect(main).toContainText(words.cannotBeReached);
    await expect(main.getByText(words.registered, { exact: true })).toHaveCount(0);
    await expect(settings.trouble(words.webhooks)).toHaveCount(0);

    // A code that was made all the same, or before the address went, is trouble until somebody takes it away.
    const made = await running.call('staticQr.put', { location: 'Kasse 1' });
    if (!made.ok) throw new Error(made.fault.kind);
    for (const section of [words.shopQr, words.webhooks])
      await expect(settings.trouble(section)).toBeVisible();
    const dead = 'attention.storeCodeUnreachable';
    expect((await running.state()).attention.map(({ kind }) => kind)).toContain(dead);
    expect(await running.call('staticQr.delete', { id: made.value.id })).toMatchObject({ ok: true });
    await expect(settings.trouble(words.shopQr)).toHaveCount(0);
    expect((await running.state()).attention.map(({ kind }) => kind)).not.toContain(dead);
  } finally {
    await running.kill();
    await throwAway(home);
  }
});

async function openCodes({ cashier }: Till): Promise<SettingsPage> {
  await cashier.openSettings();
  const settings = new SettingsPage(cashier);
  await settings.choose(settings.words.shopQr);
  return settings;
}

/** What the browser kept, under its own name. */
async function downloaded(
  { page, main }: SettingsPage,
  name: string,
): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await main.getByRole('button', { name }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('the code is kept as PNG and as SVG, and both say what the code says', async ({ till }) => {
  const content = await aCode(till, 'Kasse 1: Øst/vest');
  const settings = await openCodes(till);
  const { words, page } = settings;

  const png = await downloaded(settings, words.downloadPng);
  expect(png.name).toMatch(/^[\w-]+_Kasse-1-Øst-vest\.png$/);
  expect(png.bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([2000, 2000]);
  expect(await readPrintedCodes(png.bytes)).toEqual([content]);

  const svg = await downloaded(settings, words.downloadSvg);
  expect(svg.name).toBe(png.name.replace('.png', '.svg'));
  expect(svg.bytes.toString()).toMatch(/^<svg /);
  await page.setContent(svg.bytes.toString());
  expect(await readPrintedCodes(await page.screenshot({ fullPage: true }))).toEqual([content]);
});

test('a picture that cannot be had is told, and had as soon as it can', async ({ till, wallet }) => {
  await aCode(till);
  const settings = await openCodes(till);
  const { main, words } = settings;
  await wallet.fault({ endpoint: 'qr.image', what: 'http5xx', times: 1000 });
  await main.getByRole('button', { name: words.downloadPng }).click();
  await expect(main.getByRole('alert')).toContainText(words.pictureNotFetched);
  await wallet.fault({ clear: 'all' });
  expect((await downloaded(settings, words.downloadPng)).name).toMatch(/\.png$/);
  await expect(main.getByRole('alert')).toHaveCount(0);
});

test('a sheet of stickers holds one code four times, or each code of the till once, with its place', async ({
  till,
}) => {
  const places = ['Kasse 1', 'Ved utgangen'];
  const first = await aCode(till, 'Kasse 1');
  const second = await aCode(till, 'Ved utgangen');
  const settings = await openCodes(till);
  const { main, page, words } = settings;
  await main.getByRole('radio', { name: 'Kasse 1' }).click();
  // The dialog of the system belongs to nobody here; the paper is taken below.
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  const paper = async (button: string) => {
    await page.emulateMedia({ media: 'screen' });
    await main.getByRole('button', { name: button }).click();
    await page.emulateMedia({ media: 'print' });
    const said = await page.locator('.stickersheet').innerText();
    const codes = await readPrintedCodes(await page.screenshot({ fullPage: true }));
    return { codes, places: places.map((place) => said.split(place).length - 1), said };
  };
  const four = await paper(words.printStickers);
  expect([four.codes, four.places]).toEqual([
    [first, first, first, first],
    [4, 0],
  ]);
  expect(four.said).toContain(words.scanWith);
  const each = await paper(words.printEach);
  expect([each.codes.toSorted(), each.places]).toEqual([[first, second].toSorted(), [1, 1]]);
  // One sheet of A4.
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
