/** What the scanner doctor says: every verdict has words, the next step fits how the scanner is connected, nothing leaks. */

import { describe, expect, test } from 'vitest';
import { diagnose, type ReadScan, type TypedScan } from '../../../../app/domain/scanDiagnosis.ts';
import { lettersCode, longCode } from '../../../../app/domain/testSheet.ts';
import { languages } from '../../../text/language.ts';
import { scannerDoctorText } from '../../../text/scannerDoctor.ts';
import { saidOf } from './said.ts';
import { commandSheet, testCodes } from './sheetCodes.ts';

const emptyShop = { bySku: () => null, byBarcode: () => null };
const asKeyboard: TypedScan = { usText: null, suffix: 'enter', meanGapMs: 9 };

function said(text: string, typed: TypedScan | null = null, language: 'nb' | 'en' = 'en') {
  const scan: ReadScan = { text, symbology: null, typed };
  return saidOf({ ...diagnose(scan, emptyShop), typed }, scannerDoctorText[language], 'Vipps');
}

const examples: readonly (readonly [text: string, typed: TypedScan | null])[] = [
  ['5901234123457', null],
  ['https://qr.vipps.no/28/2/01/031/4791234567?v=1', null],
  ['https://qr.vipps.no/p/QmFzZTY0', asKeyboard],
  ['https://qr.vipps.no/28/2/01/031/47912', { ...asKeyboard, suffix: 'none' }],
  ['https://qr.vipps.no/mc/4f6b4ddc', null],
  ['httpsØ--qr.vipps.no-28-2-01-031-4791234567_v', asKeyboard],
  ['https://qr.', null],
  ['70380', asKeyboard],
  ['7038010', null],
  ['7038010004218', null],
  ['KLUBBKASSA0PARK', { ...asKeyboard, suffix: 'none' }],
  ['', null],
  [lettersCode.replace('Æ', '"'), null],
  [longCode.slice(0, 300), null],
];

describe.each(languages)('in %s', (language) => {
  test.each(examples)('%s', (text, typed) => {
    const { name, what, chip, next, well } = said(text, typed, language);
    expect(`${name} ${what} ${chip} ${next ?? ''}`).not.toMatch(/[{}]|91234/);
    // What is not well has a next step, and what is well asks for none.
    expect(next === null).toBe(well);
  });
});

test('what the code is, and its mark', () => {
  expect(said('https://qr.vipps.no/28/2/01/031/4791234567?v=1')).toMatchObject({
    icon: 'phone',
    name: 'Vipps personal QR',
    what: expect.stringContaining('••• 67'),
    chip: 'Reads well',
    personal: true,
  });
  expect(said('httpsØ--qr.vipps.no-p-QmF', asKeyboard)).toMatchObject({ icon: 'attention', personal: true });
  expect(said('LAGER-7')).toMatchObject({ icon: 'attention', name: 'Unknown code', personal: false });
});

test('letters that come out wrong: the country for a scanner that types, the character set for a device', () => {
  const damaged = lettersCode.replace('æ', "'");
  expect(said(damaged, asKeyboard).next).toContain('country');
  expect(said(damaged).next).toContain('UTF-8');
});

test('every code of the test sheet reads well; the item is known only where the practice goods are', () => {
  const sheet = [...testCodes(true), ...commandSheet];
  const verdicts = sheet.map(({ key, text }) => {
    const scan = { text, symbology: null, typed: null };
    return [key, diagnose(scan, emptyShop).verdict];
  });
  expect(verdicts).toEqual([
    ['goods', 'unknownProduct'],
    ['letters', 'readsWell'],
    ['long', 'readsWell'],
    ['personal', 'readsWell'],
    ['request', 'readsWell'],
    ['cancel', 'readsWell'],
    ['park', 'readsWell'],
  ]);
});

test('only training prints a customer', () => {
  expect(testCodes(false).map(({ key }) => key)).toEqual(['goods', 'letters', 'long']);
});
