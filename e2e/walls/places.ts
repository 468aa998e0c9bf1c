/** What is not an import and has its one place all the same: time, chance, rounding, windows, the door. */

import type { Row } from './row.ts';

export const places: readonly Row[] = [
  {
    file: 'app/domain/place.ts',
    refused: [
      'export const at = Date.now();',
      'export const chance = Math.random();',
      'setTimeout(() => {}, 1);',
      "await fetch('http://127.0.0.1');",
      'export const home = process.cwd();',
      'export const wide = window;',
      'export const shown = (1.5).toFixed(2);',
      "export const read = parseFloat('1,5');",
      "export type Hidden = import('../flows/book.ts').Book;",
      "export const old = require('zod');",
      "export { expect } from 'vitest';",
    ],
    passes: ['export const half = Math.floor(1 / 2);'],
  },
  {
    file: 'app/kernel/time.ts',
    refused: ['export const chance = Math.random();'],
    passes: ['export const at = new Date(0);'],
  },
  {
    file: 'app/domain/money.ts',
    refused: ['export const at = new Date();'],
    passes: ['export const shown = (1.5).toFixed(2);'],
  },
  {
    file: 'main/vipps/place.ts',
    refused: [
      'export const at = Date.now();',
      'export const day = new Date();',
      'setTimeout(() => {}, 1);',
      'export const chance = Math.random();',
      "export const home = process.env['HOME'];",
      "console.log('wall');",
      "export { expect } from 'vitest';",
      'export default 1;',
      'export enum Colour { red }',
      'export const all: any = 1;',
      'export const sure = [1][0]!;',
    ],
    passes: ['export const at2 = new Date(0);'],
  },
  {
    file: 'main/clock.ts',
    refused: [],
    passes: ['export const at = Date.now();', 'setTimeout(() => {}, 1);'],
  },
  { file: 'main/ids.ts', refused: [], passes: ['export const chance = Math.random();'] },
  {
    file: 'main/headless/index.ts',
    refused: ['export default 1;'],
    passes: ["export const home = process.env['HOME'];", "console.log('ready');"],
  },
  {
    file: 'main/desktop/lifecycle.ts',
    refused: ['new BrowserWindow({});'],
    passes: ["import type { BrowserWindow } from 'electron';"],
  },
  {
    file: 'main/desktop/windows.ts',
    refused: [],
    passes: ["import { BrowserWindow } from 'electron';", 'new BrowserWindow({});'],
  },
  {
    file: 'renderer/stores/place.ts',
    refused: [
      'export const door = window.till;',
      "await fetch('/api/state');",
      "export const feed = new EventSource('/api/events');",
    ],
    passes: ['export const width = window.innerWidth;', 'export const at = Date.now();'],
  },
  {
    file: 'renderer/till.ts',
    refused: [],
    passes: ['export const door = window.till;', "await fetch('/api/state');"],
  },
  { file: 'wall.config.ts', refused: ['export const all: any = 1;'], passes: ['export default 1;'] },
];
