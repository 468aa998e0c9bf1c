/** Chance from the operating system's generator. */

import { randomInt, randomUUID } from 'node:crypto';
import type { Ids } from '../app/ports/Ids.ts';

export function createSystemIds(): Ids {
  return {
    unique: () => randomUUID(),
    below: (below) => randomInt(below),
  };
}
