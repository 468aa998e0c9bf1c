import { expect, test } from 'vitest';
import { remedyFor } from './remedies.ts';

const zebra = { mode: 'hidPos', vendorId: 0x05e0 } as const;

test('Linux: the rule names this maker in lower-case hex and nobody but the user at the screen', () => {
  expect(remedyFor({ ...zebra, state: 'denied' }, 'linux')).toEqual({
    kind: 'udevRule',
    file: '/etc/udev/rules.d/70-klubbkassa-scanner.rules',
    rule: 'KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="05e0", MODE="0660", TAG+="uaccess"',
  });
});

test.each([
  ['denied', 'darwin', 'inputMonitoring'],
  ['denied', 'win32', 'otherProgram'],
  ['busy', 'linux', 'otherProgram'],
  ['lost', 'win32', 'plugIn'],
  ['absent', 'darwin', 'plugIn'],
] as const)('%s on %s: %s', (state, platform, kind) => {
  expect(remedyFor({ ...zebra, state }, platform)).toEqual({ kind });
});

test('Linux: a serial port belongs to a group', () => {
  expect(remedyFor({ ...zebra, mode: 'serial', state: 'denied' }, 'linux')).toEqual({ kind: 'serialGroup' });
});

test('what works needs nothing; a scanner that types could be switched', () => {
  expect(remedyFor({ ...zebra, state: 'ready' }, 'linux')).toBeNull();
  expect(remedyFor({ ...zebra, state: 'unused' }, 'win32')).toBeNull();
  expect(remedyFor({ ...zebra, mode: 'keyboard', state: 'unused' }, 'win32')).toEqual({ kind: 'hidPosMode' });
});
