/** What serves the customers while no scan of the store's own code comes here: a person does it, or the machine itself. */

import type { TillView } from '../../app/contract/view.ts';
import type { InBoth } from './language.ts';

export const insteadOfScan: InBoth<Readonly<Record<TillView['kind'], string>>> = {
  nb: {
    staffed: 'Vis en engangs\u2011QR på skjermen så lenge (F5 i kassen).',
    unattended: 'Automaten lar kundene velge først så lenge, og viser en engangs\u2011QR av seg selv.',
  },
  en: {
    staffed: 'Until then show a one-time QR on the screen (F5 at the till).',
    unattended: 'Until then the machine lets customers choose first, and shows a one-time QR by itself.',
  },
};
