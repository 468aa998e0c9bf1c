/** On what the figures were measured. Nothing in it names the machine or its owner. */

import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';

export interface MachineFacts {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGB: number;
  readonly system: string;
  readonly node: string;
  /** `null`: none at hand. */
  readonly electron: string | null;
  /** Processes that wanted to run in the minute before; far above the number of cores, a machine is busy. */
  readonly load: number;
}

export function machineFacts(electron: string | null): MachineFacts {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGB: Math.round(totalmem() / 1e9),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    electron: electron === null ? null : versionBeside(electron),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}

function versionBeside(binary: string): string {
  const file = join(dirname(binary), 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown';
}
