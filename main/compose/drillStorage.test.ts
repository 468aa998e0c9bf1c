/** A till that a drill has started waits for the one before it, as long as that may take and no longer. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { virtualClock } from '../../app/testing/virtualClock.ts';
import { createSystemIds } from '../ids.ts';
import { vaultKeyBytes } from '../journal/vault.ts';
import { type DrillMark, writeDrillMark } from '../settings/drillMark.ts';
import { openStorageAfterDrill } from './drillStorage.ts';
import { openStorage, type Storage, type StorageOptions } from './storage.ts';

const mark: DrillMark = {
  step: 'basket',
  saleId: 's-1',
  lines: [],
  total: 0,
  reference: null,
  at: '2026-11-25T12:00:00.000Z',
  checks: [],
};

let folder: string;
let dying: Storage | null;
let slept: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klubbkassa-storage-'));
  slept = 0;
  const opened = await openStorage(options(() => undefined));
  if (!opened.ok) throw new Error(opened.fault.kind);
  dying = opened.value;
});
afterEach(() => {
  letGo();
  rmSync(folder, { recursive: true, force: true });
});

/** The till before is gone. */
function letGo(): void {
  dying?.close();
  dying = null;
}

/** A clock on which looking at a locked folder takes long and sleeping no time of ours; `sleeping` is told of each sleep. */
function options(sleeping: (times: number) => void): StorageOptions {
  const clock = virtualClock();
  return {
    folder,
    key: new Uint8Array(vaultKeyBytes).fill(7),
    home: '47',
    ids: createSystemIds(),
    log: { info() {}, warn() {}, error() {} },
    clock: {
      ...clock,
      monotonic: () => slept * 25,
      async sleep(ms) {
        // The check behind the open till waits too, and longer: its time does not come here.
        if (ms > 1000) return new Promise<void>(() => undefined);
        slept += ms;
        sleeping(slept / ms);
      },
    },
  };
}

test('it opens the folder once the till before it is gone', async () => {
  writeDrillMark(folder, mark);
  const opened = await openStorageAfterDrill(options((times) => times === 3 && letGo()));
  expect([opened.ok, slept]).toEqual([true, 300]);
  if (opened.ok) opened.value.close();
});

test('it gives up after ten seconds', async () => {
  writeDrillMark(folder, mark);
  const opened = await openStorageAfterDrill(options(() => undefined));
  expect([opened, slept]).toEqual([{ ok: false, fault: { kind: 'storeLocked' } }, 400]);
});

test.each([
  ['without a drill', () => undefined],
  [
    'once a drill has been looked at',
    () => writeDrillMark(folder, { ...mark, checks: [{ what: 'sameSale', ok: true }] }),
  ],
])('%s it does not wait', async (_, given) => {
  given();
  const opened = await openStorageAfterDrill(options(() => undefined));
  expect([opened, slept]).toEqual([{ ok: false, fault: { kind: 'storeLocked' } }, 0]);
});
