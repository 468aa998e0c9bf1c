/** Codes as every pair of layouts makes them, and everything that is no damage. */

import { describe, expect, it } from 'vitest';
import { seeded } from '../testing/stories.ts';
import { checkDigit } from './gtin.ts';
import { keyOn, type Layout, layouts, pressFor } from './keyboardLayouts.ts';
import { type Damage, readDamage } from './layoutDamage.ts';
import { readWalletAddress, walletHosts } from './walletAddress.ts';

type DeadKeys = 'replaced' | 'accent' | 'swallowed' | 'composed';
const deadKeys: readonly DeadKeys[] = ['replaced', 'accent', 'swallowed', 'composed'];
const marks: Readonly<Record<string, string>> = {
  '´': '\u0301',
  '`': '\u0300',
  '¨': '\u0308',
  '^': '\u0302',
};

/** `null` where the scanner's layout has no key of its own for a character. */
function typed(text: string, scanner: Layout, computer: Layout, dead: DeadKeys): string | null {
  let waiting = '';
  let all = '';
  for (const character of text) {
    const press = pressFor(scanner, character);
    const made = press && keyOn(computer, press);
    if (made === null) return null;
    if (!made.dead) {
      all += made.character + waiting;
      waiting = '';
    } else if (dead === 'replaced') all += '\ufffd';
    else if (dead === 'accent') all += made.character;
    else if (dead === 'composed') waiting = marks[made.character] ?? '';
  }
  return all.normalize('NFC');
}

const pairs = layouts.flatMap((scanner) =>
  layouts.filter((computer) => computer !== scanner).map((computer) => [scanner, computer] as const),
);

const below = seeded(20_261_125);
const some = (from: string, least: number, most: number) =>
  Array.from({ length: least + below(most - least + 1) }, () => from[below(from.length)]).join('');
const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const base64url = `${lower}${lower.toUpperCase()}${digits}-_`;

function aPersonalQr(): string {
  const host = walletHosts[below(walletHosts.length)];
  const paths = [
    `p/${some(base64url, 8, 60)}`,
    `p/${some(base64url, 8, 30)}.${some(base64url, 8, 30)}`,
    `p/${some(base64url, 8, 30)}${some('=', 1, 2)}`,
    `28/2/01/031/${some(digits, 9, 15)}?v=1`,
    `28/2/01/031/${some(digits, 9, 15)}?v=2&m=x`,
  ];
  return `https://${host}/${paths[below(paths.length)]}`;
}

function anEan13(): string {
  const twelve = some(digits, 12, 12);
  return twelve + checkDigit(`0${twelve}`);
}

/** The pair that was found makes of this code what arrived, or of the same code with Y for Z: nobody can tell. */
function explains(damage: Damage | null, code: string, arrived: string, dead: DeadKeys): boolean {
  if (damage === null || damage.capsLock) return false;
  const { scanner, computer } = damage;
  const host = code.split('/', 3).join('/');
  const swapped = host + [...code.slice(host.length)].map((one) => german[one] ?? one).join('');
  return [code, swapped].some((one) => typed(one, scanner, computer, dead) === arrived);
}

const german: Readonly<Record<string, string>> = { y: 'z', z: 'y', Y: 'Z', Z: 'Y' };

describe('a personal code', () => {
  it('is known for damaged through every pair of layouts, and never repaired wrongly', () => {
    let repaired = 0;
    for (let round = 0; round < 60; round += 1) {
      const code = aPersonalQr();
      for (const [scanner, computer] of pairs) {
        for (const dead of deadKeys) {
          const arrived = typed(code, scanner, computer, dead);
          if (arrived === null) throw new Error(`${scanner} cannot type ${code}`);
          const damage = readDamage(arrived);
          const about = { code, scanner, computer, dead, arrived, damage };
          // The layouts that are not US differ in nothing that an address needs but Y and Z.
          if (readWalletAddress(arrived) !== null) {
            expect(about).toEqual({ ...about, damage: null });
            continue;
          }
          expect(about).toMatchObject({ damage: { what: 'personalQr' } });
          expect([about, explains(damage, code, arrived, dead) || dead === 'swallowed']).toEqual([
            about,
            true,
          ]);
          if (damage === null || damage.capsLock || damage.repaired === null) continue;
          repaired += 1;
          expect([about, damage.repaired]).toEqual([about, code]);
        }
      }
    }
    expect(repaired).toBeGreaterThan(1000);
  });

  it('with Caps Lock on is known for that, whatever the layouts', () => {
    for (let round = 0; round < 40; round += 1) {
      const code = aPersonalQr();
      for (const [scanner, computer] of [...pairs, ['US', 'US'] as const]) {
        const arrived = turnedOver(typed(code, scanner, computer, 'accent') ?? '');
        expect([arrived, readDamage(arrived)]).toEqual([arrived, { capsLock: true, what: 'personalQr' }]);
      }
    }
  });
});

function turnedOver(text: string): string {
  return [...text]
    .map((one) => (one === 'ß' ? one : one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase()))
    .join('');
}

const layoutDamage = (scanner: Layout, computer: Layout, what: string, repaired: string | null) => ({
  capsLock: false,
  scanner,
  computer,
  what,
  repaired,
});

