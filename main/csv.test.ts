import { describe, expect, it } from 'vitest';
import { columnsOf, decodeText, readCsv } from './csv.ts';

const cells = (text: string) => readCsv(text)?.rows.map((row) => row.cells);

describe('a table', () => {
  it.each([
    ['a;b\n1;2\n', [['1', '2']]],
    [
      'a,b\r\n1,2\r\n3,4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['a\tb\n1\t2', [['1', '2']]],
    ['a;b\r1;2\r', [['1', '2']]],
    ['a;b\n"1;2";3', [['1;2', '3']]],
    ['a;b\n"say ""hi""";3', [['say "hi"', '3']]],
    ['a;b\n"two\nlines";3', [['two\nlines', '3']]],
    ['a;b\n"two\r\nlines";3', [['two\r\nlines', '3']]],
    ['a;b\n15" screen;3', [['15" screen', '3']]],
    ['a;b\n "1" ;3', [['1 ', '3']]],
    ['a;b\n;\n\n1;\n', [['1', '']]],
    ['"a,x";b\n1;2', [['1', '2']]],
    ['a\n1', [['1']]],
    ['a;b', []],
  ])('%j', (text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it('tells the line each row begins at, as an editor counts', () => {
    const table = readCsv('\na;b\r\n"x\r\ny";1\r\n\r\nz;2');
    expect([table?.header.line, table?.rows.map((row) => row.line)]).toEqual([2, [3, 6]]);
  });

  it('tells where a quote was opened that is never closed', () => {
    expect(readCsv('a;b\n1;2\n"3;4\n5;6\n')).toMatchObject({ rows: [{ line: 2 }], openQuote: 3 });
  });

  it('is none without a header', () => {
    expect([readCsv(''), readCsv('\n;;\n')]).toEqual([null, null]);
  });
});

describe('bytes', () => {
  const text = 'vare;ærlig øl på låven';
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['Latin-1', Buffer.from(text, 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('in %s', (_name, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });
});

it('finds columns by any of their names', () => {
  const header = { line: 1, cells: ['Navn', ' Pris inkl. MVA ', 'SKU'] };
  const names = { sku: ['sku'], name: ['name', 'navn'], price: ['pris inkl mva'], barcode: ['ean'] };
  expect([...columnsOf(header, names)]).toEqual([
    ['sku', 2],
    ['name', 0],
    ['price', 1],
  ]);
});
