import { expect, test } from 'vitest';
import { isOwn, mayRequest, ownOrigin, pageAddress } from './ownPages.ts';

test('the till’s own pages are its own', () => {
  expect(isOwn(pageAddress('till'))).toBe(true);
  expect(isOwn(pageAddress('display'))).toBe(true);
  expect(isOwn('app://till/assets/main.js')).toBe(true);
});

test.each([
  'app://till.example/',
  'app://example/till/',
  'app://till:8080/',
  'app://user@till/',
  'app:till/index.html',
  'https://till/',
  'file:///index.html',
  'data:text/html,x',
  'not an address',
])('%s is not', (address) => {
  expect(isOwn(address)).toBe(false);
});

test('the till’s windows may load what is theirs and nothing else', () => {
  expect(mayRequest('app://till/qr/1', ownOrigin)).toBe(true);
  expect(mayRequest('http://127.0.0.1:1/x', ownOrigin)).toBe(false);
  expect(mayRequest('https://qr.vipps.no/x', ownOrigin)).toBe(false);
  expect(mayRequest('file:///etc/passwd', ownOrigin)).toBe(false);
});

test('the training phone may load from its one origin, compared whole', () => {
  const origin = 'http://127.0.0.1:4000';
  expect(mayRequest('http://127.0.0.1:4000/phone', origin)).toBe(true);
  expect(mayRequest('http://127.0.0.1:40001/phone', origin)).toBe(false);
  expect(mayRequest('http://127.0.0.1:4000.example/', origin)).toBe(false);
  expect(mayRequest('app://till/index.html', origin)).toBe(false);
  expect(mayRequest('file:///etc/passwd', origin)).toBe(false);
});
