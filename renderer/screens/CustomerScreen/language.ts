/**
 * Which language the customer's screen speaks: the store's first, the other one by the customer's own touch. It goes
 * back by itself at the end of the sale (guide.md 9), so the next customer never meets the choice of the one before.
 */

import type { DisplayView, MachinePhase } from '../../../app/contract/view.ts';
import type { Shows } from './shownNow.ts';

/** What stands on the screen, of a staffed till or of a machine. */
export type Moment = Shows | MachinePhase;

export type Language = DisplayView['till']['language'];

/** Nobody is served: a choice made here is forgotten unless a sale begins. */
export const nobodyServed: readonly Moment[] = ['idle', 'outOfOrder'];

/** How long a choice made on such a screen waits for a sale to begin. */
export const idleChoiceMs = 60_000;

export function otherLanguage(language: Language): Language {
  return language === 'nb' ? 'en' : 'nb';
}

/** Whether a sale ended with this change: everything left the screen, or the thanks or a result made room for the next customer. */
export function saleEnded(before: Moment, now: Moment): boolean {
  return before !== now && (now === 'idle' || before === 'thanks' || before === 'result');
}
