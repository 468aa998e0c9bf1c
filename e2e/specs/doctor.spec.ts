/** The scanner doctor: what it says, that nothing it sees is acted on, and that the scanners come back. */

import { readPrintedCodes } from '../fixtures/printedCodes.ts';
import { expect, personalQr, type Till, test } from '../fixtures/till.ts';
import { DoctorPage } from '../pages/DoctorPage.ts';

const member = '4791234567';
/** Of the sample catalogue: 599,00. */
const vest = '2000001047859';

async function opened(till: Till): Promise<DoctorPage> {
  const doctor = new DoctorPage(till.cashier);
  await doctor.open();
  await expect.poll(async () => (await till.state()).doctor !== null).toBe(true);
  return doctor;
}

/** Within what is left of the loan, ten seconds at least: that it runs out is not giving back. */
async function givenBack(till: Till): Promise<void> {
  await expect.poll(async () => (await till.state()).doctor, { timeout: 9000 }).toBeNull();
}

test('goods are named and do not enter the basket; the next scan after leaving does', async ({ till }) => {
  const { cashier, scanner } = till;
  const doctor = await opened(till);
  await doctor.expectLast(doctor.words.scanAnything);
  await scanner.scan(vest);
  await doctor.expectLast('Ulltrøye dame M', doctor.words.readsWell, vest);
  await scanner.scan('KLUBBKASSA0PARK');
  await expect(doctor.earlier).toHaveCount(1);
  expect((await till.state()).sale).toBeNull();

  await doctor.close();
  await givenBack(till);
  await scanner.scan(vest);
  await cashier.expectTotal('599,00');
});

test('a personal code is named, and its number is nowhere', async ({ till }) => {
  const doctor = await opened(till);
  await till.scanner.scan(personalQr(member));
  await doctor.expectLast(doctor.words.personalQr, '••• 67', doctor.words.readsWell);
  expect(await doctor.page.content()).not.toContain('91234');
  const state = await till.state();
  expect(JSON.stringify(state)).not.toContain('91234');
  expect(state.customer).toBeNull();
});

test('a scanner set to US on a Norwegian computer is understood; without the keys’ places its damage is named', async ({
  till,
}) => {
  const doctor = await opened(till);
  await till.cashier.wedge(personalQr(member), { layouts: 'US on NO' });
  await doctor.expectLast(doctor.words.personalQr, doctor.words.readsWell, '46', 'Enter');
  await till.cashier.wedge(personalQr(member), { layouts: 'US on NO', placeless: true });
  await doctor.expectLast(doctor.words.wrongLayout, 'httpsØ--qr.vipps.no…');
  expect(await doctor.page.content()).not.toContain('91234');
});

test('a page that was reloaded in the doctor gives the scanners back', async ({ till }) => {
  const { cashier, scanner } = till;
  const doctor = await opened(till);
  await doctor.page.reload();
  await cashier.expectOpen();
  await givenBack(till);
  await scanner.scan(vest);
  await cashier.expectTotal('599,00');
});

test('the doctor of another window keeps the scans, is named at the till, and outlives this window’s own', async ({
  till,
}) => {
  const { cashier, scanner } = till;
  const elsewhere = cashier.page.getByText('Skannersjekken er åpen i et annet vindu');
  const another = (open: boolean) => till.call('scanner.doctor', { open, page: 'another' });
  await another(true);
  await expect(elsewhere).toBeVisible();
  const doctor = await opened(till);
  await doctor.close();
  await cashier.page.reload();
  await cashier.expectOpen();
  await expect(elsewhere).toBeVisible();
  await scanner.scan(vest);
  expect((await till.state()).sale).toBeNull();

  await another(false);
  await expect(elsewhere).toBeHidden();
  await scanner.scan(vest);
  await cashier.expectTotal('599,00');
});

