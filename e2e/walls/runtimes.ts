/** What each runtime has, as examples: one project per runtime, so that the compiler refuses the words of another. */

import type { Row } from './row.ts';

/** Files that the examples import from one another's runtimes. */
export const neighbours = ['app', 'hardware', 'main', 'main/desktop/preload', 'renderer'].map(
  (folder) => `${folder}/neighbour.ts`,
);

export const runtimes: readonly Row[] = [
  {
    file: 'app/wall.ts',
    refused: [
      "import 'node:fs';",
      'export const folder = process.cwd();',
      'export const page = document.title;',
      'console.log(1);',
      'setTimeout(() => {}, 1);',
      "export const answer = fetch('http://127.0.0.1');",
      "export const bytes = Buffer.from('');",
      "export * from '../main/neighbour.ts';",
      "export * from '../hardware/neighbour.ts';",
      "export * from '../renderer/neighbour.ts';",
      'export enum Colour { red }',
    ],
    passes: ["export * from './neighbour.ts';", 'export const half = Math.floor(1 / 2);'],
  },
  {
    file: 'hardware/wall.ts',
    refused: [
      'export const page = document.title;',
      "export * from '../main/neighbour.ts';",
      "export * from '../renderer/neighbour.ts';",
    ],
    passes: ["import 'node:fs';", "export * from '../app/neighbour.ts';"],
  },
  {
    file: 'main/wall.ts',
    refused: [
      'export const page = document.title;',
      "export * from '../renderer/neighbour.ts';",
      "export * from './desktop/preload/neighbour.ts';",
    ],
    passes: [
      "import 'node:fs';",
      "export * from '../app/neighbour.ts';",
      "export * from '../hardware/neighbour.ts';",
    ],
  },
  {
    file: 'main/desktop/preload/wall.ts',
    refused: [
      "import 'node:fs';",
      'export const folder = process.cwd();',
      "export * from '../../neighbour.ts';",
    ],
    passes: ["export * from '../../../app/neighbour.ts';", 'export const page = document.title;'],
  },
  {
    file: 'renderer/wall.ts',
    refused: [
      "import 'node:fs';",
      'export const folder = process.cwd();',
      "export * from '../main/neighbour.ts';",
      "export * from '../hardware/neighbour.ts';",
    ],
    passes: ["export * from '../app/neighbour.ts';", 'export const page = document.title;'],
  },
  {
    file: 'e2e/wall.ts',
    refused: ["export * from '../main/neighbour.ts';", "export * from '../renderer/neighbour.ts';"],
    passes: [
      "import 'node:fs';",
      "export * from '../app/neighbour.ts';",
      "export * from '../hardware/neighbour.ts';",
    ],
  },
  {
    file: 'e2e/kill/wall.ts',
    refused: ["export * from '../../renderer/neighbour.ts';"],
    passes: [
      "import 'node:fs';",
      "export * from '../../app/neighbour.ts';",
      "export * from '../../main/neighbour.ts';",
    ],
  },
];
