/**
 * Tells the till whether this page shows the scanner doctor. What is told arrives in the order in which it was told: over
 * HTTP two calls at once may overtake each other, and a doctor that closed before it opened would keep the scanners.
 */

import type { Door } from '../../../../app/contract/door.ts';
import type { DoctorView } from '../../../../app/contract/view.ts';

const lines = new WeakMap<Pick<Door, 'call'>, Promise<unknown>>();
const kept = 'klubbkassa.page';

export function tellDoctor(door: Pick<Door, 'call'>, page: string, open: boolean): Promise<unknown> {
  const before = lines.get(door) ?? Promise.resolve();
  // A refusal needs no word: the page says it again in five seconds, and without a page the till closes it by itself.
  const told = before.then(() => door.call('scanner.doctor', { open, page }));
  lines.set(door, told);
  return told;
}

/** This page's name to the till: the same once it was loaded again, so that it closes what it left open and no other's. */
export function pageName(storage: Pick<Storage, 'getItem' | 'setItem'>): string {
  const known = storage.getItem(kept);
  if (known !== null && known !== '') return known;
  const fresh = Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('-');
  storage.setItem(kept, fresh);
  return fresh;
}

/** The doctor as long as another page shows it; this one's own is about to be closed. */
export function shownElsewhere(doctor: DoctorView | null, page: string): DoctorView | null {
  return doctor?.pages.some((one) => one !== page) ? doctor : null;
}
