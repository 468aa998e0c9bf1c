/** The form of the settings page and the change it sends. */

import { expect, test } from 'vitest';
import type { SettingsView } from '../../../app/contract/calls.ts';
import { changedFields, changeOf, currencyOf, formOf, lacksKeys } from './form.ts';

const stored: SettingsView = {
  store: { name: 'Bekkelund Sport', place: 'Storgata', tillNumber: '01' },
  posId: 'bekkelund-storgata-01',
  market: 'NO',
  currency: 'NOK',
  language: 'nb',
  clubName: 'Turklubben',
  profile: 'test',
  merchantSerialNumber: '123456',
  keys: { clientId: true, clientSecret: true, subscriptionKey: true, registryToken: false },
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

test('an untouched form changes nothing, and stored keys are not in it', () => {
  const form = formOf(stored);
  expect([form.clientId, form.clientSecret, form.subscriptionKey]).toEqual(['', '', '']);
  expect(changedFields(stored, form)).toEqual(new Set());
  expect(changeOf(stored, form)).toEqual({});
});

test('one part of the store sends the store whole, and nothing else', () => {
  const form = { ...formOf(stored), place: ' Torggata ' };
  expect(changeOf(stored, form)).toEqual({
    store: { name: 'Bekkelund Sport', place: 'Torggata', tillNumber: '01' },
  });
});

test('space around a value is no change', () => {
  expect(changeOf(stored, { ...formOf(stored), posId: ' bekkelund-storgata-01 ' })).toEqual({});
});

test('a typed key is sent, an empty key field keeps what is stored', () => {
  const form = { ...formOf(stored), clientSecret: 'a new secret ' };
  expect(changeOf(stored, form)).toEqual({ clientSecret: 'a new secret' });
});

test('a registry over HTTP goes with its address, and back without one', () => {
  const form = {
    ...formOf(stored),
    membersKind: 'http' as const,
    membersUrl: 'https://club.example/api',
  };
  expect(changeOf(stored, form)).toEqual({
    members: { kind: 'http', url: 'https://club.example/api' },
  });
  const http: SettingsView = { ...stored, members: { kind: 'http', url: 'https://club.example/api' } };
  expect(changeOf(http, { ...formOf(http), membersKind: 'embedded' })).toEqual({
    members: { kind: 'embedded' },
  });
});

test('an address typed before the embedded registry was chosen again is no change', () => {
  expect(changedFields(stored, { ...formOf(stored), membersUrl: 'https://club.example' })).toEqual(new Set());
});

test('a scanner is chosen by its id', () => {
  const form = { ...formOf(stored), scannerKind: 'device' as const, scannerDevice: 'usb-05e0-1900' };
  expect(changeOf(stored, form)).toEqual({ scanner: { kind: 'device', id: 'usb-05e0-1900' } });
});

test('scanners that face the customer are sent whole; their order is no change', () => {
  const two: SettingsView = { ...stored, customerScanners: ['usb-b', 'usb-a'] };
  expect(changeOf(two, { ...formOf(two), customerScanners: ['usb-a', 'usb-b'] })).toEqual({});
  const form = { ...formOf(two), customerScanners: ['usb-a'], customerScannerAddsGoods: true };
  expect(changeOf(two, form)).toEqual({ customerScanners: ['usb-a'], customerScannerAddsGoods: true });
});

test('everything changed is sent at once', () => {
  const form = {
    ...formOf(stored),
    market: 'DK' as const,
    language: 'en' as const,
    clubName: '',
    profile: 'production' as const,
    merchantSerialNumber: '654321',
    clientId: 'id',
    subscriptionKey: 'key',
    checkIn: true,
    customerScreen: 'off' as const,
    cameraScanner: true,
  };
  expect(changeOf(stored, form)).toEqual({
    market: 'DK',
    language: 'en',
    clubName: '',
    profile: 'production',
    merchantSerialNumber: '654321',
    clientId: 'id',
    subscriptionKey: 'key',
    checkIn: true,
    customerScreen: 'off',
    cameraScanner: true,
  });
});

test('the currency follows the market', () => {
  expect((['NO', 'DK', 'FI'] as const).map(currencyOf)).toEqual(['NOK', 'DKK', 'EUR']);
});

test('keys are lacking until each is stored or typed, and the number stands there', () => {
  expect(lacksKeys(stored, formOf(stored))).toBe(false);
  const without: SettingsView = { ...stored, keys: { ...stored.keys, clientSecret: false } };
  expect(lacksKeys(without, formOf(without))).toBe(true);
  expect(lacksKeys(without, { ...formOf(without), clientSecret: 'typed' })).toBe(false);
  expect(lacksKeys(stored, { ...formOf(stored), merchantSerialNumber: ' ' })).toBe(true);
});
