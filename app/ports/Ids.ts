/** Chance. Nobody else in the till draws one. */

export interface Ids {
  /** A new unique id of 12 to 36 characters out of `[a-z0-9-]`. */
  unique(): string;
  /** A whole number, 0 <= n < below. */
  below(below: number): number;
}
