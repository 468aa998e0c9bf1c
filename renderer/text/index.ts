/** The words of the screens, for components: `useText()` for the shared ones, `useTextOf(area)` for an area's own. */

import { createContext, useContext } from 'react';
import type { InBoth } from './language.ts';
import { type Texts, textsFor } from './texts.ts';

export const TextContext = createContext<Texts>(textsFor('nb', 'NO', 0));

export function useText(): Texts {
  return useContext(TextContext);
}

/** `const t = useTextOf(settingsText)`: an area's words in the language of the screen. */
export function useTextOf<T>(area: InBoth<T>): T {
  return area[useText().language];
}

export { type Texts, textsFor } from './texts.ts';
export { clock, clockWithSeconds } from './time.ts';
export { withUnit } from './withUnit.ts';
