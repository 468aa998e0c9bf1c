/** What a start does with a folder that is not as it was left: each trouble has its fault, and nothing is lost by it. */

import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aShop, personalQr } from '../../app/testing/shop.ts';
import { thermos } from '../../app/testing/stories.ts';
import { virtualClock } from '../../app/testing/virtualClock.ts';
import { importCatalogue } from '../catalogue/importProducts.ts';
import { createSystemIds } from '../ids.ts';
import { keyInFile } from './keys.ts';
import { rebuildLists } from './rebuildLists.ts';
import { openStorage, type Storage } from './storage.ts';

let home = '';
let folder = '';
const logged: string[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'klubbkassa-storage-'));
  folder = join(home, 'training');
  logged.length = 0;
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event: string) => void logged.push(event),
};

function options(key = keyOf()) {
  return { folder, key, home: '47' as const, clock: virtualClock(), ids: createSystemIds(), log };
}

function keyOf(): Uint8Array {
  const key = keyInFile.keyOf(folder, log);
  if (!key.ok) throw new Error(key.fault.kind);
  return key.value;
}

async function opened(): Promise<Storage> {
  const storage = await openStorage(options());
  if (!storage.ok) throw new Error(storage.fault.kind);
  return storage.value;
}

/** Three sales paid elsewhere, one that waits for its payment, and some goods. */
async function leftOpen(): Promise<void> {
  const storage = await opened();
  const goods = 'sku;name;price;memberPrice;vat;barcodes\nT-1;Termos;349,00;;25;4006381333931\n';
  expect(importCatalogue(storage.catalogue, new TextEncoder().encode(goods), { currency: 'NOK' }).ok).toBe(
    true,
  );
  const shop = aShop({ journal: storage.journal });
  const till = shop.open();
  till.start();
  for (let i = 0; i < 3; i += 1) {
    await till.scan(thermos);
    await till.paidElsewhere('cash');
  }
  await till.scan(personalQr);
  await till.scan(thermos);
  await till.requestPayment('push');
  till.stop();
  storage.close();
}

test('a journal whose open sale cannot be understood is set aside and saved, goods and numbers included', async () => {
  await leftOpen();
  const path = join(folder, 'till.sqlite');
  const bytes = readFileSync(path);
  const at = bytes.indexOf('"kind":"createAccepted"');
  for (let place = at; place >= 0; place = bytes.indexOf('"kind":"createAccepted"')) {
    bytes.write('"kind":"createAccepteX"', place);
  }
  expect(at).toBeGreaterThan(0);
  writeFileSync(path, bytes);

  const storage = await opened();
  expect(logged).toEqual(['journal.setAside']);
  expect(storage.hasDamaged).toBe(true);
  expect(storage.journal.saleCount()).toEqual({ ok: true, value: 4 });
  expect(storage.catalogue.bySku('T-1')?.name).toBe('Termos');
  const unfinished = storage.journal.unfinished();
  const last = unfinished.ok ? unfinished.value.at(-1) : undefined;
  expect(last?.map(({ event }) => event.kind)).toContain('paymentIntended');
  expect(last?.at(-1)?.event.kind).toBe('salvaged');
  const aside = readdirSync(folder).find((name) => /^till\.damaged-.*\.sqlite$/.test(name)) ?? '';
  expect(readFileSync(join(folder, aside)).equals(bytes)).toBe(true);
  storage.close();

  // The next start finds all well, and goes on saying that a damaged file lies there.
  const again = await opened();
  expect(again.hasDamaged).toBe(true);
  expect(logged).toEqual(['journal.setAside']);
  again.close();
});

test('a file of which not a page can be read is set aside, and numbers begin where no till has come yet', async () => {
  await leftOpen();
  writeFileSync(join(folder, 'till.sqlite'), Buffer.alloc(40_960, 0x5a));
  const storage = await opened();
  expect(storage.journal.unfinished()).toEqual({ ok: true, value: [] });
  const count = storage.journal.saleCount();
  expect(count.ok ? count.value : 0).toBeGreaterThan(100_000);
  expect(logged).toEqual(['journal.setAside']);
  storage.close();
});

test('another key is told, and nothing is set aside for it', async () => {
  await leftOpen();
  const wrong = await openStorage(options(new Uint8Array(64).fill(9)));
  expect(wrong).toEqual({ ok: false, fault: { kind: 'secretsUnavailable' } });
  expect(readdirSync(folder).some((name) => name.includes('damaged'))).toBe(false);
  const storage = await opened();
  expect(storage.journal.saleCount()).toEqual({ ok: true, value: 4 });
  storage.close();
});

test('a folder that another till holds is left alone', async () => {
  const first = await opened();
  expect(await openStorage(options())).toEqual({ ok: false, fault: { kind: 'storeLocked' } });
  first.close();
});

test('the lists are made anew by a command, but not beside an open till', async () => {
  await leftOpen();
  const given = { environment: { KLUBBKASSA_HOME: home }, keys: keyInFile };
  expect(await rebuildLists(given)).toEqual({ ok: true, value: { folder, sales: 4, unreadable: 0 } });
  const storage = await opened();
  expect(await rebuildLists(given)).toMatchObject({
    ok: false,
    fault: expect.stringContaining('another till'),
  });
  storage.close();
});

test('what is appended to the file by somebody else is not taken for the journal’s', async () => {
  await leftOpen();
  appendFileSync(join(folder, 'till.sqlite'), 'x'.repeat(4096));
  const storage = await opened();
  expect(storage.journal.saleCount()).toEqual({ ok: true, value: 4 });
  expect(existsSync(join(folder, 'till.sqlite.damaged'))).toBe(false);
  storage.close();
});
