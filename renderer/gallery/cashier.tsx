/** Pictures of the cashier's screen. */

import { cashierStates } from './cashierStates.ts';
import { picture } from './frame.tsx';
import type { Pictures } from './gallery.tsx';

export const pictures: Pictures = Object.fromEntries(
  Object.entries(cashierStates).map(([name, of]) => [`cashier-${name}`, () => picture(of)]),
);
