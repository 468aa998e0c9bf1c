/** What a commit of the journal costs beside a bare durable append, and a start after years beside one on an empty journal. */

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Figure, type Measured, ratioOf } from './figures.ts';

const part = 'Journal';
const many = 1_000_000;

interface Told {
  readonly commit: readonly number[];
  readonly bare: readonly number[];
  readonly starts: {
    readonly entries: number;
    readonly empty: readonly number[];
    readonly many: readonly number[];
  };
}

/** In a process of its own: the journal belongs to the till's main process and to nobody here. */
export async function measureJournal(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'klubbkassa-bench-journal-'));
  try {
    const script = join('main', 'journal', 'testing', 'measure.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script, folder, String(many)]);
    const { commit, bare, starts } = JSON.parse(stdout) as Told;
    const figure = (key: string, what: string, values: readonly number[]): Figure => ({
      key,
      part,
      what,
      unit: 'ms',
      values,
    });
    const committed = figure('journal.commit', 'commit of one entry, on disk', commit);
    const appended = figure('journal.bare', 'bare append of 512 bytes and fdatasync, same disk', bare);
    const empty = figure(
      'journal.start.empty',
      'open and find what is unfinished, empty journal',
      starts.empty,
    );
    const what = `the same, ${starts.entries.toLocaleString('en-GB')} entries`;
    const large = figure('journal.start.many', what, starts.many);
    return {
      figures: [committed, appended, empty, large],
      ratios: [
        ratioOf('commit / bare append', committed, appended),
        ratioOf(`start with ${many.toLocaleString('en-GB')} entries / empty`, large, empty),
      ],
      missing: [],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
