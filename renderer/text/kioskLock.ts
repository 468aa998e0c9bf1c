/** The words of the way out of a machine's screen, for whoever looks after it. */

import type { Counted, InBoth } from './language.ts';

export interface KioskLockText {
  readonly title: string;
  readonly what: string;
  readonly pin: string;
  readonly back: string;
  readonly erase: string;
  readonly open: string;
  readonly wait: Counted;
}

export const kioskLockText: InBoth<KioskLockText> = {
  nb: {
    title: 'PIN for betjeningen',
    what: 'Åpner vinduet for den som steller automaten.',
    pin: 'PIN',
    back: 'Tilbake til automaten',
    erase: 'Slett siste siffer',
    open: 'Åpne',
    wait: { one: 'Neste forsøk om {number} sekund.', more: 'Neste forsøk om {number} sekunder.' },
  },
  en: {
    title: 'PIN for the staff',
    what: 'Opens the window for whoever looks after this machine.',
    pin: 'PIN',
    back: 'Back to the machine',
    erase: 'Erase the last digit',
    open: 'Open',
    wait: { one: 'Next try in {number} second.', more: 'Next try in {number} seconds.' },
  },
};
