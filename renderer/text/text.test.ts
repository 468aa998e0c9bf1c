/** The words are complete: every fault and every key in both languages, nothing left unfilled, nothing blaming. */

import { describe, expect, test } from 'vitest';
import type { SaysKey } from '../../app/contract/view.ts';
import { money } from '../../app/domain/money.ts';
import type { Fault, FaultKind } from '../../app/kernel/fault.ts';
import { cameraText } from './camera.ts';
import { commonText } from './common.ts';
import { faultCode, faultText, faultWords } from './faults.ts';
import { kioskText } from './kiosk.ts';
import { kioskLockText } from './kioskLock.ts';
import { counted, fill, languages } from './language.ts';
import { saysText } from './says.ts';
import { sellingText } from './selling.ts';
import { codeText } from './serviceCodes.ts';
import { textsFor } from './texts.ts';
import { anyWallet, walletName } from './wallet.ts';
import { withUnit } from './withUnit.ts';

const known = [
  'w',
  'company',
  'club',
  'sum',
  'time',
  'minutes',
  'text',
  'least',
  'most',
  'where',
  'line',
  'why',
  'field',
  'number',
  'others',
  'mostSum',
  'taken',
  'due',
  'rest',
  'back',
  'proof',
  'reason',
  'lines',
  'method',
  'name',
  'scannerLayout',
  'computerLayout',
  'left',
  'when',
  'instead',
];

function* sentencesOf(of: object, path = ''): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(of)) {
    if (typeof value === 'string') yield [`${path}${key}`, value];
    else if (typeof value === 'object' && value !== null) yield* sentencesOf(value, `${path}${key}.`);
  }
}

const all = {
  faults: faultText,
  says: saysText,
  codes: codeText,
  common: commonText,
  selling: sellingText,
  camera: cameraText,
  kiosk: kioskText,
};

describe.each(languages)('in %s', (language) => {
  test.each(Object.keys(all))('%s: the same entries as in the other language', (area) => {
    const words = all[area as keyof typeof all];
    const paths = (of: object) => [...sentencesOf(of)].map(([path]) => path);
    expect(paths(words[language])).toEqual(paths(words[language === 'nb' ? 'en' : 'nb']));
  });

  test.each(Object.entries(all))(
    '%s: no unknown gap, no empty sentence, no exclamation, no "error"',
    (_, words) => {
      for (const [path, sentence] of sentencesOf(words[language])) {
        const gaps = [...sentence.matchAll(/\{(\w+)\}/g)].map((gap) => gap[1] ?? '');
        expect([path, gaps.filter((gap) => !known.includes(gap))]).toEqual([path, []]);
        if (!path.startsWith('parkedSays')) expect([path, sentence.trim()]).not.toEqual([path, '']);
        // A customer is thanked (guide.md 1.10).
        if (path === 'thanks') continue;
        expect([path, /!|\boops\b|\berror\b|\bplease\b|vennligst/i.test(sentence)]).toEqual([path, false]);
      }
    },
  );

  test('an outcome that is not known never says that no money was taken', () => {
    for (const kind of ['noAnswer', 'serviceDown', 'badAnswer'] as const) {
      expect(faultText[language][kind].money).not.toMatch(/No money was taken|Ingen penger er trukket/);
    }
    for (const [key, said] of Object.entries(saysText[language])) {
      if (key.startsWith('payment.checking') || key === 'payment.silent') {
        expect(`${said.says} ${said.money} ${said.next}`).not.toMatch(
          /No money was taken|Ingen penger er trukket/,
        );
      }
    }
  });

  test('approved, waiting and in doubt are never called paid', () => {
    const notPaid: readonly SaysKey[] = [
      'payment.waiting',
      'payment.approved',
      'payment.silent',
      'payment.released',
    ];
    for (const key of notPaid) expect(saysText[language][key].says).not.toMatch(/^(Paid|Betalt)/);
  });
});

test('a fault comes with its facts and the wallet of the market', () => {
  expect(faultWords({ kind: 'quantityOutOfRange', least: 1, most: 999 }, 'en', 'Vipps').says).toBe(
    'Quantity goes from 1 to 999.',
  );
  expect(faultWords({ kind: 'refundTooMuch', most: 12_50 }, 'en', 'MobilePay', 'EUR').next).toBe(
    'At most 12,50\u00a0€ can go back.',
  );
  const unresolved = { kind: 'paymentUnresolved', number: '01-000142' } as const;
  expect(faultWords({ ...unresolved, more: 2 }, 'nb', 'Vipps').says).toBe(
    'Salg 01-000142 og 2 til er ikke avgjort ennå.',
  );
  expect(faultWords({ ...unresolved, more: 0 }, 'nb', 'Vipps').says).toBe(
    'Salg 01-000142 er ikke avgjort ennå.',
  );
  const layouts = { kind: 'codeDamagedByLayout', scanner: 'US', computer: 'NO' } as const;
  expect(faultWords(layouts, 'en', 'Vipps')).toEqual({
    says: 'The scanner types like a US keyboard, this computer is set to Norwegian.',
    next: 'Set the scanner to Norwegian, or to HID-POS. Type the number until then.',
  });
  expect(faultWords({ ...layouts, scanner: 'DE', computer: 'US' }, 'nb', 'Vipps').says).toBe(
    'Skanneren skriver som et tysk tastatur, denne maskinen er satt til amerikansk.',
  );
  expect(faultWords({ kind: 'codeRefused' }, 'nb', 'MobilePay').says).toBe('MobilePay godtok ikke koden.');
});

