/** What the bench and its probe inside an Electron application say to each other: one JSON object a line. */

/** `page` is a part of the address of the window that is meant. */
export type Ask =
  | { readonly id: number; readonly kind: 'run'; readonly page: string; readonly script: string }
  /** A key as the operating system would send it. */
  | { readonly id: number; readonly kind: 'key'; readonly page: string; readonly key: string };

/** Wall times; both of the first window that has a primary button. */
export interface Usable {
  /** The button had been painted. */
  readonly painted: number;
  /** What the button's own key asks for had been painted. */
  readonly answered: number;
}

export type Told =
  | { readonly kind: 'usable'; readonly usable: Usable }
  /** `at` is when the application took up the question. */
  | { readonly kind: 'answer'; readonly id: number; readonly at: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly why: string };

export const usableChannel = 'bench:usable';
