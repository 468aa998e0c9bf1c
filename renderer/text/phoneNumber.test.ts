/** An operator's number, in the groups in which it is read aloud. */

import { expect, test } from 'vitest';
import { phoneNumber } from './phoneNumber.ts';

test.each([
  ['+4722000000', '+47 22 00 00 00'],
  ['+4533123456', '+45 33 12 34 56'],
  ['+46701234567', '+46 70 123 45 67'],
  ['+358401234567', '+358 40 123 4567'],
  // Short ones have fewer groups.
  ['+4702000', '+47 02 00 0'],
  ['+14155550123', '+14155550123'],
])('%s is %s', (e164, shown) => {
  expect(phoneNumber(e164)).toBe(shown.replaceAll(' ', '\u00a0'));
});
