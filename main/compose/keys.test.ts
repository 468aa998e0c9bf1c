import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Log } from '../../app/ports/Log.ts';
import { keyInFile, keyInSystem, type SystemStore } from './keys.ts';

let folder: string;
let warned: string[];
const log: Log = { info: () => undefined, warn: (event) => void warned.push(event), error: () => undefined };

/** Seals with one letter, so that another user's store can be told apart. */
function system(owner: string, available = true): SystemStore {
  return {
    available: () => available,
    seal: (text) => Buffer.from(owner + text),
    unseal(sealed) {
      const text = Buffer.from(sealed).toString();
      if (!text.startsWith(owner)) throw new Error('not sealed here');
      return text.slice(owner.length);
    },
  };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klubbkassa-'));
  warned = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the operating system keeps the key, and the next start gets the same one', () => {
  const first = keyInSystem(system('a')).keyOf(folder, log);
  const second = keyInSystem(system('a')).keyOf(folder, log);
  expect(first).toEqual({ ok: true, value: expect.any(Uint8Array) });
  expect(second).toEqual(first);
  expect(readdirSync(folder)).toEqual(['till.key.sealed']);
  expect(statSync(join(folder, 'till.key.sealed')).mode & 0o077).toBe(
    process.platform === 'win32' ? 0o066 : 0,
  );
  expect(warned).toEqual([]);
});

test('a key that the operating system will not open is no reason to make a new one', () => {
  keyInSystem(system('a')).keyOf(folder, log);
  const refused = { ok: false, fault: { kind: 'secretsUnavailable' } };
  expect(keyInSystem(system('b')).keyOf(folder, log)).toEqual(refused);
  expect(keyInSystem(system('b', false)).keyOf(folder, log)).toEqual(refused);
  expect(keyInSystem(system('a')).keyOf(folder, log).ok).toBe(true);
});

test('without a store of the operating system the key is a file, and the log says so', () => {
  const kept = keyInSystem(system('a', false)).keyOf(folder, log);
  expect(kept.ok).toBe(true);
  expect(warned).toEqual(['key.inFile']);
  expect(keyInFile.keyOf(folder, log)).toEqual(kept);
});

test('a folder of the headless host keeps its key file on the desktop', () => {
  const headless = keyInFile.keyOf(folder, log);
  expect(keyInSystem(system('a')).keyOf(folder, log)).toEqual(headless);
  expect(readdirSync(folder)).toEqual(['till.key']);
});
