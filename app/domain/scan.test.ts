/** What a scanned text means: every form of a personal code that was seen, what looks like one, and what damages one. */

import { describe, expect, it } from 'vitest';
import { damageFault, meaningOf } from './scan.ts';

describe('a personal code', () => {
  // payments.md 5.1
  it.each([
    ['https://qr.vipps.no/28/2/01/031/4791234567?v=1', '4791234567'],
    ['https://qr.vipps.no/28/2/01/031/4520123456?v=1', '4520123456'],
    ['https://qr.vipps.no/28/2/01/031/46701234567?v=1', '46701234567'],
    ['https://qr.vipps.no/p/qwjhewqhueheuqwhuqwhe', null],
    ['https://qr.vipps.no/p/4791234567', null],
    ['https://qr.mobilepay.dk/p/QmFzZTY0dXJs_-', null],
    ['https://qr.mobilepay.fi/p/QmFzZTY0dXJs', null],
    ['https://qr.vipps.dk/p/QmFzZTY0dXJs', null],
    ['https://qr.vipps.fi/p/QmFzZTY0dXJs', null],
    // No number that can be read for sure: the exchange decides.
    ['https://qr.vipps.no/28/2/01/031/4791234567?v=2', null],
    ['https://qr.vipps.no/28/2/01/031/4791234567?v=1&m=x', null],
    ['https://qr.vipps.no/28/2/01/031/12345?v=1&a=100', null],
    ['https://qr.vipps.no/28/2/01/031/447700900123?v=1', null],
  ])('%s', (text, msisdn) => expect(meaningOf(text)).toEqual({ kind: 'personalQr', text, msisdn }));

  it('goes to the exchange as it was scanned, without the scanner’s suffix', () => {
    const text = 'https://qr.vipps.no/p/token';
    expect(meaningOf(`${text}\r\n`)).toEqual({ kind: 'personalQr', text, msisdn: null });
  });

  it.each(['https://qr.vipps.no/mc/something', 'https://qr.vipps.no/p/', 'https://qr.vipps.no/'])(
    'is not %s',
    (text) => expect(meaningOf(text)).toEqual({ kind: 'storeQr' }),
  );

  it.each([
    'http://qr.vipps.no/p/token',
    'https://qr.mobilepay.dk/box/4f6b4ddc-9a5e-4c23-b3a4-4b21ab0a2f0e/pay-in',
    'https://qr.vipps.no.example.com/p/token',
    'https://example.com/https://qr.vipps.no/p/token',
    'https://vipps.no/p/token',
    'https://qrxvipps.no/p/token',
    'https://user@qr.vipps.no/p/token',
    'https://qr.vipps.no/28/2/01/031/47 9123 4567?v=1',
  ])('is never made of %s', (text) => expect(meaningOf(text)).toEqual({ kind: 'text', text }));
});

// scanners.md 8: a scanner set to US types into another layout.
it.each([
  ['NO', 'httpsØ--qr.vipps.no-28-2-01-031-4791234567_v\\1'],
  ['NO', 'httpsØ--qr.vipps.no-p-qwjhewqhue'],
  ['DK', 'httpsÆ--qr.vipps.no-28-2-01-031-4791234567_v1'],
  ['DK', 'httpsÆ--qr.mobilepay.dk-p-QmFzZTY0'],
  ['SE', 'httpsÖ--qr.vipps.no-28-2-01-031-4791234567_v1'],
  ['FI', 'httpsÖ--qr.mobilepay.fi-p-QmFzZTY0'],
  ['DE', 'httpsÖ--qr.mobilepaz.dk-p-token'],
  ['DE', 'httpsÖ--qr.vipps.no-p-toßken'],
] as const)('a personal code damaged by the layout of a computer set to %s is named so', (computer, text) => {
  const meaning = meaningOf(text);
  expect(meaning).toMatchObject({ kind: 'damagedByLayout', damage: { what: 'personalQr' } });
  const fault = meaning.kind === 'damagedByLayout' ? damageFault(meaning.damage) : null;
  expect(fault).toEqual({ kind: 'codeDamagedByLayout', scanner: 'US', computer });
});

it.each(['HTTPS://QR.VIPPS.NO/P/TOKEN', 'HTTPSø--QR.VIPPS.NO-P-TOKEN'])('Caps Lock made %s', (text) => {
  const damage = { capsLock: true, what: 'personalQr' } as const;
  expect(meaningOf(text)).toEqual({ kind: 'damagedByLayout', damage });
  expect(damageFault(damage)).toEqual({ kind: 'codeDamagedByCapsLock' });
});

describe('anything else', () => {
  it.each([
    ['2000000010014', { kind: 'goods', gtin: '02000000010014' }],
    [' 96385074\r', { kind: 'goods', gtin: '00000096385074' }],
    ['2000000010015', { kind: 'text', text: '2000000010015' }],
    ['TERMOS-1', { kind: 'text', text: 'TERMOS-1' }],
    ['4791234567', { kind: 'text', text: '4791234567' }],
    ['', { kind: 'nothing' }],
    [' \t\r\n', { kind: 'nothing' }],
  ])('%j', (text, meaning) => expect(meaningOf(text)).toEqual(meaning));
});
