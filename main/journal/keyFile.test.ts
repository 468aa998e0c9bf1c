/** The key of a data folder: made once, never replaced. */

import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadOrCreateKeyFile } from './keyFile.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klubbkassa-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is made on first use, for its owner only, and found again', () => {
  const made = loadOrCreateKeyFile(folder);
  expect(made.ok && made.value.length).toBe(64);
  expect(statSync(join(folder, 'till.key')).mode & 0o777).toBe(0o600);
  expect(loadOrCreateKeyFile(folder)).toEqual(made);
});

it('is not made anew beside a journal: what is sealed in it would be lost for good', () => {
  writeFileSync(join(folder, 'till.sqlite'), 'a journal of an earlier day');
  expect(loadOrCreateKeyFile(folder)).toEqual({ ok: false, fault: { kind: 'secretsUnavailable' } });
});

it('is refused when it is no key', () => {
  writeFileSync(join(folder, 'till.key'), 'short');
  expect(loadOrCreateKeyFile(folder)).toEqual({ ok: false, fault: { kind: 'secretsUnavailable' } });
});
