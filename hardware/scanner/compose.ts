/**
 * Text to reports, the way a scanner sends it: the other direction of `layouts.ts`, for simulated scanners and for
 * tests. Layout A when the symbology is told, layout C when it is not (scanners.md 4).
 */

export type ComposedLayout = 'A' | 'B' | 'C';

const places = {
  A: { aim: 2, data: 5 },
  B: { aim: 3, data: 6 },
  C: { aim: null, data: 2 },
} as const;

/** Reports of 64 bytes, id included. The bytes of an empty text make one report with count 0. */
export function composeReports(
  text: string | Uint8Array,
  symbology: string | null,
  layout: ComposedLayout = symbology === null ? 'C' : 'A',
): readonly Uint8Array[] {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  const place = places[layout];
  const reports: Uint8Array[] = [];
  for (let at = 0; at === 0 || at < bytes.length; at += 56) {
    const part = bytes.subarray(at, at + 56);
    const report = new Uint8Array(64);
    report[0] = 2;
    report[1] = part.length;
    report.set(part, place.data);
    if (place.aim !== null && symbology !== null) report.set(Buffer.from(symbology, 'latin1'), place.aim);
    report[63] = at + 56 < bytes.length ? 1 : 0;
    reports.push(report);
  }
  return reports;
}
