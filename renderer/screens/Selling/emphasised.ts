/** Splits a sentence round its `{sum}`, so that the amount can be set bold in every language's own place. */

import type { Emphasised } from './modelTypes.ts';

export function around(sentence: string, strong: string): Emphasised {
  const [before = '', after = ''] = sentence.split('{sum}');
  return { before, strong, after };
}
