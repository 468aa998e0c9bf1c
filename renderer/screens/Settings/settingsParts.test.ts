/** The small decisions of the settings page. */

import { expect, test } from 'vitest';
import { type DockState, dockAction } from './dock.ts';
import { scannerIsAway, scannerPart, scannerValue } from './doctor/scannerChoice.ts';
import { importWhy } from './importWhy.ts';
import { sectionsIn } from './sections.ts';
import { waysAt } from './trainingWays.ts';

const calm: DockState = { section: 'store', changed: false, saving: false, testing: false, tested: false };

test('the button saves wherever something is changed, also before a test with stored keys', () => {
  expect(dockAction({ ...calm, changed: true })).toBe('save');
  expect(dockAction({ ...calm, section: 'keys', changed: true, tested: true })).toBe('save');
});

test('with everything saved only the keys offer something: the test', () => {
  expect(dockAction(calm)).toBe('nothing');
  expect(dockAction({ ...calm, section: 'keys' })).toBe('test');
  expect(dockAction({ ...calm, section: 'keys', tested: true })).toBe('testAgain');
});

test('while something is on its way the button holds', () => {
  expect(dockAction({ ...calm, changed: true, saving: true })).toBe('saving');
  expect(dockAction({ ...calm, section: 'keys', testing: true })).toBe('testing');
});

test('a scanner survives the way into a row and back', () => {
  const parts = [
    { scannerKind: 'auto', scannerDevice: '' },
    { scannerKind: 'none', scannerDevice: '' },
    { scannerKind: 'device', scannerDevice: 'usb:05e0:1900/2' },
  ] as const;
  expect(parts.map(scannerValue)).toEqual(['auto', 'none', 'device:usb:05e0:1900/2']);
  expect(parts.map((part) => scannerPart(scannerValue(part)))).toEqual(parts);
});

test('a chosen device that is not plugged in is away; without a choice nothing is', () => {
  const zebra = {
    id: 'usb-1',
    name: 'Zebra DS2208',
    mode: 'hidPos',
    state: 'ready',
    side: 'cashier',
    dropped: [],
    remedy: null,
  } as const;
  expect(scannerIsAway({ scannerKind: 'device', scannerDevice: 'usb-2' }, [zebra])).toBe(true);
  expect(scannerIsAway({ scannerKind: 'device', scannerDevice: 'usb-1' }, [zebra])).toBe(false);
  expect(scannerIsAway({ scannerKind: 'auto', scannerDevice: '' }, [])).toBe(false);
});

test('a reason is said in words, with what stood there; an unknown one as it came', () => {
  const words = { priceUnreadable: 'The price cannot be read', nameMissing: 'The name is missing.' };
  expect(importWhy('priceUnreadable: 12,3,4', words)).toBe('The price cannot be read: 12,3,4');
  expect(importWhy('priceUnreadable', words)).toBe('The price cannot be read.');
  expect(importWhy('nameMissing: ', words)).toBe('The name is missing.');
  expect(importWhy('something new', words)).toBe('something new');
});

test('a machine has no settings of scanner, second screen and members; practising is for training', () => {
  const staffed = sectionsIn({ training: true, machine: false });
  const atMachine = sectionsIn({ training: true, machine: true });
  expect(staffed.filter((name) => !atMachine.includes(name))).toEqual(['scanner', 'customerScreen', 'club']);
  expect(sectionsIn({ training: false, machine: true })).toEqual(
    atMachine.filter((name) => name !== 'training'),
  );
});

test('only at a machine is the next customer too young, and only at a till invited', () => {
  const [atTill, atMachine] = [waysAt(false), waysAt(true)];
  expect(atMachine.filter((name) => !atTill.includes(name))).toEqual(['tooYoung']);
  expect(atTill.filter((name) => !atMachine.includes(name))).toEqual(['join', 'refuseToJoin']);
});
