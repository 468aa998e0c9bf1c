/** Runs the compiler, with the repository's own projects, over files that stand in a folder of their own. */

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isEnded, type Refused, root } from './lint.ts';

const projects = ['.', 'app', 'hardware', 'main', 'main/desktop/preload', 'renderer', 'e2e', 'e2e/kill'];

/** The lines of each file (from 1) that do not compile. A file is given as its lines. */
export function compile(files: ReadonlyMap<string, readonly string[]>): Refused {
  const folder = mkdtempSync(join(tmpdir(), 'walls-'));
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const project of projects) {
      mkdirSync(join(folder, project), { recursive: true });
      cpSync(join(root, project, 'tsconfig.json'), join(folder, project, 'tsconfig.json'));
    }
    for (const [file, lines] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
    }
    return linesIn(run(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(folder: string): string {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  try {
    return execFileSync(process.execPath, [tsc, '-b', '--pretty', 'false'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (thrown) {
    if (isEnded(thrown) && thrown.stdout !== '') return thrown.stdout;
    throw thrown;
  }
}

/** One error a line: `app/wall.ts(3,1): error TS2304: …`. */
function linesIn(report: string): Refused {
  const refused = new Map<string, Set<number>>();
  for (const [, file = '', line = ''] of report.matchAll(/^(\S+?)\((\d+),\d+\): error /gm)) {
    refused.set(file, (refused.get(file) ?? new Set()).add(Number(line)));
  }
  return refused;
}
