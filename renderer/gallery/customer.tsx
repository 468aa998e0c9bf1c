/** Pictures of the customer's screen. */

import { languages } from '../text/language.ts';
import { customerStates } from './customerStates.ts';
import { picture } from './frame.tsx';
import type { Pictures } from './gallery.tsx';

const asked = new URLSearchParams(location.search).get('lang');
const language = languages.find((one) => one === asked);

export const pictures: Pictures = Object.fromEntries(
  Object.entries(customerStates()).map(([name, view]) => [
    name,
    () => picture({ state: language ? { ...view, till: { ...view.till, language } } : view }),
  ]),
);
