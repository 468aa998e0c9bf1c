/**
 * The words by which a cashier and a customer find their way, as the design guide has them. Kept apart from the windows'
 * own texts, so that a sentence that is lost there is missed here.
 */

import { en } from './wordsEn.ts';
import { nb, type Words } from './wordsNb.ts';

export type { Words } from './wordsNb.ts';

export type Language = 'nb' | 'en';

export const wordsIn: Readonly<Record<Language, Words>> = { nb, en };
