import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import type { SaleId } from '../../app/domain/sale.ts';
import { createJournal } from './journal.ts';
import { openForTest, temporaryFolder, vaultForTest } from './testing/storeForTest.ts';

/** Under the project, so that the script finds the packages. */
const built = join(import.meta.dirname, '../../.build/kill-test');

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'testing/appendForever.ts'),
      outDir: built,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'appendForever.mjs' } },
    },
  });
});

it.each([1, 40, 150])('keeps every acknowledged entry when it is killed after %i of them', async (enough) => {
  const folder = temporaryFolder();
  const child = spawn(process.execPath, [join(built, 'appendForever.mjs'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString('utf8');
    if (printed.split('\n').length > enough) child.kill('SIGKILL');
  });
  expect(await closed).toEqual([null, 'SIGKILL']);
  const acknowledged = printed.split('\n').slice(0, -1).map(Number);
  expect(acknowledged.length).toBeGreaterThanOrEqual(enough);

  const { database, setAside } = await openForTest(folder);
  const found = createJournal(database, vaultForTest()).sale('sale-1' as SaleId);
  if (!found.ok) throw new Error(found.fault.kind);
  const times = found.value.map((one) => Number(one.at));
  expect(times.slice(0, acknowledged.length)).toEqual(acknowledged);
  // At most the one that was on disk when the process died before it could say so.
  expect(times.length - acknowledged.length).toBeLessThanOrEqual(1);
  expect(setAside).toBe(null);
  database.close();
});
