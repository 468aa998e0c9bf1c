/** Runs the linter, with the repository's own configuration, over files that stand in a folder of their own. */

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The lines (from 1) of each file that are refused. */
export type Refused = ReadonlyMap<string, ReadonlySet<number>>;

/** Lints the given files, each a list of lines, as if they stood in the repository. */
export function lint(files: ReadonlyMap<string, readonly string[]>): Refused {
  const folder = mkdtempSync(join(tmpdir(), 'walls-'));
  try {
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    cpSync(join(root, 'e2e/walls'), join(folder, 'e2e/walls'), {
      recursive: true,
      filter: (path) => !path.endsWith('.ts'),
    });
    for (const [file, lines] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
    }
    return linesIn(folder, run(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(folder: string): string {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const given = ['lint', '--reporter=github', '--diagnostic-level=error', '--max-diagnostics=none', '.'];
  try {
    return execFileSync(process.execPath, [biome, ...given], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (thrown) {
    // The linter ends with 1 when it found something: that is what these files are for.
    if (isEnded(thrown) && thrown.status === 1) return thrown.stdout;
    throw thrown;
  }
}

export function isEnded(thrown: unknown): thrown is { status: number; stdout: string } {
  return thrown instanceof Error && 'status' in thrown && 'stdout' in thrown;
}

/** One error a line: `::error title=…,file=…,line=7,…::text`. */
function linesIn(folder: string, report: string): Refused {
  const refused = new Map<string, Set<number>>();
  for (const [, path = '', line = ''] of report.matchAll(/^::error .*?file=(.+?),line=(\d+),/gm)) {
    const file = path.slice(path.lastIndexOf(folder) + folder.length + 1);
    refused.set(file, (refused.get(file) ?? new Set()).add(Number(line)));
  }
  return refused;
}
