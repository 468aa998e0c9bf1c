/** Pictures of the customer's screen, at a till and at a machine. */

import { languages } from '../text/language.ts';
import { customerMachineStates } from './customerMachineStates.ts';
import { customerStates, nobody } from './customerStates.ts';
import { picture, pictureNow } from './frame.tsx';
import type { Pictures } from './gallery.tsx';

const asked = new URLSearchParams(location.search).get('lang');
const language = languages.find((one) => one === asked);

export const pictures: Pictures = Object.fromEntries(
  Object.entries({ ...customerStates(), ...customerMachineStates(nobody, pictureNow) }).map(
    ([name, view]) => [
      name,
      () => picture({ state: language ? { ...view, till: { ...view.till, language } } : view }),
    ],
  ),
);
