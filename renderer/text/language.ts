/** The languages of the screens, and how an area's words are kept: both languages side by side, one shape. */

export type Language = 'nb' | 'en';

export const languages: readonly Language[] = ['nb', 'en'];

/** Each language is called what its own speakers call it. */
export const languageNames: Readonly<Record<Language, string>> = { nb: 'Norsk bokmål', en: 'English' };

export type InBoth<T> = Readonly<Record<Language, T>>;

/** Words with a number in them: both languages say one thing of exactly one, and another of everything else. */
export interface Counted {
  readonly one: string;
  readonly more: string;
}

export function counted(number: number, words: Counted): string {
  return fill(number === 1 ? words.one : words.more, { number: String(number) });
}

/** Puts values in the place of `{name}`. A name without a value stays visible, so that a test or an eye finds it. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
