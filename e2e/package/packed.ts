/** The packed till: made by `npm run package`, started as people start it, from a folder that is not its own. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';

/** Where electron-builder puts it on Linux, the only system on which this runs. */
export const executable = resolve('dist', 'package', 'linux-unpacked', 'klubbkassa');

export interface PackedTill {
  readonly process: ChildProcess;
  /** What it has written to stderr so far. */
  errors(): string;
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
}

/** Throws what the tool said when it did not work. */
export function pack(): void {
  const done = spawnSync(process.execPath, ['main/package.mjs'], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`npm run package: ${done.stdout}${done.stderr}`);
  if (!existsSync(executable)) throw new Error(`npm run package left no ${executable}: ${done.stdout}`);
}

export function startPacked(given: {
  readonly environment: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}): PackedTill {
  const isRoot = process.getuid?.() === 0;
  const args = [...(isRoot ? ['--no-sandbox'] : []), ...(given.args ?? [])];
  // What helps a program in its sources must not be what the packed one lives on.
  const { ELECTRON_OVERRIDE_DIST_PATH: _, ...around } = process.env;
  const child = spawn(executable, args, {
    cwd: tmpdir(),
    env: { ...around, ...given.environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (part: Buffer) => {
    errors += part.toString();
  });
  // Not `exit`: what it said last may come after that.
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { process: child, errors: () => errors, ended };
}

/** The fuses of the packed program as the tool reads them: name to on or off. */
export function readFuses(): ReadonlyMap<string, boolean> {
  const tool = resolve('node_modules', '.bin', 'electron-fuses');
  const env = { ...process.env, FORCE_COLOR: '0' };
  const { stdout } = spawnSync(tool, ['read', '--app', executable], { encoding: 'utf8', env });
  const found = stdout.matchAll(/^\s*(\w+) is (Enabled|Disabled)$/gm);
  return new Map([...found].map(([, name = '', state]) => [name, state === 'Enabled']));
}
