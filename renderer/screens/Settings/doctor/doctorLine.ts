/**
 * Tells the till whether the scanner doctor is shown. What is told arrives in the order in which it was told: over HTTP
 * two calls at once may overtake each other, and a doctor that closed before it opened would keep the scanners.
 */

import type { Door } from '../../../../app/contract/door.ts';

const lines = new WeakMap<Pick<Door, 'call'>, Promise<unknown>>();

export function tellDoctor(door: Pick<Door, 'call'>, open: boolean): Promise<unknown> {
  const before = lines.get(door) ?? Promise.resolve();
  // A refusal needs no word: the page says it again in five seconds, and without a page the till closes it by itself.
  const told = before.then(() => door.call('scanner.doctor', { open }));
  lines.set(door, told);
  return told;
}
