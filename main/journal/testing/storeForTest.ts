/** What storage tests share: the drivers this runtime has, a folder of their own, an open store, a key. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { instant } from '../../../app/kernel/time.ts';
import { type OpenOptions, openStore, type Store } from '../open.ts';
import { type DriverName, hasBuiltIn } from '../sqlite.ts';
import { createVault, type Vault } from '../vault.ts';

/** Both where the runtime has both; the built-in is missing on Node 20. */
export const driversHere: readonly DriverName[] = hasBuiltIn()
  ? ['node:sqlite', '@photostructure/sqlite']
  : ['@photostructure/sqlite'];

export const testTime = instant(Date.UTC(2026, 2, 1, 8, 9, 10, 123));

/** Gone again when the test that asked for it is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'klubbkassa-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The same for `beforeAll`: gone when the file's tests are over. */
export function removedLater(): string {
  const folder = mkdtempSync(join(tmpdir(), 'klubbkassa-test-'));
  shared.push(folder);
  return folder;
}

const shared: string[] = [];
afterAll(() => {
  for (const folder of shared.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Opens or fails the test. */
export async function openForTest(folder: string, options: Partial<OpenOptions> = {}): Promise<Store> {
  const opened = await openStore({ folder, now: testTime, ...options });
  if (!opened.ok) throw new Error(`could not open the store: ${opened.fault.kind}`);
  return opened.value;
}

/** The same key every time, so that a reopened store can be read. */
export function vaultForTest(fill = 7): Vault {
  return createVault(new Uint8Array(64).fill(fill));
}
