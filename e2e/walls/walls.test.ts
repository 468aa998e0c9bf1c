/** Tries what is forbidden, each beside an allowed neighbour, and sees it refused by the linter or the compiler. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aroundWindows } from './aroundWindows.ts';
import { compile } from './compile.ts';
import { insideApp } from './insideApp.ts';
import { insideMain } from './insideMain.ts';
import { lint, root } from './lint.ts';
import { places } from './places.ts';
import type { Row } from './row.ts';
import { neighbours, runtimes } from './runtimes.ts';

describe('the linter', () => {
  const imports = [...insideApp, ...insideMain, ...aroundWindows];
  const refused = lint(filesOf([...imports, ...places]));

  it.each(imports)('knows who may import whom: $file', (row) =>
    expect(seen(row, refused.get(row.file))).toEqual(wished(row)),
  );

  it.each(places)('keeps what has its one place there: $file', (row) =>
    expect(seen(row, refused.get(row.file))).toEqual(wished(row)),
  );
});

describe('the compiler', () => {
  const refused = compile(
    new Map([...filesOf(runtimes), ...neighbours.map((file) => [file, ['export {};']] as const)]),
  );

  it.each(runtimes)('knows each runtime: $file', (row) =>
    expect(seen(row, refused.get(row.file))).toEqual(wished(row)),
  );
});

describe('the tree', () => {
  const lengths = sources().map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }));
  const long = lengths.filter(({ lines }) => lines > 300).map(({ file, lines }) => `${file}: ${lines}`);
  if (long.length > 0) console.log(`Files beyond 300 lines, to be split by noun:\n  ${long.join('\n  ')}`);

  it(`has no file beyond 400 lines (${lengths.length} files)`, () => {
    expect(lengths.filter(({ lines }) => lines > 400)).toEqual([]);
    expect(lengths.length).toBeGreaterThan(100);
  });

  it('has no wall switched off by a comment', () => {
    const off =
      /biome-ignore(-all|-start)? lint(:|\/plugin|\/style\/(noRestrictedImports|noRestrictedGlobals|noProcessEnv))/;
    expect(sources().filter((file) => off.test(textOf(file)))).toEqual([]);
  });
});

function filesOf(rows: readonly Row[]): ReadonlyMap<string, readonly string[]> {
  return new Map(rows.map((row) => [row.file, linesOf(row)]));
}

/** A bare word stands for its import. */
function linesOf(row: Row): readonly string[] {
  return [...row.refused, ...row.passes].map((line) => (/[;}]$/.test(line) ? line : `import '${line}';`));
}

function seen(row: Row, refused: ReadonlySet<number> = new Set()) {
  const lines = linesOf(row);
  const isRefused = (_line: string, index: number) => refused.has(index + 1);
  return {
    refused: lines.filter(isRefused),
    passes: lines.filter((line, index) => !isRefused(line, index)),
  };
}

function wished(row: Row) {
  const lines = linesOf(row);
  return { refused: lines.slice(0, row.refused.length), passes: lines.slice(row.refused.length) };
}

/** Every TypeScript file of the product, by its path from the root. */
function sources(): readonly string[] {
  const folders = ['app', 'hardware', 'main', 'renderer', 'e2e'];
  const inside = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  );
  return [...inside, ...readdirSync(root)].filter(
    (path) => /\.tsx?$/.test(path) && !path.includes('node_modules'),
  );
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
