/** æ ø å out of a file, however the spreadsheet wrote it. */

import { expect, test } from 'vitest';
import { readCsv } from './readCsv.ts';

const text = 'navn;pris\r\nHodelykt blå, størrelse æ;359,00\r\n';

test('UTF-8, with and without a mark at the front', () => {
  const utf8 = new TextEncoder().encode(text);
  expect(readCsv(utf8)).toBe(text);
  expect(readCsv(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8))).toBe(text);
});

test('Windows-1252, as spreadsheets save CSV', () => {
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  expect(readCsv(bytes)).toBe(text);
});

test('UTF-16 with its mark, both ways round', () => {
  const units = [...text].map((letter) => letter.charCodeAt(0));
  const little = units.flatMap((unit) => [unit & 0xff, unit >> 8]);
  const big = units.flatMap((unit) => [unit >> 8, unit & 0xff]);
  expect(readCsv(Uint8Array.of(0xff, 0xfe, ...little))).toBe(text);
  expect(readCsv(Uint8Array.of(0xfe, 0xff, ...big))).toBe(text);
});

test('an empty file is empty', () => {
  expect(readCsv(new Uint8Array())).toBe('');
});