test('unplugged, plugged again, and refused by the operating system: each with its next step', async ({
  till,
}) => {
  const { scanner } = till;
  const doctor = await opened(till);
  const { words, scanners } = doctor;
  await expect(scanners).toContainText(words.scannerReady);
  await scanner.unplug();
  await expect(scanners).toContainText(words.scannerLost);
  await expect(scanners).toContainText(words.plugItIn);
  await scanner.plug();
  await expect(scanners).toContainText(words.scannerReady);

  await scanner.unplug();
  await scanner.refuse();
  await scanner.plug();
  await expect(scanners).toContainText(words.noAccess);
  test.skip(process.platform !== 'linux', 'only Linux has rules for devices');
  await expect(scanners).toContainText('/etc/udev/rules.d/70-klubbkassa-scanner.rules');
  await expect(scanners).toContainText('TAG+="uaccess"');
  await scanners.getByRole('button', { name: words.copyLine }).click();
  await expect(scanners).toContainText(words.copied);
});

test('printed commands park, request and cancel', async ({ till, wallet }) => {
  const { cashier, scanner } = till;
  await wallet.customer({ phone: member, does: 'never' });
  await scanner.scan(vest);
  await cashier.expectTotal('599,00');
  await scanner.scan('KLUBBKASSA0PARK');
  await cashier.expectEmpty();
  expect((await till.state()).parked.count).toBe(1);

  await scanner.scan(personalQr(member));
  await cashier.expectCustomer('Kari');
  await scanner.scan(vest);
  await cashier.expectTotal('479,00');
  await scanner.scan('KLUBBKASSA0REQUEST');
  await expect(cashier.primary).toContainText(cashier.words.waitingForApproval);
  await scanner.scan('KLUBBKASSA0CANCEL');
  await cashier.expectPayment(cashier.words.cancelled);
});

test('a scanner that faces the customer takes the customer’s code, and goods only where that is allowed', async ({
  till,
}) => {
  const { cashier, scanner } = till;
  await scanner.plug('guest');
  const listed = await till.call('scanner.list', {});
  const own = listed.ok ? listed.value.filter(({ mode }) => mode === 'simulated') : [];
  expect(own).toHaveLength(2);
  const doctor = await opened(till);
  const index = own.findIndex(({ id }) => id.includes('guest'));
  await doctor.switchOf(own[index]?.name ?? '').click();
  await doctor.save();
  await expect(doctor.scanners.nth(index)).toContainText(doctor.words.facesCustomer);
  await doctor.close();
  await givenBack(till);

  await scanner.scan(vest, 'guest');
  await expect(cashier.page.getByRole('alert')).toContainText(cashier.words.onlyCustomersCode);
  expect((await till.state()).sale?.lines ?? []).toEqual([]);
  await scanner.scan(personalQr(member), 'guest');
  await cashier.expectCustomer('Kari', cashier.words.proven);

  await doctor.open();
  await doctor.switchOf(doctor.words.goodsGoIn).click();
  await doctor.save();
  await expect(doctor.page.getByRole('contentinfo')).toContainText(doctor.words.savedAt);
  await doctor.close();
  await givenBack(till);
  await scanner.scan(vest, 'guest');
  await cashier.expectTotal('479,00');
});

test('the printed sheet holds every code, and each can be read from the paper', async ({ till }) => {
  const doctor = await opened(till);
  const { page } = doctor;
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await doctor.main.getByRole('button', { name: doctor.words.printTestSheet }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
  await expect(doctor.sheet).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(doctor.sheet.getByText(doctor.words.testSheet)).toBeVisible();
  await expect(doctor.sheet.getByText('Opplæring', { exact: true })).toBeVisible();
  await expect(doctor.main).toBeHidden();
  const codes = doctor.sheet.getByRole('img');
  await expect(codes).toHaveCount(7);
  // A printer puts several dots where a screen has one.
  await page.evaluate(() => document.body.style.setProperty('zoom', '3'));
  const read: string[] = [];
  for (const code of await codes.all()) read.push(...(await readPrintedCodes(await code.screenshot())));
  expect(read).toEqual([
    vest,
    'KLUBBKASSA0æøåäöüÆØÅÄÖÜ',
    expect.stringMatching(/^KLUBBKASSA0100-101-[\d-]+-210$/),
    personalQr(member),
    'KLUBBKASSA0REQUEST',
    'KLUBBKASSA0CANCEL',
    'KLUBBKASSA0PARK',
  ]);
});