test('every fault of the union has words and no gap is left in them', () => {
  const service = { api: 'epayment' };
  for (const kind of Object.keys(faultText.en) as FaultKind[]) {
    const facts = {
      text: 'x',
      least: 1,
      most: 2,
      where: 'y',
      line: 3,
      why: 'z',
      field: 'posId',
      number: '01-1',
      more: 1,
      id: 'd-1',
      left: 2,
      scanner: 'US',
      computer: 'NO',
      service,
    };
    const words = faultWords({ kind, ...facts } as unknown as Fault, 'nb', 'Vipps');
    expect(`${words.says} ${words.money ?? ''} ${words.next}`).not.toMatch(/[{}]/);
  }
});

test('a code of the service has its meaning, and one that is not known is still a refusal', () => {
  const texts = textsFor('en', 'NO', 0);
  expect(texts.code('6220').says).toBe('The time for a refund is over.');
  expect(texts.code('5100').next).toContain('Vipps MobilePay');
  expect(['9999', 'toString', null].map((code) => texts.code(code).says)).toEqual(
    Array(3).fill('The service said no.'),
  );
});

test('support reads the service, the status and the code; a fault of the till itself has none', () => {
  expect(faultCode({ kind: 'rejected', service: { api: 'epayment', status: 400, code: '5080' } })).toBe(
    'epayment 400 5080',
  );
  expect(faultCode({ kind: 'defect', id: 'a1b2' })).toBe('a1b2');
  expect(faultCode({ kind: 'basketEmpty' })).toBeNull();
});

test('MobilePay becomes Vipps in Denmark and Finland on 12 January 2027, local midnight', () => {
  const before = new Date(2027, 0, 11, 23, 59, 59).getTime();
  const after = new Date(2027, 0, 12).getTime();
  expect(['NO', 'DK', 'FI'].map((market) => walletName(market as 'NO', before))).toEqual([
    'Vipps',
    'MobilePay',
    'MobilePay',
  ]);
  expect(['NO', 'DK', 'FI'].map((market) => walletName(market as 'NO', after))).toEqual([
    'Vipps',
    'Vipps',
    'Vipps',
  ]);
  expect(anyWallet('NO', before, 'or')).toBe('Vipps or MobilePay');
  expect(anyWallet('DK', before, 'eller')).toBe('MobilePay eller Vipps');
  expect(anyWallet('DK', after, 'eller')).toBe('Vipps');
});

test('an amount keeps its unit on the same line, and money in parameters is written out', () => {
  expect(withUnit(money(222520, 'NOK'))).toBe('2\u00a0225,20\u00a0kr');
  const texts = textsFor('en', 'NO', 0);
  const said = texts.says({ key: 'payment.releasing', with: { sum: money(1000, 'EUR') } });
  expect(said.next).toContain('10,00\u00a0€');
});

test('one second is one, and every other number is several', () => {
  const inAll = (number: number) => languages.map((one) => counted(number, kioskText[one].inSeconds));
  expect([inAll(1), inAll(0)]).toEqual([
    ['om 1 sekund', 'in 1 second'],
    ['om 0 sekunder', 'in 0 seconds'],
  ]);
  expect(counted(1, kioskLockText.nb.wait)).toBe('Neste forsøk om 1 sekund.');
  expect(counted(21, kioskLockText.en.wait)).toBe('Next try in 21 seconds.');
});

test('amounts are read aloud as kroner and øre, euro and cent', () => {
  expect(sellingText.nb.spokenAmount(222520, 'NOK')).toBe('2225 kroner og 20 øre');
  expect(sellingText.nb.spokenAmount(100, 'NOK')).toBe('1 krone');
  expect(sellingText.en.spokenAmount(150, 'DKK')).toBe('1 krone and 50 øre');
  expect(sellingText.en.spokenAmount(-500, 'EUR')).toBe('minus 5 euro');
});

test('a gap without a value stays to be seen', () => {
  expect(fill('{a} and {b}', { a: 'one' })).toBe('one and {b}');
});
