/** Every recording and every further case of scanners.md 7, at the level of bytes and milliseconds. */

import { describe, expect, test } from 'vitest';
import { type Assembly, createAssembly, type Outcome } from './assembly.ts';
import { composeReports } from './compose.ts';
import { readForms } from './descriptor.ts';
import { readRecordings } from './recordings.ts';

const honeywell = { vendorId: 0x0c2e, described: [] };
const zebra = { vendorId: 0x05e0, described: [] };
const newland = { vendorId: 0x1eab, described: [] };
const unknown = { vendorId: 0x1234, described: [] };

const personal = 'https://qr.vipps.no/28/2/01/031/4712345678?v=1';
const token = 'https://qr.vipps.no/p/0f8c2c6e-6d1c-4b0a-9a3e-6c1f0b7d2a55.AbCdEf0123456789-_xyz';

function play(assembly: Assembly, reports: readonly Uint8Array[], at = 1000, step = 8): readonly Outcome[] {
  return reports.map((report, index) => assembly.feed(report, at + index * step, false));
}

function texts(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.flatMap((one) => (one.kind === 'scan' ? [one.text] : []));
}

const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex');

function edited(report: Uint8Array | undefined, changes: Readonly<Record<number, number>>): Uint8Array {
  const copy = Uint8Array.from(report ?? []);
  for (const [at, byte] of Object.entries(changes)) copy[Number(at)] = byte;
  return copy;
}

const recordings = readRecordings().filter((one) => one.layout !== 'keyboard');

describe('recordings', () => {
  test('there are captures and composed ones of each layout', () => {
    const kinds = recordings.map((one) => `${one.kind} ${one.layout}`);
    expect([...new Set(kinds)].sort()).toEqual([
      'capture A',
      'capture B',
      'composed A',
      'composed B',
      'composed C',
    ]);
    expect(recordings).toHaveLength(15);
  });

  for (const recording of recordings) {
    for (const vendorId of [recording.vendorId, 0x1234]) {
      const known = vendorId === 0x1234 ? 'unknown maker' : 'known maker';
      test(`${recording.name}, ${known}`, () => {
        const outcomes = play(createAssembly({ vendorId, described: [] }), recording.reports);
        const more = recording.reports.slice(1).map((): Outcome => ({ kind: 'more' }));
        const last: Outcome =
          recording.text === ''
            ? { kind: 'dropped', why: 'empty' }
            : { kind: 'scan', text: recording.text, symbology: recording.aim, layout: recording.layout };
        expect(outcomes).toEqual([...more, last]);
      });
    }
  }
});

