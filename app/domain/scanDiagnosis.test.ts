/** What the doctor says of every kind of code, well read and badly read, and what it never shows. */

import { describe, expect, it, test } from 'vitest';
import { commandCodes, readCommand } from './command.ts';
import type { Gtin } from './gtin.ts';
import { basisPoints, money } from './money.ts';
import type { Product } from './product.ts';
import { diagnose, type ReadScan, type TypedScan } from './scanDiagnosis.ts';
import { lettersCode, longCode } from './testSheet.ts';

const vest: Product = {
  sku: 'VEST-1',
  name: 'Ullvest',
  price: money(59_900, 'NOK'),
  memberPrice: null,
  vatRate: basisPoints(2500),
  barcodes: ['02000001047859' as Gtin],
};
const goods = {
  bySku: (sku: string) => (sku === vest.sku ? vest : null),
  byBarcode: (gtin: Gtin) => (vest.barcodes.includes(gtin) ? vest : null),
};

const number = 'https://qr.vipps.no/28/2/01/031/4791234567?v=1';
const token = 'https://qr.mobilepay.dk/p/QmFzZTY0dXJs_-';
const withEnter: TypedScan = { usText: null, suffix: 'enter', meanGapMs: 9 };

function said(text: string, over: Partial<ReadScan> = {}) {
  const { meaning, verdict } = diagnose({ text, symbology: null, typed: null, ...over }, goods);
  return { ...meaning, verdict };
}

describe('what the code is', () => {
  it.each([
    ['2000001047859', { kind: 'goods', code: '2000001047859', product: 'Ullvest', verdict: 'readsWell' }],
    ['VEST-1', { kind: 'goods', code: 'VEST-1', product: 'Ullvest', verdict: 'readsWell' }],
    ['5901234123457', { kind: 'goods', code: '5901234123457', product: null, verdict: 'unknownProduct' }],
    [number, { kind: 'personalQr', form: 'number', masked: '••• 67', verdict: 'readsWell' }],
    [token, { kind: 'personalQr', form: 'token', masked: null, verdict: 'readsWell' }],
    ['https://qr.vipps.no/mc/4f6b4ddc', { kind: 'storeQr', verdict: 'forPhones' }],
    [commandCodes.park, { kind: 'command', command: 'park', verdict: 'readsWell' }],
    [
      'httpsØ--qr.vipps.no-p-QmFz',
      {
        kind: 'damaged',
        what: 'personalQr',
        layouts: { scanner: 'US', computer: 'NO' },
        verdict: 'wrongLayout',
      },
    ],
    [
      'HTTPS://QR.VIPPS.NO/P/qMfZ',
      { kind: 'damaged', what: 'personalQr', layouts: null, verdict: 'capsLock' },
    ],
    ['https://example.com/', { kind: 'unknown', verdict: 'unknownCode' }],
    ['  ', { kind: 'nothing', verdict: 'cut' }],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));
});

describe('a code that arrived in part', () => {
  it.each([
    ...[
      'https://qr.vipps.no/28/2/01/031/',
      'https://qr.vipps.no/28/2/01/031/4791234567',
      'https://qr.vipps.no/p/',
      'https://qr.vi',
      'https://qr.',
    ],
    ...[
      'ttps://qr.vipps.no/p/QmFzZTY0',
      '://qr.vipps.no/28/2/01/031/4791234567?v=1',
      '28/2/01/031/4791234567?v=1',
      'r.vipps.no/p/QmFzZTY0',
      'no/p/QmFzZTY0',
    ],
  ])('%s is a personal code that was cut', (text) =>
    expect(said(text)).toEqual({ kind: 'cut', what: 'personalQr', verdict: 'cut' }),
  );

  it.each(['2000001', '200000104', '20000010478'])('%s is a barcode that was cut', (text) =>
    expect(said(text)).toEqual({ kind: 'cut', what: 'goods', verdict: 'cut' }),
  );

  test('a wrong check digit is a code that was misread', () => {
    for (const text of ['2000001047858', '96385075']) expect(said(text).verdict).toBe('misread');
  });
});

