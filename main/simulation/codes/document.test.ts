/** `docs/service-codes.md` against the rows that the tests beside this one try. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../training/errorCodes.ts';
import { type At, answers, doingOf, meaningOf, nameOf, neverAnswered } from '../testing/serviceAnswers.ts';

const text = readFileSync(join(import.meta.dirname, '../../../docs/service-codes.md'), 'utf8');
const written = text.split('\n').filter((line) => /^\| (\d|–)/.test(line));

const words: Readonly<Record<At, string>> = {
  create: 'request',
  read: 'reading',
  capture: 'capture',
  cancel: 'cancel',
  release: 'release',
  refund: 'refund',
};

/** One line for each answer and each thing that is done about it, with all the calls where it is so. */
function lines(): readonly string[] {
  const rows = new Map<string, string[]>();
  const inOrder = [...answers].sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en', { numeric: true }));
  for (const row of inOrder) {
    const line = `| ${nameOf(row)} | ${meaningOf(row)} | @ | ${doingOf(row)} |`;
    rows.set(line, [...(rows.get(line) ?? []), words[row.at]]);
  }
  return [...rows].map(([line, at]) => line.replace('@', at.join(', ')));
}

describe('the document of service codes', () => {
  it('has a row for every answer that is tried, and no other', () => {
    expect(written).toEqual([
      ...lines(),
      ...Object.entries(neverAnswered).map(([code, why]) => `| ${code} | ${why} |`),
    ]);
  });

  it('knows every code of the service', () => {
    const known = new Set([
      ...answers.flatMap(({ shape }) => ('code' in shape ? [shape.code] : [])),
      ...Object.keys(neverAnswered),
    ]);
    expect(Object.keys(errorCodes).filter((code) => !known.has(code))).toEqual([]);
  });
});
