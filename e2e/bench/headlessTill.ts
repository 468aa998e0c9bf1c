/** What a till without windows is measured by, whatever it sells through: its start and its rest. */

import type { HeadlessOptions, HeadlessTill } from '../fixtures/headless.ts';
import { startHeadless } from '../fixtures/headless.ts';
import type { Figure } from './figures.ts';
import { treeUse } from './processTree.ts';
import { pause, wallNow } from './wallTime.ts';

const starts = 7;

/** From the spawn to the line that says it is ready; the first start, which makes the data folder, is not counted. */
export async function startsOf(options: HeadlessOptions, of: Pick<Figure, 'key' | 'part'>): Promise<Figure> {
  const values: number[] = [];
  await (await startHeadless(options)).kill('SIGTERM');
  for (let round = 0; round < starts; round += 1) {
    const from = wallNow();
    const till = await startHeadless(options);
    values.push(wallNow() - from);
    await till.kill('SIGTERM');
  }
  return { ...of, what: 'start to the line that says it is ready', unit: 'ms', values };
}

/** Resident memory and the share of one core, over so long a time in which nobody does anything. */
export async function restOf(
  till: HeadlessTill,
  ms: number,
  { key, part }: Pick<Figure, 'key' | 'part'>,
): Promise<readonly Figure[]> {
  const { pid } = till.process;
  if (pid === undefined) throw new Error('the till has no process');
  const [from, before] = [wallNow(), treeUse(pid)];
  await pause(ms);
  const after = treeUse(pid);
  const share = (100_000 * (after.cpu - before.cpu)) / (wallNow() - from);
  return [
    {
      key: `${key}.memory`,
      part,
      what: 'resident memory at rest',
      unit: 'MB',
      values: [after.rss / 1_000_000],
    },
    { key: `${key}.idle`, part, what: 'processor at rest, of one core', unit: '%', values: [share] },
  ];
}
