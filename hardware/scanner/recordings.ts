/**
 * Recorded scans for tests: text files with `<= hex` for each input report and
 * the text that was scanned. Real captures and ones composed after the same layouts; each file says which it is.
 */

import { readdirSync, readFileSync } from 'node:fs';

export interface Recording {
  readonly name: string;
  readonly kind: 'capture' | 'composed';
  /** A, B, C, or `keyboard` for boot reports of a wedge. */
  readonly layout: string;
  readonly vendorId: number;
  readonly aim: string | null;
  readonly reports: readonly Uint8Array[];
  readonly text: string;
}

const folder = new URL('./recordings/', import.meta.url);

export function readRecordings(): readonly Recording[] {
  return readdirSync(folder)
    .sort()
    .map((file) => parse(file.replace(/\.txt$/, ''), readFileSync(new URL(file, folder), 'utf8')));
}

function parse(name: string, content: string): Recording {
  const lines = content.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const field = (key: string): string =>
    lines.find((line) => line === key || line.startsWith(`${key} `))?.slice(key.length + 1) ?? '';
  const kind = field('kind');
  if (kind !== 'capture' && kind !== 'composed') throw new Error(`${name}: kind is ${kind}`);
  const aim = field('aim');
  return {
    name,
    kind,
    layout: field('layout'),
    vendorId: Number.parseInt(field('vendor') || '0', 16),
    aim: aim === '' || aim === '-' ? null : aim,
    reports: lines.filter((line) => line.startsWith('<= ')).map((line) => Buffer.from(line.slice(3), 'hex')),
    text: field('text'),
  };
}
