/** Which way a machine sells: a sticker that nobody hears is held out to nobody. */

import { expect, it } from 'vitest';
import { usualSettings } from '../settings/settings.ts';
import { machineAbout } from './about.ts';

const code = '/qr/own';

it.each([
  [code, 'registered', 'scanFirst', code],
  [null, 'registered', 'chooseFirst', null],
  [code, 'none', 'chooseFirst', null],
  [code, 'failing', 'chooseFirst', null],
  // Another till of the sales unit has the only place for scans.
  [code, 'taken', 'chooseFirst', null],
] as const)('with the code %s and its scans %s: %s', (own, checkIns, sells, qrImage) => {
  const operatorPhone = '+4722000000';
  expect(machineAbout({ ...usualSettings, posId: 'AUTOMAT-03', operatorPhone }, own, checkIns)).toEqual({
    name: 'AUTOMAT-03',
    sells,
    qrImage,
    operatorPhone,
  });
});