describe('how it was typed', () => {
  test('without a suffix the doctor says so, whatever it was', () => {
    const typed = { ...withEnter, suffix: 'none' } as const;
    for (const text of ['2000001047859', '5901234123457', number, commandCodes.cancel, lettersCode]) {
      expect(said(text, { typed }).verdict).toBe('noSuffix');
      expect(said(text, { typed: { ...typed, suffix: 'tab' } }).verdict).not.toBe('noSuffix');
    }
  });
});

describe('the printed sheet', () => {
  test('letters and the long code, whole', () => {
    expect(said(lettersCode)).toMatchObject({
      kind: 'sheet',
      sheet: 'letters',
      whole: true,
      verdict: 'readsWell',
    });
    expect(said(longCode)).toMatchObject({ kind: 'sheet', sheet: 'long', whole: true, verdict: 'readsWell' });
    expect(longCode.length).toBeGreaterThan(7 * 56);
  });

  test('letters that a US scanner could not type, and a long code that broke off', () => {
    const lost = said('KLUBBKASSA0¿ºÕõ÷³Ã');
    expect(lost).toMatchObject({ kind: 'sheet', sheet: 'letters', whole: false, verdict: 'lettersLost' });
    expect(said('KLUBBKASSA0').verdict).toBe('lettersLost');
    const half = said(longCode.slice(0, 224));
    expect(half).toMatchObject({ kind: 'sheet', sheet: 'long', whole: false, right: 224, verdict: 'cut' });
  });
});

describe('what is shown', () => {
  const shown = (text: string) => diagnose({ text, symbology: null, typed: null }, goods).shown;

  test('nobody’s number and nobody’s token', () => {
    const personal = [
      number,
      token,
      'httpsØ--qr.vipps.no-28-2-01-031-4791234567_v\\1',
      'HTTPS://QR.VIPPS.NO/P/QmFzZTY0dXJs',
      '28/2/01/031/4791234567?v=1',
      'ttps://qr.vipps.no/p/QmFzZTY0dXJs',
      '4791234567',
      '91234567',
      'kunde 4791234567;',
      'tel:+47 912 34 567',
      'BEGIN:VCARD\nTEL:912-34-567',
      '(912) 34.567',
      'https://www.vipps.no/p/QmFzZTY0dXJs',
      `${lettersCode}${token}`,
    ];
    for (const text of personal) {
      expect(shown(text)).not.toMatch(/912.?.?34|QmFz/i);
      expect(shown(text)).not.toBe('');
    }
    expect(shown(number)).toBe('https://qr.vipps.no/28/2/01/031/•••');
    expect(shown('no/p/QmFzZTY0')).toBe('no/p/…');
    expect(shown('httpsØ--qr.vipps.no-p-QmFz')).toBe('httpsØ--qr.vipps.no…');
  });

  test('goods whole, control characters as signs, a long text cut', () => {
    expect(shown('2000001047859\r')).toBe('2000001047859␍');
    expect(shown('AB\u001dC')).toBe('AB␝C');
    expect(shown(longCode)).toHaveLength(64);
    expect([...shown('😀'.repeat(80))]).toEqual([...'😀'.repeat(63), '…']);
    expect(shown('a\u202eb\u0085c')).toBe('a\ufffdb\ufffdc');
    expect(diagnose({ text: longCode, symbology: null, typed: null }, goods).length).toBe(longCode.length);
  });
});

test('commands are read with Caps Lock on, and have no letter that layouts disagree on', () => {
  for (const code of Object.values(commandCodes)) {
    expect(readCommand(code.toLowerCase())).not.toBeNull();
    expect(code).toMatch(/^[A-X0-9]+$/);
  }
  expect(readCommand('KLUBBKASSA0PAY')).toBeNull();
});
