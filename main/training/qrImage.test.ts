import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { penalty, qrModules } from './qrImage.ts';
import { correctionOf } from './qrImageCodewords.ts';
import { qrPng, qrSvg } from './qrImageFiles.ts';
import { formatBits, versionBits } from './qrImageTables.ts';
import { readQr } from './testing/readQr.ts';

describe('published vectors', () => {
  test('correction of HELLO WORLD at 1-M', () => {
    const data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];
    expect(correctionOf(data, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
  });

  test('correction of the standard example 01234567 at 1-M (ISO/IEC 18004, annex I)', () => {
    const data = [
      0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11,
    ];
    expect(correctionOf(data, 10)).toEqual([0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55]);
  });

  test('format information of level M, all masks', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((mask) => formatBits(mask).toString(2).padStart(15, '0'))).toEqual([
      '101010000010010',
      '101000100100101',
      '101111001111100',
      '101101101001011',
      '100010111111001',
      '100000011001110',
      '100111110010111',
      '100101010100000',
    ]);
  });

  test('version information of 7 to 10', () => {
    expect([7, 8, 9, 10].map((version) => versionBits(version).toString(2).padStart(18, '0'))).toEqual([
      '000111110010010100',
      '001000010110111100',
      '001001101010011001',
      '001010010011010011',
    ]);
  });
});

describe('read back by an independent decoder', () => {
  const longest = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213];

  test.each(longest.map((bytes, at) => [at + 1, bytes] as const))(
    'version %i holds %i bytes',
    (version, bytes) => {
      const text = 'https://qr.vipps.no/28/2/01/031/4791234567?v=1'.repeat(5).slice(0, bytes);
      const modules = qrModules(text);
      expect(modules && readQr(modules)).toMatchObject({ text, version, level: 'M', intact: true });
    },
  );

  test.each([0, 1, 2, 3, 4, 5, 6, 7])('mask %i', (mask) => {
    const text = 'https://qr.vipps.no/p/kåre-æøå';
    const modules = qrModules(text, mask);
    expect(modules && readQr(modules)).toMatchObject({ text, mask, intact: true });
  });

  test('the mask with the least penalty is taken', () => {
    const text = 'https://qr.vipps.no/28/2/01/031/4791234567?v=1';
    const all = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => penalty(qrModules(text, mask) ?? []));
    expect(penalty(qrModules(text) ?? [])).toBe(Math.min(...all));
    expect(new Set(all).size).toBeGreaterThan(1);
  });

  test('a text too long is no code', () => {
    expect(qrModules('x'.repeat(214))).toBeNull();
  });

  test('the finders stand in three corners and the dark module in its place', () => {
    const modules = qrModules('A') ?? [];
    const corner = (top: number, left: number) =>
      modules.slice(top, top + 7).map((line) =>
        line
          .slice(left, left + 7)
          .map((dark) => (dark ? '#' : '.'))
          .join(''),
      );
    const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
    expect([corner(0, 0), corner(0, 14), corner(14, 0)]).toEqual([finder, finder, finder]);
    expect(modules[13]?.[8]).toBe(true);
  });
});

describe('files', () => {
  test('the SVG draws exactly the dark modules inside a quiet zone of four', () => {
    const modules = qrModules('https://example.com') ?? [];
    const svg = qrSvg('https://example.com') ?? '';
    const side = modules.length + 8;
    expect(svg).toContain(`viewBox="0 0 ${side} ${side}"`);
    const drawn = [...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map((match) => `${match[1]} ${match[2]}`);
    const dark = modules.flatMap((line, row) =>
      line.flatMap((one, column) => (one ? [`${column + 4} ${row + 4}`] : [])),
    );
    expect(drawn).toEqual(dark);
  });

  test('the PNG has the size asked for and reads back', () => {
    const png = qrPng('https://example.com/a', 330);
    expect(png?.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    expect([png?.readUInt32BE(16), png?.readUInt32BE(20)]).toEqual([330, 330]);
    const at = png?.indexOf('IDAT') ?? 0;
    const rows = inflateSync(
      png?.subarray(at + 4, at + 4 + (png.readUInt32BE(at - 4) ?? 0)) ?? Buffer.alloc(0),
    );
    const side = (qrModules('https://example.com/a')?.length ?? 0) + 8;
    const pixel = (row: number, column: number) =>
      rows[Math.floor(((row + 4.5) * 330) / side) * 331 + 1 + Math.floor(((column + 4.5) * 330) / side)];
    const modules = Array.from({ length: side - 8 }, (_, row) =>
      Array.from({ length: side - 8 }, (__, column) => pixel(row, column) === 0),
    );
    expect(readQr(modules)).toMatchObject({ text: 'https://example.com/a', intact: true });
  });
});