describe('by hand', () => {
  it.each<[string, Layout, Layout, string | null]>([
    ['httpsØ--qr.vipps.no-28-2-01-031-4791234567_v\\1', 'US', 'NO', '28/2/01/031/4791234567?v=1'],
    ['httpsØ--qr.vipps.no-p-a+b?c\\', 'US', 'NO', 'p/a-b_c='],
    ['httpsÆ--qr.vipps.no-28-2-01-031-4791234567_v1', 'US', 'DK', null],
    ['httpsÆ--qr.vipps.no-28-2-01-031-4791234567_v\ufffd1', 'US', 'DK', '28/2/01/031/4791234567?v=1'],
    ['httpsÖ--qr.vipps.no-28-2-01-031-4791234567_v´1', 'US', 'SE', '28/2/01/031/4791234567?v=1'],
    // A dead key may stand for any sign that was swallowed in a token.
    ['httpsÖ--qr.vipps.no-p-token', 'US', 'SE', null],
    ['httpsÖ--qr.vipps.no-p-toßken', 'US', 'DE', null],
    ['https>&&qr.vipps.no&28&2&01&031&4791234567_v)1', 'NO', 'US', '28/2/01/031/4791234567?v=1'],
    ['https>&&qr.vipps.no&p&abc', 'NO', 'US', 'p/abc'],
    // Perhaps the scanner is German, and Y means Z.
    ['https>&&qr.vipps.no&p&aby', 'NO', 'US', null],
  ])('%s', (arrived, scanner, computer, path) => {
    const repaired = path === null ? null : `https://qr.vipps.no/${path}`;
    expect(readDamage(arrived)).toEqual(layoutDamage(scanner, computer, 'personalQr', repaired));
  });

  it('where layouts make the same signs, the country of the code decides', () => {
    const computerOf = (host: string) => readDamage(`httpsÖ--qr.mobilepay.${host}-p-token`);
    expect(computerOf('fi')).toMatchObject({ computer: 'FI' });
    expect(computerOf('dk')).toMatchObject({ computer: 'SE' });
    expect(readDamage('https>&&qr.vipps.dk&p&token')).toMatchObject({ scanner: 'DK' });
  });

  it('other codes of the wallet, goods with their identifier, and codes of the till', () => {
    expect(readDamage('httpsØ--qr.vipps.no-mc-shop')).toEqual(layoutDamage('US', 'NO', 'walletQr', null));
    expect(readDamage('KLUBBKASSA0100+101+102')).toEqual(
      layoutDamage('US', 'NO', 'testSheet', 'KLUBBKASSA0100-101-102'),
    );
    expect(readDamage('KLUBBKASSA0100/101')).toMatchObject({ scanner: 'NO', computer: 'US' });
    expect(readDamage('klubbkassa0park')).toEqual({ capsLock: true, what: 'command' });
    expect(readDamage('klubbkassa0100-101')).toEqual({ capsLock: true, what: 'testSheet' });
    for (const code of [`]E0${anEan13()}`, `]E0${anEan13()}`, ']E496385074']) {
      for (const computer of ['NO', 'DK', 'SE', 'FI', 'DE'] as const) {
        for (const dead of deadKeys) {
          const arrived = typed(code, 'US', computer, dead) ?? '';
          const lost = dead === 'swallowed' && computer !== 'DE';
          expect([arrived, readDamage(arrived)]).toEqual([
            arrived,
            layoutDamage('US', computer === 'DE' ? 'DE' : 'NO', 'goods', lost ? null : code),
          ]);
        }
      }
    }
  });
});

describe('no damage', () => {
  it.each([
    'https://qr.vipps.no/28/2/01/031/4791234567?v=1',
    'https://qr.vipps.no/mc/shop',
    'https://qr.mobilepay.dk/box/4f6b4ddc/pay-in',
    ']E05901234123457',
    'KLUBBKASSA0PARK',
    'KLUBBKASSA0100-101-102',
    'https://example.com/a-b?c=1',
    'httpsØ--example.com-p-token',
    'https>&&qr.example.no&p&token',
    'qr.vipps.no',
    'TERMOS-1',
    'ØL-6PK',
    'Blåbærsyltetøy 400 g',
    'E0123',
    '',
    '\ufffd',
  ])('%s', (text) => expect(readDamage(text)).toBeNull());

  it('in numbers of goods, article numbers, names and other addresses', () => {
    const letters = `${lower}${lower.toUpperCase()}æøåäöüÆØÅÄÖÜß`;
    for (let round = 0; round < 1000; round += 1) {
      const texts = [
        anEan13(),
        `]E0${anEan13()}`,
        some(`${digits}${lower.toUpperCase()}`, 3, 20),
        `${some(lower.toUpperCase(), 2, 6)}${some('-_/.+ ', 1, 1)}${some(digits, 1, 8)}`,
        `${some(letters, 2, 12)} ${some(letters, 2, 12)} ${some(digits, 1, 3)}`,
        `https://${some(lower, 3, 12)}.${some('nodkfi', 2, 2)}/${some(`${base64url}/?=&`, 1, 40)}`,
      ];
      for (const text of texts) expect([text, readDamage(text)]).toEqual([text, null]);
    }
  });
});