describe('further cases', () => {
  test('foreign reports are ignored and counted, even within a scan', () => {
    const assembly = createAssembly(honeywell);
    const [first, second] = composeReports(token, ']Q1');
    const foreign = [edited(second, { 0: 0x03 }), edited(second, { 0: 0xfd })];
    const outcomes = play(
      assembly,
      [first, ...foreign, second].flatMap((one) => (one ? [one] : [])),
    );
    expect(texts(outcomes)).toEqual([token]);
    expect([...assembly.dropped()]).toEqual([['foreign', 2]]);
  });

  test('a short read is rejected; after half a second the next scan counts', () => {
    const assembly = createAssembly(honeywell);
    const [report] = composeReports(personal, ']Q1');
    const short = (report ?? new Uint8Array()).slice(0, 12);
    expect(play(assembly, [short])).toEqual([{ kind: 'dropped', why: 'garbled' }]);
    expect(texts(play(assembly, composeReports(personal, ']Q1'), 1501))).toEqual([personal]);
  });

  test('a short read in the middle takes the whole scan with it, not half of it', () => {
    const assembly = createAssembly(honeywell);
    const long = `${'x'.repeat(56)}${'y'.repeat(56)}z`;
    const [first, second, third] = composeReports(long, ']Q1').map((one, index) =>
      index === 1 ? one.slice(0, 12) : one,
    );
    const outcomes = play(
      assembly,
      [first, second, third].flatMap((one) => (one ? [one] : [])),
    );
    expect(outcomes).toEqual([
      { kind: 'more' },
      { kind: 'dropped', why: 'short' },
      { kind: 'dropped', why: 'rest' },
    ]);
    expect(texts(play(assembly, composeReports(personal, ']Q1'), 1030))).toEqual([personal]);
  });

  test('a count beyond the report is rejected, and the next report counts', () => {
    for (const [hints, layout] of [
      [honeywell, 'A'],
      [newland, 'C'],
    ] as const) {
      const assembly = createAssembly(hints);
      const reports = composeReports('5901234123457', layout === 'A' ? ']E0' : null, layout);
      const damaged = edited(reports[0], { 1: 0xff });
      expect(play(assembly, [damaged])).toEqual([{ kind: 'dropped', why: 'count' }]);
      expect(texts(play(assembly, reports, 1010))).toEqual(['5901234123457']);
    }
  });

  test('in layout B a second count byte other than 0 is refused', () => {
    const [report] = composeReports('5901234123457', ']E0', 'B');
    expect(texts(play(createAssembly(zebra), [edited(report, { 2: 1 })]))).toEqual([]);
  });

  test('first part, then unplugged: no scan, and told as removed', () => {
    const assembly = createAssembly(honeywell);
    play(assembly, composeReports(token, ']Q1').slice(0, 1));
    expect(assembly.removed()).toBe(true);
    expect([...assembly.dropped()]).toEqual([['removed', 1]]);
    expect(texts(play(assembly, composeReports(token, ']Q1').slice(1), 1010))).toEqual([token.slice(56)]);
    expect(assembly.removed()).toBe(false);
  });

  test('first part, then nothing for more than 500 ms, then a new scan: the first is dropped', () => {
    const assembly = createAssembly(honeywell);
    play(assembly, composeReports(token, ']Q1').slice(0, 1));
    expect(texts(play(assembly, composeReports(personal, ']Q1'), 1501))).toEqual([personal]);
    expect([...assembly.dropped()]).toEqual([['timeout', 1]]);
  });

  test('a continuation after exactly 500 ms still belongs to the scan', () => {
    expect(texts(play(createAssembly(honeywell), composeReports(token, ']Q1'), 1000, 500))).toEqual([token]);
  });

  test('first part, then at once another symbology: neither is glued to the other', () => {
    const assembly = createAssembly(honeywell);
    play(assembly, composeReports(token, ']Q1').slice(0, 1));
    expect(play(assembly, composeReports('5901234123457', ']E0'), 1100)).toEqual([
      { kind: 'dropped', why: 'torn' },
    ]);
    expect(texts(play(assembly, composeReports('5901234123457', ']E0'), 1200))).toEqual(['5901234123457']);
  });

  test('text that begins with ] in layout C is not taken for layout A', () => {
    for (const hints of [newland, unknown]) {
      for (const text of [']Q1', ']Q1 hello', `]Q1${'x'.repeat(53)}`, ']C0123', token.replace('h', ']')]) {
        const [outcome] = play(createAssembly(hints), composeReports(text, null)).slice(-1);
        expect(outcome).toEqual({ kind: 'scan', text, symbology: null, layout: 'C' });
      }
    }
  });

  test('NUL inside the data is kept, since the count rules', () => {
    const bytes = hex('41 00 42 43 44');
    for (const [hints, aim, layout] of [
      [honeywell, ']C0', 'A'],
      [zebra, ']C0', 'B'],
      [newland, null, 'C'],
    ] as const) {
      expect(texts(play(createAssembly(hints), composeReports(bytes, aim, layout)))).toEqual(['A\0BCD']);
    }
  });

  test('ÆØÅ across two reports is decoded after joining', () => {
    const text = `${'x'.repeat(55)}ÆØÅ`;
    expect(texts(play(createAssembly(honeywell), composeReports(text, ']Q1')))).toEqual([text]);
  });

  test('bytes that are not UTF-8 are Latin-1', () => {
    const bytes = Buffer.from('BLÅBÆR', 'latin1');
    expect(texts(play(createAssembly(honeywell), composeReports(bytes, ']C0')))).toEqual(['BLÅBÆR']);
  });

  test('one suffix of CR, LF or CRLF is stripped, once', () => {
    const read = (text: string) => texts(play(createAssembly(honeywell), composeReports(text, ']E0')));
    expect(['a\r', 'a\n', 'a\r\n', 'a\r\r', 'a\n\r', 'a\n\n'].map(read)).toEqual([
      ['a'],
      ['a'],
      ['a'],
      ['a\r'],
      ['a\n'],
      ['a\n'],
    ]);
    expect(play(createAssembly(honeywell), composeReports('\r\n', ']E0'))).toEqual([
      { kind: 'dropped', why: 'empty' },
    ]);
  });

  test('two scans within 50 ms are two events, also of the same text', () => {
    const reports = [...composeReports('5901234123457', ']E0'), ...composeReports('5901234123457', ']E0')];
    expect(texts(play(createAssembly(honeywell), reports, 1000, 40))).toEqual([
      '5901234123457',
      '5901234123457',
    ]);
  });

  test('a stale scan is dropped whole, even when its end comes later', () => {
    const assembly = createAssembly(honeywell);
    const [first, second] = composeReports(token, ']Q1');
    expect(assembly.feed(first ?? new Uint8Array(), 240, true)).toEqual({ kind: 'more' });
    expect(assembly.feed(second ?? new Uint8Array(), 255, false)).toEqual({ kind: 'dropped', why: 'stale' });
    expect(texts(play(assembly, composeReports(personal, ']Q1'), 260))).toEqual([personal]);
  });

  test('answers to commands are no scans', () => {
    const assembly = createAssembly(honeywell);
    expect(play(assembly, [...composeReports('ok', ']X0'), ...composeReports('ok', ']Z6')])).toEqual([
      { kind: 'dropped', why: 'reply' },
      { kind: 'dropped', why: 'reply' },
    ]);
  });

  test('Windows pads reports with zeros; anything else behind a report is not believed', () => {
    const [report] = composeReports(personal, ']Q1');
    const padded = new Uint8Array(80);
    padded.set(report ?? []);
    expect(texts(play(createAssembly(honeywell), [padded]))).toEqual([personal]);
    expect(texts(play(createAssembly(honeywell), [edited(padded, { 70: 1 })]))).toEqual([]);
  });

  test('a scan that never ends is given up before it fills the memory', () => {
    const assembly = createAssembly(honeywell);
    const [endless] = composeReports('x'.repeat(57), ']Q1');
    const outcomes = play(
      assembly,
      Array.from({ length: 1000 }, () => endless ?? new Uint8Array()),
    );
    expect(outcomes.filter((one) => one.kind === 'scan')).toEqual([]);
    expect(assembly.dropped().get('long')).toBe(1);
  });

  test('a scan of exactly full reports may end with an empty one', () => {
    const [full] = composeReports('x'.repeat(57), ']Q1');
    const [empty] = composeReports('', ']Q1');
    expect(
      texts(
        play(
          createAssembly(honeywell),
          [full, empty].flatMap((one) => (one ? [one] : [])),
        ),
      ),
    ).toEqual(['x'.repeat(56)]);
  });
});

