/** The tokens of the headless till, one for each audience. */

import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keptTokens } from './tokens.ts';

test('tokens are long, differ, stay the same, and are the owner’s alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'klubbkassa-tokens-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const tokens = keptTokens(folder);
  expect(keptTokens(folder)).toEqual(tokens);
  expect(new Set(Object.values(tokens)).size).toBe(4);
  for (const token of Object.values(tokens)) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'tokens.json')).mode & 0o777).toBe(0o600);
  writeFileSync(join(folder, 'tokens.json'), '{"cashier": ""}');
  expect(keptTokens(folder).cashier).toMatch(/^[A-Za-z0-9_-]{43}$/);
});
