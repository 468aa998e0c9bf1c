/** What stands between a report and its scan, beside the bare way through the same kind of socket; and a wedge's keys. */

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Figure, type Measured, ratioOf } from './figures.ts';

const part = 'Scanning';

interface Told {
  readonly scanned: readonly number[];
  readonly arrived: readonly number[];
  readonly keys: readonly number[];
}

/** In a process of its own: the devices belong to the till's main process and to nobody here. */
export async function measureScanning(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'klubbkassa-bench-scanning-'));
  try {
    const script = join('hardware', 'testing', 'measure.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script, join(folder, 'socket')]);
    const { scanned, arrived, keys } = JSON.parse(stdout) as Told;
    const figure = (key: string, what: string, values: readonly number[]): Figure => ({
      key,
      part,
      what,
      unit: 'µs',
      values: values.map((value) => value * 1000),
    });
    const scan = figure('scanning.report', 'HID report at the simulated device to its scan', scanned);
    const line = figure('scanning.bare', 'bare line of the same length over such a socket', arrived);
    const key = figure('scanning.key', 'keyboard wedge: a key, of a whole code with its Enter', keys);
    return {
      figures: [scan, line, key],
      ratios: [ratioOf('report to scan / bare line', scan, line)],
      missing: [],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
