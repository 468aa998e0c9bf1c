/**
 * Reads a HID report descriptor as far as a scanner needs it: where in which input report the byte count, the AIM
 * identifier, the data and the continued bit lie. Source: USB Device Class Definition for HID 1.11, 6.2.2; usages of
 * page 0x8C in scanners.md 2.
 */

import type { ReportForm } from './layouts.ts';

interface Element {
  /** Usage page in the high, usage id in the low 16 bits. */
  readonly usage: number;
  readonly bit: number;
  readonly bits: number;
}

interface Globals {
  readonly page: number;
  readonly size: number;
  readonly count: number;
  /** `null` until the descriptor numbers its reports. */
  readonly id: number | null;
}

const usages = {
  byteCount: 0x01_003b,
  aim1: 0x8c_00fb,
  aim2: 0x8c_00fc,
  aim3: 0x8c_00fd,
  data: 0x8c_00fe,
  continued: 0x8c_00ff,
  vendorLetter: 0xff66_0004,
} as const;

/** The longest report HID can describe that any scanner could send; a longer one is a damaged descriptor. */
const mostBits = 8 * 4096;

/** The forms of all input reports that carry decoded data; empty when there is none or the descriptor is damaged. */
export function readForms(descriptor: Uint8Array): readonly ReportForm[] {
  const reports = readInputReports(descriptor);
  if (reports === null) return [];
  const forms: ReportForm[] = [];
  for (const [id, report] of reports) {
    const form = formOf(id, report);
    if (form !== null) forms.push(form);
  }
  return forms;
}

interface InputReport {
  readonly elements: Element[];
  bits: number;
}

function readInputReports(bytes: Uint8Array): ReadonlyMap<number | null, InputReport> | null {
  const reports = new Map<number | null, InputReport>();
  const stack: Globals[] = [];
  let globals: Globals = { page: 0, size: 0, count: 0, id: null };
  let local: number[] = [];
  let least: number | null = null;

  for (let at = 0; at < bytes.length; ) {
    const prefix = bytes[at] ?? 0;
    if (prefix === 0xfe) {
      at += 3 + (bytes[at + 1] ?? 0);
      continue;
    }
    const length = [0, 1, 2, 4][prefix & 3] ?? 0;
    if (at + 1 + length > bytes.length) return null;
    const value = littleEndian(bytes, at + 1, length);
    at += 1 + length;

    switch (prefix & 0xfc) {
      case 0x04:
        globals = { ...globals, page: value };
        break;
      case 0x74:
        globals = { ...globals, size: value };
        break;
      case 0x94:
        globals = { ...globals, count: value };
        break;
      case 0x84:
        globals = { ...globals, id: value };
        break;
      case 0xa4:
        stack.push(globals);
        break;
      case 0xb4:
        globals = stack.pop() ?? globals;
        break;
      case 0x08:
        local.push(whole(value, length, globals.page));
        break;
      case 0x18:
        least = whole(value, length, globals.page);
        break;
      case 0x28: {
        const most = whole(value, length, globals.page);
        // 256 usages name every byte of a report that fits; more would only be a damaged descriptor.
        for (let usage = least ?? most; usage <= most && local.length < 256; usage += 1) local.push(usage);
        least = null;
        break;
      }
      case 0x80: {
        const report = reports.get(globals.id) ?? { elements: [], bits: globals.id === null ? 0 : 8 };
        reports.set(globals.id, report);
        if (globals.count > mostBits || report.bits + globals.count * globals.size > mostBits) return null;
        const constant = (value & 1) === 1;
        for (let index = 0; index < globals.count; index += 1) {
          const usage = local[Math.min(index, local.length - 1)];
          if (!constant && usage !== undefined) {
            report.elements.push({ usage, bit: report.bits, bits: globals.size });
          }
          report.bits += globals.size;
        }
        local = [];
        break;
      }
      case 0x90:
      case 0xb0:
      case 0xa0:
      case 0xc0:
        local = [];
        break;
      default:
        break;
    }
  }
  return reports;
}

function formOf(id: number | null, report: InputReport): ReportForm | null {
  const data = report.elements.filter((one) => one.usage === usages.data);
  const first = data[0];
  if (
    first === undefined ||
    !data.every((one, index) => one.bits === 8 && one.bit === first.bit + index * 8)
  ) {
    return null;
  }
  if (first.bit % 8 !== 0) return null;
  const count = find(report, usages.byteCount);
  const aim = [usages.aim1, usages.aim2, usages.aim3].map((usage) => byteAt(find(report, usage)));
  const aimAt = aim[0] ?? null;
  const inOrder = aimAt !== null && aim[1] === aimAt + 1 && aim[2] === aimAt + 2;
  const continued = find(report, usages.continued);
  const countAt = byteAt(count);
  return {
    name: 'descriptor',
    reportId: id,
    length: Math.ceil(report.bits / 8),
    count: countAt === null || count === null ? null : { at: countAt, bytes: count.bits === 16 ? 2 : 1 },
    aimAt: inOrder ? aimAt : null,
    aimIsProof: false,
    dataAt: first.bit / 8,
    dataBytes: data.length,
    letterAt: byteAt(find(report, usages.vendorLetter)),
    continued: continued === null ? null : { at: continued.bit >> 3, mask: 1 << (continued.bit & 7) },
  };
}

function find(report: InputReport, usage: number): Element | null {
  return report.elements.find((one) => one.usage === usage) ?? null;
}

/** Where a whole-byte element lies; `null` for one that does not start at a byte or is not 8 or 16 bits. */
function byteAt(element: Element | null): number | null {
  if (element === null || element.bit % 8 !== 0 || (element.bits !== 8 && element.bits !== 16)) return null;
  return element.bit / 8;
}

/** A usage of four bytes brings its page; a shorter one is on the current page. */
function whole(value: number, length: number, page: number): number {
  return length === 4 ? value : page * 0x1_0000 + value;
}

function littleEndian(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = length - 1; index >= 0; index -= 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}
