/**
 * The program of the machine: plays every scenario and writes a line of JSON about each to the open file of this number.
 * One that fails does not keep the others from being played.
 */

import { writeSync } from 'node:fs';
import { scenarios } from './scenarios.ts';
import type { Told } from './told.ts';
import { inWorld } from './world.ts';

const [out = '1', only = ''] = process.argv.slice(2);
const tell = (told: Told): void => void writeSync(Number(out), `${JSON.stringify(told)}\n`);

for (const scenario of scenarios.filter(({ name }) => name.includes(only))) {
  try {
    const figures = await inWorld(scenario);
    tell({ name: scenario.name, why: null, figures: figures ?? {} });
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tell({ name: scenario.name, why, figures: {} });
  }
}
process.exit();
