/** Whether a scan of the store's own code reaches this till, and what a registration tells of. */

import { expect, test } from 'vitest';
import {
  codes,
  noRoad,
  ownCode,
  roadFailing,
  roadOpen,
  roadTaken,
} from '../../../gallery/settingsRoadStates.ts';
import { chosenOf } from '../shopQr/useShopQr.ts';
import { isUnsettled, roadOf, toldOf } from './road.ts';

test('a road is open only where the service was told of this till', () => {
  expect(roadOf(roadOpen, true)).toBe('open');
  expect(roadOf({ ...roadOpen, checkIns: 'none' }, true)).toBe('coming');
  expect(roadOf({ ...roadOpen, checkIns: 'none' }, false)).toBe('idle');
  expect(roadOf(roadTaken, true)).toBe('taken');
  expect(roadOf(roadFailing, true)).toBe('failing');
});

test('without an address there is none, whatever else is said', () => {
  expect(roadOf(noRoad, true)).toBe('unreachable');
  expect(roadOf({ ...roadOpen, url: null }, true)).toBe('unreachable');
});

test('the till is asked again only while something is on its way', () => {
  expect(isUnsettled(roadOpen, true)).toBe(false);
  expect(isUnsettled(roadTaken, true)).toBe(false);
  expect(isUnsettled(noRoad, true)).toBe(false);
  expect(isUnsettled(roadFailing, true)).toBe(true);
  expect(isUnsettled({ ...roadOpen, checkIns: 'none' }, true)).toBe(true);
  expect(isUnsettled({ ...roadOpen, checkIns: 'none' }, false)).toBe(false);
  expect(isUnsettled({ ...roadOpen, payments: 'failing' }, false)).toBe(true);
});

test('what a registration tells of is named once each, and the rest by its own name', () => {
  const events = ['epayments.payment.created.v1', 'epayments.payment.captured.v1', 'user.checked-in.v1'];
  expect(toldOf(events)).toEqual({ payments: true, checkIns: true, other: [] });
  expect(toldOf(['recurring.charge-captured.v1'])).toEqual({
    payments: false,
    checkIns: false,
    other: ['recurring.charge-captured.v1'],
  });
});

test('the chosen code stays chosen; else this till’s own comes first', () => {
  const [mine, theirs] = codes;
  expect(chosenOf(codes, theirs?.id ?? '')).toBe(theirs);
  expect(chosenOf([...codes].reverse(), null)).toBe(mine);
  expect(chosenOf(codes, 'deleted')).toBe(ownCode);
  expect(chosenOf([], null)).toBeNull();
});
