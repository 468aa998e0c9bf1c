/**
 * Which language the customer's screen speaks: the store's first, the other one by the customer's own touch. It goes
 * back by itself at the end of the sale (guide.md 9), so the next customer never meets the choice of the one before.
 */

import type { DisplayView } from '../../../app/contract/view.ts';
import type { Shows } from './shownNow.ts';

export type Language = DisplayView['till']['language'];

/** How long a choice made on the idle screen waits for a sale to begin. */
export const idleChoiceMs = 60_000;

export function otherLanguage(language: Language): Language {
  return language === 'nb' ? 'en' : 'nb';
}

/** Whether a sale ended with this change: everything left the screen, or the thanks made room for the next customer. */
export function saleEnded(before: Shows, now: Shows): boolean {
  return before !== now && (now === 'idle' || before === 'thanks');
}
