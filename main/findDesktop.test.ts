import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findDesktop } from './findDesktop.ts';

const bare = { environment: {}, electronPackage: '/till/node_modules/electron', isRoot: false, given: [] };

test('Linux needs a display before anybody looks for Electron', () => {
  const machine = { ...bare, platform: 'linux', exists: () => true } as const;
  expect(findDesktop(machine)).toEqual({ ok: false, fault: 'there is no display' });
  for (const environment of [{ DISPLAY: ':0' }, { WAYLAND_DISPLAY: 'wayland-0' }]) {
    expect(findDesktop({ ...machine, environment }).ok).toBe(true);
  }
});

test('an Electron at hand comes before the one of the package', () => {
  const machine = { ...bare, platform: 'linux', exists: () => true } as const;
  expect(findDesktop({ ...machine, environment: { DISPLAY: ':0' } })).toEqual({
    ok: true,
    value: join('/till/node_modules/electron/dist/electron'),
  });
  const environment = { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: '/opt/electron' };
  expect(findDesktop({ ...machine, environment })).toEqual({
    ok: true,
    value: join('/opt/electron/electron'),
  });
});

test('without a binary there is no desktop, and nobody fetches one', () => {
  const asked: string[] = [];
  const exists = (path: string): boolean => {
    asked.push(path);
    return false;
  };
  expect(findDesktop({ ...bare, platform: 'win32', exists })).toEqual({
    ok: false,
    fault: 'there is no Electron binary on this machine',
  });
  expect(asked).toEqual([join('/till/node_modules/electron/dist/electron.exe')]);
});

test('root gets the desktop only without its sandbox, and only by saying so', () => {
  const environment = { DISPLAY: ':0' };
  const machine = { ...bare, environment, platform: 'linux', exists: () => true, isRoot: true } as const;
  expect(findDesktop(machine)).toMatchObject({ ok: false, fault: expect.stringContaining('--no-sandbox') });
  expect(findDesktop({ ...machine, given: ['--no-sandbox'] }).ok).toBe(true);
  expect(findDesktop({ ...machine, platform: 'darwin' }).ok).toBe(true);
});
