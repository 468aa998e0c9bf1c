/** What surrounds node-hid: words of the operating system, files of Linux, ids, watching. */

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assignIds, usbId } from '../deviceIds.ts';
import { createManualClock } from '../simulated/manualClock.ts';
import { createSimulatedHid } from '../simulated/simulatedHid.ts';
import type { HidDevice } from './hid.ts';
import { openingFault, settleMsOn } from './nodeHid.ts';
import { readDescriptor, readMark } from './sysfs.ts';
import { startWatch } from './watch.ts';

test('the operating systems’ words become faults', () => {
  const path = 'cannot open device with path X';
  expect(
    [
      `${path} (Failed to open a device with path '/dev/hidraw0': Permission denied)`,
      `${path} (hid_open_path: CreateFileA: (0x00000005) Access is denied.)`,
      `${path} (hid_open_path: CreateFileA: (0x00000020) Sharing violation)`,
      `${path} (hid_open_path: failed to open IOHIDDevice from mach entry: (0xE00002E2) not permitted)`,
      `${path} (hid_open_path: failed to open IOHIDDevice from mach entry: (0xE00002C5) exclusive access)`,
      `${path} (No such file or directory)`,
    ].map((why) => openingFault(why).kind),
  ).toEqual(['deviceDenied', 'deviceDenied', 'deviceBusy', 'deviceDenied', 'deviceBusy', 'deviceMissing']);
});

test('only Windows hands over old reports on open; elsewhere the first scan counts at once', () => {
  expect((['win32', 'linux', 'darwin'] as const).map(settleMsOn)).toEqual([250, 0, 0]);
});

test('descriptor and mark out of the folders of Linux; null where there are none', async () => {
  const root = await mkdtemp(join(tmpdir(), 'hidraw-'));
  const first = join(root, 'devices', '0003:0C2E:0B81.0001');
  const second = join(root, 'devices', '0003:0C2E:0B81.0002');
  const shelf = join(root, 'class');
  await mkdir(join(first, 'device'), { recursive: true });
  await mkdir(second, { recursive: true });
  await mkdir(shelf);
  await writeFile(join(first, 'device', 'report_descriptor'), Buffer.from('058c', 'hex'));
  await symlink(first, join(shelf, 'hidraw0'));

  expect(await readDescriptor('/dev/hidraw0', shelf)).toEqual(Buffer.from('058c', 'hex'));
  expect(await readDescriptor('/dev/hidraw1', shelf)).toBeNull();
  expect(await readDescriptor('/dev/../etc/hidraw0', shelf)).toBeNull();
  expect(await readMark(join(root, 'nowhere'))).toBeNull();

  const before = await readMark(shelf);
  await rm(join(shelf, 'hidraw0'));
  await symlink(second, join(shelf, 'hidraw0'));
  const after = await readMark(shelf);
  expect([before?.endsWith('0001'), after?.endsWith('0002')]).toEqual([true, true]);
  await rm(root, { recursive: true });
});

test('a device keeps its id while it stays; who comes back takes the free one', () => {
  const twin = (path: string): HidDevice => ({
    path,
    vendorId: 0x1eab,
    productId: 0x0d10,
    usagePage: 0x8c,
    usage: 2,
    serialNumber: null,
    manufacturer: null,
    product: null,
  });
  const baseId = (device: HidDevice) => usbId('hid', device);
  const both = assignIds([twin('a'), twin('b')], new Map(), baseId);
  const one = assignIds([twin('b')], both, baseId);
  const back = assignIds([twin('c'), twin('b')], one, baseId);
  expect([...both]).toEqual([
    ['a', 'hid:1eab:0d10'],
    ['b', 'hid:1eab:0d10#2'],
  ]);
  expect([...one]).toEqual([['b', 'hid:1eab:0d10#2']]);
  expect(new Map(back)).toEqual(
    new Map([
      ['b', 'hid:1eab:0d10#2'],
      ['c', 'hid:1eab:0d10'],
    ]),
  );
});

test('the list is only read when the mark moved, and each second where there is no mark', async () => {
  for (const [hasMark, expected] of [
    [true, 2],
    [false, 6],
  ] as const) {
    const clock = createManualClock();
    const simulated = createSimulatedHid();
    let lists = 0;
    const watch = startWatch(
      {
        ...simulated,
        onChange: () => () => undefined,
        mark: () => (hasMark ? simulated.mark() : Promise.resolve(null)),
        list: () => {
          lists += 1;
          return simulated.list();
        },
      },
      clock,
    );
    await clock.advance(2500);
    simulated.plug({ name: 'desk' });
    await clock.advance(2500);
    expect([lists, watch.devices()?.length]).toEqual([expected, 1]);
    await watch.close();
  }
});
