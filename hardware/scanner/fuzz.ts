/**
 * Scans that are mutated, torn and sprinkled with rubbish, by seed, and what must come of each. Mutations and rubbish are
 * such as a report lets one notice; HID POS has no checksum, so a flipped letter inside the data cannot be seen by anyone.
 */

import { seeded } from '../simulated/seeded.ts';
import { continuationMs, createAssembly, type Dropped } from './assembly.ts';
import { composeReports } from './compose.ts';
import { readForms } from './descriptor.ts';
import {
  type FormHints,
  layoutA,
  layoutACountless,
  layoutB,
  layoutC,
  layoutMicroscan,
  type ReportForm,
} from './layouts.ts';

/** One thing that was done to a device, and what came out. */
export interface Episode {
  readonly device: string;
  readonly mutation: Mutation;
  /** Nothing may come of it. */
  readonly damaged: boolean;
  /** The text that was scanned; `null` for a report of chance, which has none. */
  readonly sent: string | null;
  readonly got: readonly string[];
  /** How many of these are neither what was scanned nor written in a report of chance. */
  readonly neverSent: number;
  readonly reports: number;
}

export interface Fuzz {
  next(): Episode;
  dropped(): ReadonlyMap<Dropped, number>;
}

export const mutations = [
  'none',
  'truncated',
  'count',
  'symbology',
  'foreign',
  'unplugged',
  'cutOff',
  'emptied',
  'rubbishBefore',
  'rubbishWithin',
  'chance',
] as const;
export type Mutation = (typeof mutations)[number];

interface FuzzDevice {
  readonly name: string;
  readonly hints: FormHints;
  readonly form: ReportForm;
  /** The most characters of a scan. */
  readonly longest: number;
  compose(text: string, aim: string | null): readonly Uint8Array[];
}

/** Honeywell's descriptor with the two bytes of its own that real devices have (scanners.md 4). */
const described = readForms(
  Buffer.from(
    '058c0902a10185020912a102150026ff00750895010501093b8102058c950309fb09fc09fd8102953809fe820201750895020bf400008c8102150025017501950109ff810295078103c0c0',
    'hex',
  ),
);

const makers = { honeywell: 0x0c2e, zebra: 0x05e0, newland: 0x1eab, nobody: 0x1234 } as const;

function device(
  name: string,
  vendorId: number,
  form: ReportForm,
  more: Partial<Pick<FuzzDevice, 'longest' | 'compose'>> & Partial<FormHints> = {},
): FuzzDevice {
  const { described: forms = [], ...over } = more;
  const layout = form === layoutB ? 'B' : form === layoutC ? 'C' : 'A';
  const compose = (text: string, aim: string | null) => composeReports(text, aim, layout);
  return { name, hints: { vendorId, described: forms }, form, longest: 300, compose, ...over };
}

const countless: FuzzDevice['compose'] = (text, aim) =>
  composeReports(text, aim, 'A').map((report) =>
    Uint8Array.from([2, ...report.subarray(2, 61), report[63] ?? 0]),
  );

const microscan: FuzzDevice['compose'] = (text) => {
  const bytes = Buffer.from(text, 'utf8');
  const report = new Uint8Array(64);
  report.set([1, bytes.length]);
  report.set(bytes, 2);
  return [report];
};

export const devices: readonly FuzzDevice[] = [
  device('A, by its maker', makers.honeywell, layoutA),
  device('B, by its maker', makers.zebra, layoutB),
  device('C, by its maker', makers.newland, layoutC),
  device('A, by its descriptor', makers.honeywell, layoutA, { described }),
  device('A, by what it sends', makers.nobody, layoutA),
  device('B, by what it sends', makers.nobody, layoutB),
  device('C, by what it sends', makers.nobody, layoutC),
  device('A without count', makers.honeywell, layoutACountless, { compose: countless }),
  // One report holds it all: 62 bytes, of which a letter of the alphabet below takes up to two.
  device('Microscan', makers.nobody, layoutMicroscan, { longest: 31, compose: microscan }),
];

const alphabet = 'abcXYZ0123456789/.:?=-_]ÆøÅ';
const aims = [']Q1', ']E0', ']C0', ']d2'] as const;

type Chance = (below: number) => number;

