/** The table of the field's failures against the tests it names. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const docs = join(root, 'docs');
const table = readFileSync(join(docs, 'field-failures.md'), 'utf8');

const rows = table
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [number = '', thread = '', there = '', here = '', tests = ''] = line.slice(2, -2).split(' | ');
    const named = [...tests.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, name = '', file = '']) => ({
      name,
      file,
    }));
    return { number: Number(number), thread, there, here, named };
  });

const stories = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.test.ts'))
  .flatMap((file) => {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    return [...text.matchAll(/'(\d+) ([^'\n]+)'/g)].map(([, number = '', rest = '']) => ({
      number: Number(number),
      name: `${number} ${rest.replace(' (%s)', '')}`,
    }));
  });

describe('the table of the field’s failures', () => {
  it('has every report once, in order, with its thread and both sentences', () => {
    const from = (first: number, last: number) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index);
    expect(rows.map(({ number }) => number)).toEqual([...from(1, 40), ...from(48, 59), 63, 64]);
    for (const { thread, there, here } of rows) {
      expect(thread).toMatch(/^\[[^\]]+\]\(https:\/\/github\.com\/[^)]+\)/);
      expect([there, here].every((text) => text.length > 20)).toBe(true);
    }
  });

  it('names tests that are there', () => {
    const lost = rows
      .flatMap(({ named }) => named)
      .filter(({ name, file }) => !readFileSync(join(docs, file), 'utf8').includes(`'${name}`));
    expect(lost).toEqual([]);
  });

  it('names every story beside the report it is about', () => {
    expect(stories.length).toBeGreaterThan(40);
    const missing = stories.filter(
      ({ number, name }) =>
        !rows.some((row) => row.number === number && row.named.some((one) => one.name === name)),
    );
    expect(missing).toEqual([]);
  });

  it('says why where there is no test', () => {
    expect(
      rows.filter(({ named }) => named.length === 0).map(({ number, here }) => [number, here.split(':')[0]]),
    ).toEqual([
      [35, 'Cannot happen'],
      [57, 'Cannot happen'],
    ]);
  });
});
