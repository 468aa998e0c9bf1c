import { expect, it } from 'vitest';
import { isKeyForCustomers } from './lockdown.ts';

const plain = { control: false, alt: false, meta: false };

it.each(['5', 'a', 'Ø', ' ', 'Tab', 'Enter', 'Backspace', 'ArrowDown'])('“%s” types or moves', (key) => {
  expect(isKeyForCustomers({ ...plain, key })).toBe(true);
});

it.each([
  'Escape',
  'F1',
  'F4',
  'F5',
  'F11',
  'F12',
  'Alt',
  'Control',
  'Meta',
  'ContextMenu',
  'PrintScreen',
  'BrowserBack',
  'BrowserHome',
  'LaunchApplication1',
  'Power',
  'Unidentified',
])('“%s” leads somewhere', (key) => {
  expect(isKeyForCustomers({ ...plain, key })).toBe(false);
});

it.each(['control', 'alt', 'meta'])('nothing is typed with %s', (held) => {
  for (const key of ['w', 'q', 'r', 'I', '+', '0', 'Tab', 'ArrowLeft'])
    expect(isKeyForCustomers({ ...plain, key, [held]: true })).toBe(false);
});