function oneOf<T>(random: Chance, from: readonly T[]): T {
  const one = from[random(from.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}

/** One device of chance, and one thing after the other that is done to it. The same for the same seed. */
export function createFuzz(seed: number): Fuzz {
  const random = seeded(seed);
  const played = oneOf(random, devices);
  const assembly = createAssembly(played.hints);
  let at = 1000;

  function feed(reports: readonly Uint8Array[]): readonly string[] {
    return reports.flatMap((report) => {
      at += random(20);
      const outcome = assembly.feed(report, at, false);
      return outcome.kind === 'scan' ? [outcome.text] : [];
    });
  }

  function next(): Episode {
    const mutation = oneOf(random, mutations);
    // What was damaged before may have left the assembly waiting for the end of a scan.
    at += continuationMs + 1;
    if (mutation === 'chance') return ofChance();
    const length = 1 + random(Math.min(played.longest, random(4) === 0 ? 300 : 60));
    const sent = Array.from({ length }, () => alphabet[random(alphabet.length)]).join('');
    const aim = played.form.aimAt === null ? null : oneOf(random, aims);
    const scan = played.compose(sent, aim);
    const { reports, damaged, unplugged } = mutated(mutation, scan, played.form, random);
    const got = feed(reports);
    if (unplugged) assembly.removed();
    const neverSent = got.filter((text) => text !== sent).length;
    return { device: played.name, mutation, damaged, sent, got, neverSent, reports: reports.length };
  }

  function ofChance(): Episode {
    const report = reportOfChance(played.form, random);
    const got = feed([report]);
    const isWritten = (text: string) =>
      (['utf8', 'latin1'] as const).some((coding) => report.includes(Buffer.from(text, coding)));
    const neverSent = got.filter((text) => !isWritten(text)).length;
    const { name } = played;
    return { device: name, mutation: 'chance', damaged: false, sent: null, got, neverSent, reports: 1 };
  }

  return { next, dropped: () => assembly.dropped() };
}

interface Mutated {
  readonly reports: readonly Uint8Array[];
  readonly damaged: boolean;
  readonly unplugged: boolean;
}

/** A mutation that does not fit the scan leaves it whole. */
function mutated(mutation: Mutation, scan: readonly Uint8Array[], form: ReportForm, random: Chance): Mutated {
  const target = random(scan.length);
  const whole: Mutated = { reports: scan, damaged: false, unplugged: false };
  const damaged = (change: (report: Uint8Array) => Uint8Array): Mutated => ({
    ...whole,
    reports: scan.map((report, index) => (index === target ? change(report) : report)),
    damaged: true,
  });
  const withByte = (place: number, byte: number) =>
    damaged((report) => report.map((old, index) => (index === place ? byte : old)));

  switch (mutation) {
    case 'truncated':
      return damaged((report) => report.slice(0, random(60)));
    case 'count':
      return form.count === null ? whole : withByte(form.count.at, tooMany(form, random));
    case 'symbology':
      // `I` is a family that none of the scans is of.
      return form.aimAt === null || scan.length === 1 ? whole : withByte(form.aimAt + 1, 0x49);
    case 'emptied':
      return form.count === null || scan.length > 1 ? whole : withByte(form.count.at, 0);
    case 'foreign': {
      const report = Uint8Array.from(scan[target] ?? []);
      report[0] = 3 + random(253);
      return { ...whole, reports: scan.toSpliced(target, 0, report) };
    }
    case 'unplugged':
    case 'cutOff':
      if (target === 0) return whole;
      return { reports: scan.slice(0, target), damaged: true, unplugged: mutation === 'unplugged' };
    case 'rubbishBefore': {
      const { report, goesOn } = rubbish(form, random);
      return { ...whole, reports: [report, ...scan], damaged: goesOn };
    }
    case 'rubbishWithin':
      if (target === 0) return whole;
      return { ...whole, reports: scan.toSpliced(target, 0, rubbish(form, random).report), damaged: true };
    default:
      return whole;
  }
}

/** A report of the device's own number that is none; `goesOn`: it seems to be the beginning of a longer scan. */
function rubbish(
  form: ReportForm,
  random: Chance,
): { readonly report: Uint8Array; readonly goesOn: boolean } {
  const isCut = form.count === null || random(2) === 0;
  const report = randomReport(isCut ? 1 + random(59) : form.length, random);
  report[0] = form.reportId ?? 0;
  if (!isCut && form.count !== null) report[form.count.at] = tooMany(form, random);
  // No AIM identifier by chance.
  for (let place = 2; place < 5 && place < report.length; place += 1) report[place] = 0x21;
  const { continued } = form;
  const bit = continued === null ? 0 : (report[continued.at] ?? 0) & continued.mask;
  // Where nothing can go on, nothing is waited for.
  return { report, goesOn: continued !== null && (isCut || bit !== 0) };
}

/** Often with a number, a count and an identifier that could be those of a scan; never one that goes on. */
function reportOfChance(form: ReportForm, random: Chance): Buffer {
  const report = Buffer.from(randomReport(random(3) === 0 ? random(80) : form.length, random));
  if (random(4) > 0 && report.length > 0) report[0] = 1 + random(2);
  if (random(4) > 0 && report.length > 1) report[1] = random(58);
  if (random(2) > 0 && report.length >= 60) report.write(oneOf(random, aims), 1 + random(3));
  for (const last of [60, 61, 63])
    if (last < report.length) report.writeUInt8((report[last] ?? 0) & 0xfe, last);
  return report;
}

function randomReport(length: number, random: Chance): Uint8Array {
  return Uint8Array.from({ length }, () => random(256));
}

/** But 0x5D, a `]`: with it a report of a device of which nothing is known can be a whole one of another layout. */
function tooMany({ dataBytes }: ReportForm, random: Chance): number {
  const count = dataBytes + 1 + random(254 - dataBytes);
  return count < 0x5d ? count : count + 1;
}
