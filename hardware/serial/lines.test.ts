/** Bytes to scans: suffixes, reads that cut anywhere, prefixes, rubbish, and a fuzz over all of it. */

import { expect, test } from 'vitest';
import { seeded } from '../simulated/seeded.ts';
import { createLines, type LineOutcome, type Suffix } from './lines.ts';

const token = 'https://qr.vipps.no/p/0f8c2c6e-6d1c-4b0a-9a3e-6c1f0b7d2a55.AbCdEf0123456789-_xyz';
const gtin = '5901234123457';

/** Each string is one read, in Latin-1. */
function read(suffix: Suffix, ...reads: readonly string[]): readonly LineOutcome[] {
  const lines = createLines(suffix);
  return reads.flatMap((one) => lines.feed(Buffer.from(one, 'latin1')));
}

function texts(outcomes: readonly LineOutcome[]): readonly string[] {
  return outcomes.map((one) => (one.kind === 'scan' ? one.text : one.why));
}

test.each<[string, Suffix, readonly string[], readonly string[]]>([
  ['a code', 'any', [`${gtin}\r`], [gtin]],
  ['CR, LF and CRLF each end one', 'any', ['a\rb\nc\r\nd\r'], ['a', 'b', 'c', 'd']],
  ['CRLF in two reads', 'any', ['a\r', '\nb\r', '\n'], ['a', 'b']],
  ['no empty codes', 'any', ['\r\n\r\r\n\n', '\r'], []],
  ['half codes', 'any', ['590123', '4123457', '\r'], [gtin]],
  ['two codes in one read, and the beginning of a third', 'any', [`${gtin}\r${token}\rab`], [gtin, token]],
  ['CR alone: an LF is part of the code', 'cr', ['a\nb\rc\r'], ['a\nb', 'c']],
  ['CR alone: the LF after it is not', 'cr', ['a\r\nb\r', '\nc\r'], ['a', 'b', 'c']],
  ['CR alone: an LF before it is', 'cr', ['a\n\r'], ['a\n']],
  ['LF alone: a CR is part of the code', 'lf', ['a\rb\nc\n'], ['a\rb', 'c']],
  ['LF alone: the CR before it is not', 'lf', ['a\r\nb\r', '\nc\n', '\r\n'], ['a', 'b', 'c']],
  ['frames, breaks and flow control', 'any', ['\x00\x02a\x00b\x03\r\x11\r\x7f\r'], ['ab']],
  ['separators and TAB stay', 'any', ['01\x1d10\x1e\x1f\x1c\t\x04\r'], ['01\x1d10\x1e\x1f\x1c\t\x04']],
  ['UTF-8 across reads', 'any', ['bl\xc3', '\xa5b\xc3\xa6r\r'], ['blåbær']],
  ['Latin-1 where it is no UTF-8', 'any', ['bl\xe5b\xe6r\r'], ['blåbær']],
  ['only an identifier', 'any', [']Q1\r'], ['empty']],
])('%s', (_, suffix, reads, expected) => {
  expect(texts(read(suffix, ...reads))).toEqual(expected);
});

test('an identifier in front is the symbology; a bracket that is none is text', () => {
  expect(read('any', `]Q1${token}\r]E0${gtin}\r]E\r](1\r${gtin}]Q1\r`)).toEqual([
    { kind: 'scan', text: token, symbology: ']Q1' },
    { kind: 'scan', text: gtin, symbology: ']E0' },
    { kind: 'scan', text: ']E', symbology: null },
    { kind: 'scan', text: '](1', symbology: null },
    { kind: 'scan', text: `${gtin}]Q1`, symbology: null },
  ]);
});

test('silence ends a code that has no suffix, once', () => {
  const lines = createLines('any');
  expect(lines.begun()).toBe(false);
  lines.feed(Buffer.from(`]E0${gtin}`));
  expect(lines.begun()).toBe(true);
  expect(lines.idle()).toEqual([{ kind: 'scan', text: gtin, symbology: ']E0' }]);
  expect([lines.begun(), lines.idle()]).toEqual([false, []]);
  // A suffix that comes late.
  expect(lines.feed(Buffer.from('\r'))).toEqual([]);
});

