/** The languages of the screens, and how an area's words are kept: both languages side by side, one shape. */

export type Language = 'nb' | 'en';

export const languages: readonly Language[] = ['nb', 'en'];

/** Each language is called what its own speakers call it. */
export const languageNames: Readonly<Record<Language, string>> = { nb: 'Norsk bokmål', en: 'English' };

export type InBoth<T> = Readonly<Record<Language, T>>;

/** Puts values in the place of `{name}`. A name without a value stays visible, so that a test or an eye finds it. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
