/** What the settings page refuses before it asks the till; the limits are those of the contract's input schemas. */

import { expect, test } from 'vitest';
import type { SettingsView } from '../../../app/contract/calls.ts';
import type { CodeRoad } from '../../../app/contract/view.ts';
import { fixedFields } from './fixed.ts';
import { formOf, type SettingsForm } from './form.ts';
import { fieldNamed, type Problems, problemsIn } from './problems.ts';
import { firstWithProblem, sectionMark, sectionNames } from './sections.ts';

const stored: SettingsView = {
  store: { name: 'Bekkelund Sport', place: 'Storgata', tillNumber: '01' },
  posId: 'bekkelund-storgata-01',
  market: 'NO',
  currency: 'NOK',
  language: 'nb',
  clubName: 'Turklubben',
  profile: 'training',
  merchantSerialNumber: '',
  keys: { clientId: false, clientSecret: false, subscriptionKey: false, registryToken: false },
  checkIn: false,
  members: { kind: 'embedded' },
  scanner: { kind: 'auto' },
  customerScanners: [],
  customerScannerAddsGoods: false,
  serialScanner: null,
  customerScreen: 'auto',
  cameraScanner: false,
  operatorPhone: null,
  hasPin: false,
  fixed: [],
};

const refused: readonly [Partial<SettingsForm>, Problems][] = [
  [{ storeName: '  ' }, { storeName: 'missing' }],
  [{ storeName: 'x'.repeat(61) }, { storeName: 'tooLong' }],
  [{ place: 'x'.repeat(61) }, { place: 'tooLong' }],
  [{ tillNumber: '' }, { tillNumber: 'missing' }],
  [{ tillNumber: '1234567890123' }, { tillNumber: 'tooLong' }],
  [{ posId: '' }, { posId: 'missing' }],
  [{ posId: 'x'.repeat(37) }, { posId: 'tooLong' }],
  [{ clubName: 'x'.repeat(61) }, { clubName: 'tooLong' }],
  [{ merchantSerialNumber: '123' }, { merchantSerialNumber: 'notSerialNumber' }],
  [{ merchantSerialNumber: '12 34 56' }, { merchantSerialNumber: 'notSerialNumber' }],
  [{ clientId: 'x'.repeat(201) }, { clientId: 'tooLong' }],
  [{ clientSecret: 'x'.repeat(401) }, { clientSecret: 'tooLong' }],
  [{ membersKind: 'http' }, { membersUrl: 'notAddress' }],
  [{ membersKind: 'http', membersUrl: 'club.example' }, { membersUrl: 'notAddress' }],
  [{ membersKind: 'http', membersUrl: `https://club.example/${'x'.repeat(500)}` }, { membersUrl: 'tooLong' }],
  [{ scannerKind: 'device' }, { scannerDevice: 'noDevice' }],
];

for (const [typed, problems] of refused) {
  const field = Object.keys(problems).join();
  test(`${field} ${Object.values(problems).join()}: ${JSON.stringify(typed).slice(0, 60)}`, () => {
    const form = { ...formOf(stored), ...typed };
    expect(problemsIn(stored, form)).toEqual(problems);
  });
}

test('values at the edge of every limit pass', () => {
  const form: SettingsForm = {
    ...formOf(stored),
    storeName: ' x'.repeat(30),
    place: '',
    tillNumber: '123456789012',
    posId: 'p'.repeat(36),
    clubName: '',
    merchantSerialNumber: ' 1234 ',
    clientId: 'id',
    clientSecret: 's'.repeat(400),
    subscriptionKey: 'k',
    membersKind: 'http',
    membersUrl: 'http://localhost:8080/members',
    scannerKind: 'device',
    scannerDevice: 'usb-1',
    profile: 'test',
    market: 'FI',
    language: 'en',
    checkIn: true,
    customerScreen: 'off',
  };
  expect(problemsIn(stored, form)).toEqual({});
});

test('only what was changed is questioned', () => {
  const old: SettingsView = { ...stored, posId: 'p'.repeat(40) };
  expect(problemsIn(old, { ...formOf(old), clubName: 'Skiklubben' })).toEqual({});
});

test('a section is marked by its problem before its change', () => {
  const changed = new Set(['posId', 'clubName'] as const);
  const problems: Problems = { posId: 'missing' };
  expect(sectionMark('store', changed, problems, 'taken')).toBe('problem');
  expect(sectionMark('club', changed, problems, 'taken')).toBe('unsaved');
  expect(sectionMark('keys', changed, problems, 'taken')).toBeNull();
  expect(firstWithProblem(problems)).toBe('store');
  expect(firstWithProblem({})).toBeNull();
});

test('a setting that the till names is found on the page', () => {
  expect(fieldNamed('store.tillNumber')).toBe('tillNumber');
  expect(fieldNamed('members')).toBe('membersKind');
  expect(fieldNamed('something else')).toBeNull();
});

test('a fixed setting is known with its variable; the store fixes all of its fields', () => {
  const fixed = fixedFields(['profile', 'clientSecret', 'store', 'port']);
  expect([...fixed.keys()]).toEqual(['profile', 'clientSecret', 'storeName', 'place', 'tillNumber']);
  expect(fixed.get('profile')).toEqual({ field: 'profile', variable: 'KLUBBKASSA_PROFILE' });
});

test('a code whose scans reach nobody is marked where that is told, and nowhere else', () => {
  const marked = (road: CodeRoad) =>
    sectionNames.filter((name) => sectionMark(name, new Set(), {}, road) === 'trouble');
  for (const road of ['failing', 'taken', 'unreachable'] as const)
    expect(marked(road)).toEqual(['shopQr', 'webhooks']);
  for (const road of ['idle', 'coming', 'open'] as const) expect(marked(road)).toEqual([]);
});
