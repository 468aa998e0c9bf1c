/** Which voice reads a language aloud, if any does. */

import { expect, test } from 'vitest';
import { voiceFor } from './voice.ts';

const voices = ['en-US', 'nn-NO', 'no-NO', 'en_GB'].map((lang) => ({ lang }));

test('a voice of the language itself, the nearest kind of Norwegian first', () => {
  expect(voiceFor(voices, 'nb')).toEqual({ lang: 'no-NO' });
  expect(voiceFor([...voices, { lang: 'nb-NO' }], 'nb')).toEqual({ lang: 'nb-NO' });
  expect(voiceFor(voices, 'en')).toEqual({ lang: 'en-US' });
});

test('a voice of another language reads nothing', () => {
  expect(voiceFor([{ lang: 'en-US' }, { lang: 'noe-IN' }], 'nb')).toBeNull();
  expect(voiceFor([], 'en')).toBeNull();
});