test('with the wrong suffix chosen, silence ends the code and its real suffix is no part of it', () => {
  for (const [suffix, sent] of [
    ['cr', `${gtin}\n`],
    ['lf', `${gtin}\r`],
  ] as const) {
    const lines = createLines(suffix);
    expect(lines.feed(Buffer.from(sent))).toEqual([]);
    expect(texts(lines.idle())).toEqual([gtin]);
  }
});

test('rubbish alone begins nothing', () => {
  const lines = createLines('any');
  lines.feed(Uint8Array.of(0, 0, 2, 0x11, 0x7f));
  expect([lines.begun(), lines.removed()]).toEqual([false, false]);
});

test('8192 bytes are a code; more are dropped as one, up to the suffix or a silence', () => {
  const most = 'x'.repeat(8192);
  expect(texts(read('any', `${most}\r`))).toEqual([most]);
  expect(texts(read('any', `${most}x`, most, `${most}\r${gtin}\r`))).toEqual(['long', gtin]);

  const lines = createLines('any');
  expect(texts(lines.feed(Buffer.from(`${most}xyz`)))).toEqual(['long']);
  expect([lines.begun(), lines.idle(), lines.begun()]).toEqual([true, [], false]);
  expect(texts(lines.feed(Buffer.from(`${gtin}\r`)))).toEqual([gtin]);
});

test('a device that goes takes its half code with it', () => {
  const lines = createLines('any');
  lines.feed(Buffer.from('59012'));
  expect([lines.removed(), lines.removed()]).toEqual([true, false]);
  expect(texts(lines.feed(Buffer.from('34123457\r')))).toEqual(['34123457']);
});

const alphabet = ['a', 'Z', '0', '9', '/', ':', '?', '=', ']', 'Q', '\t', '\x1d', 'æ', 'Å', '€', '本'];
const ends: Readonly<Record<Suffix, readonly string[]>> = {
  any: ['\r', '\n', '\r\n'],
  cr: ['\r', '\r\n'],
  lf: ['\n', '\r\n'],
};

test('40 000 codes of chance, cut into reads anywhere, come out as they were', () => {
  const cuts = new Set<string>();
  for (let seed = 1; seed <= 400; seed += 1) {
    const random = seeded(seed);
    const suffix = (['any', 'cr', 'lf'] as const)[random(3)] ?? 'any';
    const inside = { any: [], cr: ['\n'], lf: ['\r'] }[suffix];
    const signs = [...alphabet, ...inside];
    const codes = Array.from({ length: 100 }, () => {
      const length = 1 + random(random(20) === 0 ? 400 : 40);
      const text = Array.from({ length }, () => signs[random(signs.length)]).join('');
      // A letter at either end: a sign there could belong to the suffix or make an identifier.
      return `x${text}x`;
    });
    const sent = codes.map((code) => {
      const noise = random(5) === 0 ? '\0' : '';
      return `${noise}${code}${ends[suffix][random(ends[suffix].length)]}`;
    });
    const stream = Buffer.from(sent.join(''));

    const lines = createLines(suffix);
    const out: string[] = [];
    for (let at = 0; at < stream.length; ) {
      const size = 1 + random(random(2) === 0 ? 3 : 200);
      const part = stream.subarray(at, at + size);
      at += size;
      const found = texts(lines.feed(part));
      cuts.add(found.length === 0 ? 'none' : found.length === 1 ? 'one' : 'several');
      out.push(...found);
    }
    expect({ seed, out }).toEqual({ seed, out: codes });
    expect(lines.removed()).toBe(false);
  }
  expect([...cuts].sort()).toEqual(['none', 'one', 'several']);
});

test('bytes of chance: nothing throws, nothing is empty or too long', () => {
  const random = seeded(5);
  let scans = 0;
  for (const suffix of ['any', 'cr', 'lf'] as const) {
    const lines = createLines(suffix);
    for (let round = 0; round < 2000; round += 1) {
      const bytes = Uint8Array.from({ length: random(random(50) === 0 ? 9000 : 60) }, () => random(256));
      const outcomes = [...lines.feed(bytes), ...(random(10) === 0 ? lines.idle() : [])];
      for (const outcome of outcomes) {
        if (outcome.kind !== 'scan') continue;
        scans += 1;
        expect(outcome.text).not.toBe('');
        expect(outcome.text.length).toBeLessThanOrEqual(8192);
      }
    }
  }
  expect(scans).toBeGreaterThan(1000);
});