describe('other devices', () => {
  test('Microscan: report id 1 and 62 data bytes', () => {
    const report = new Uint8Array(64);
    report.set([1, 5, 0x68, 0x65, 0x6c, 0x6c, 0x6f]);
    expect(play(createAssembly(unknown), [report])).toEqual([
      { kind: 'scan', text: 'hello', symbology: null, layout: 'Microscan' },
    ]);
  });

  test('62 bytes: layout A without the vendor bytes; 61: also without count', () => {
    const [long] = composeReports('306030209223', ']E0');
    const all = long ?? new Uint8Array();
    const short = Uint8Array.of(...all.subarray(0, 61), 0);
    const countless = Uint8Array.of(2, ...all.subarray(2, 61), 0);
    expect([short.length, countless.length]).toEqual([62, 61]);
    for (const hints of [honeywell, unknown]) {
      expect(texts(play(createAssembly(hints), [short]))).toEqual(['306030209223']);
      expect(texts(play(createAssembly(hints), [countless]))).toEqual(['306030209223']);
    }
  });

  test('a letter tells the symbology where the AIM identifier is blank', () => {
    const [report] = composeReports(personal, ']Q1');
    const blank = edited(report, { 2: 0, 3: 0, 4: 0, 61: 0x73 });
    expect(play(createAssembly(honeywell), [blank])).toEqual([
      { kind: 'scan', text: personal, symbology: ']Q1', layout: 'A' },
    ]);
  });

  test('a descriptor outweighs maker and guess', () => {
    // Layout A as published (scanners.md 4), here for a device that claims to be a Newland.
    const described = readForms(
      hex(`058c0902a1018502 0912a102 150026ff00 7508 9501 0501 093b 8102
           9503 058c 09fb09fc09fd 8102 9538 09fe 820201 2501 7501 9501 09ff 8102 7507 8103 c0c0`),
    );
    const [long] = composeReports('306030209223', ']E0');
    const report = Uint8Array.of(...(long ?? new Uint8Array()).subarray(0, 61), 0);
    expect(play(createAssembly({ vendorId: 0x1eab, described }), [report])).toEqual([
      { kind: 'scan', text: '306030209223', symbology: ']E0', layout: 'descriptor' },
    ]);
  });
});
