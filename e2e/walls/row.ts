/**
 * One example of a wall: statements that must be refused in this file, and the neighbours that must pass. A bare word
 * stands for its import.
 */

export interface Row {
  readonly file: string;
  readonly refused: readonly string[];
  readonly passes: readonly string[];
}
