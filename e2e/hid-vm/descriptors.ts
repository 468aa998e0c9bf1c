/** Report descriptors of the devices that are plugged in, put together field by field (HID 1.11, 6.2.2; scanners.md 2). */

interface Field {
  readonly page: number;
  readonly usages: readonly number[];
  readonly bits: 1 | 8 | 16;
  readonly count: number;
}

const barcodes = 0x8c;
/** A page of its maker's own: nobody can tell from it what the bytes mean. */
const makersOwn = 0xff00;

const byteCount = (bits: 8 | 16): Field => ({ page: 0x01, usages: [0x3b], bits, count: 1 });
const aim: Field = { page: barcodes, usages: [0xfb, 0xfc, 0xfd], bits: 8, count: 3 };
const data: Field = { page: barcodes, usages: [0xfe], bits: 8, count: 56 };
const letter: Field = { page: 0xff66, usages: [0x04], bits: 8, count: 1 };
const own = (count: number): Field => ({ page: makersOwn, usages: [0x01], bits: 8, count });
const continued: Field = { page: barcodes, usages: [0xff], bits: 1, count: 1 };
const sevenBits: Field = { page: makersOwn, usages: [0x02], bits: 1, count: 7 };

/** Reports of 64 bytes, id included, as scanners.md 4 has them. */
const layouts: Readonly<Record<string, readonly Field[]>> = {
  A: [byteCount(8), aim, data, letter, own(1), continued, sevenBits],
  B: [byteCount(16), aim, data, letter, continued, sevenBits],
  C: [byteCount(8), data, own(5), continued, sevenBits],
};

/** A scanner whose descriptor says where count, identifier, data and continued bit lie. */
export function telling(layout: string): Uint8Array {
  const fields = layouts[layout];
  if (fields === undefined) throw new Error(`no layout ${layout}`);
  return scanner(fields);
}

/** A scanner whose descriptor says no more than how long its reports are: the maker has to be known. */
export const silent = scanner([own(63)]);

export const keyboard = collection(0x01, 0x06, [{ page: 0x07, usages: [0xe0], bits: 8, count: 8 }]);
export const mouse = collection(0x01, 0x02, [{ page: 0x01, usages: [0x30, 0x31], bits: 8, count: 2 }]);

/** A keyboard that is set up through an interface at 0x8C:0x01 (scanners.md 2). */
export const keyboardWithSetup = Uint8Array.from([
  ...collection(0x01, 0x06, [numbered(1), { page: 0x07, usages: [0xe0], bits: 8, count: 8 }]),
  ...collection(barcodes, 0x01, [numbered(2), own(63)]),
]);

interface Numbered {
  readonly id: number;
}

function numbered(id: number): Numbered {
  return { id };
}

/** Beside its scans, on report 2, it has a report 3 that is nobody's business. */
function scanner(fields: readonly Field[]): Uint8Array {
  return collection(barcodes, 0x02, [numbered(2), ...fields, numbered(3), own(63)]);
}

function collection(page: number, usage: number, content: readonly (Field | Numbered)[]): Uint8Array {
  return Uint8Array.from([...onPage(page), 0x09, usage, 0xa1, 0x01, ...content.flatMap(items), 0xc0]);
}

function items(one: Field | Numbered): readonly number[] {
  if ('id' in one) return [0x85, one.id];
  const { page, usages, bits, count } = one;
  const most = bits === 1 ? [0x25, 0x01] : [0x26, 0xff, 0x00];
  const named = usages.flatMap((usage) => [0x09, usage]);
  return [...onPage(page), ...named, 0x15, 0x00, ...most, 0x75, bits, 0x95, count, 0x81, 0x02];
}

function onPage(page: number): readonly number[] {
  return page < 0x100 ? [0x05, page] : [0x06, page & 0xff, page >> 8];
}
