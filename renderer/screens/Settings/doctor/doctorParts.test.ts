/** The small decisions of the scanner doctor's section. */

import { expect, test } from 'vitest';
import type { Door } from '../../../../app/contract/door.ts';
import { ok } from '../../../../app/kernel/result.ts';
import { pageName, shownElsewhere, tellDoctor } from './doctorLine.ts';
import { drawCodes } from './drawCodes.ts';
import { droppedGroups } from './dropped.ts';
import { facingRows, turned } from './facing.ts';
import { commandSheet, testCodes } from './sheetCodes.ts';
import { symbologyName } from './symbology.ts';

test('a kind of code in the name on the box', () => {
  const named = (identifier: string, length = 46) => symbologyName(identifier, length);
  expect([named(']Q1'), named(']E0', 13), named(']E0', 12), named(']E0', 8), named(']E4', 8)]).toEqual([
    'QR',
    'EAN-13',
    'UPC-A',
    'EAN / UPC',
    'EAN-8',
  ]);
  expect([named(']C0'), named(']C1'), named(']Xg'), named(']X0')]).toEqual([
    'Code 128',
    'GS1-128',
    'UPC-A',
    null,
  ]);
});

test('what was dropped, in few kinds, and nothing of what never happened', () => {
  const dropped = [
    { why: 'torn', count: 2 },
    { why: 'timeout', count: 1 },
    { why: 'garbled', count: 0 },
    { why: 'something new', count: 4 },
  ];
  expect([...droppedGroups(dropped)]).toEqual([
    ['half', 3],
    ['garbled', 4],
  ]);
});

test('a scanner that types is the cashier’s; one that is away keeps its side', () => {
  const devices = [
    { id: 'a', name: 'Zebra', mode: 'hidPos' },
    { id: 'b', name: 'Voyager', mode: 'keyboard' },
  ] as const;
  expect(facingRows(devices, ['c', 'a'])).toEqual([
    { id: 'a', name: 'Zebra', faces: true },
    { id: 'c', name: null, faces: true },
  ]);
  expect(turned(['c'], 'a', true)).toEqual(['a', 'c']);
  expect(turned(['a', 'c'], 'a', false)).toEqual(['c']);
});

test('open and closed arrive in the order in which they were told, however slow the way is', async () => {
  const arrived: boolean[] = [];
  const waiting: (() => void)[] = [];
  // The only call that is made here is the doctor's.
  const call = (async (_name: string, { open }: { open: boolean }) => {
    if (open) await new Promise<void>((resume) => waiting.push(resume));
    arrived.push(open);
    return ok(null);
  }) as unknown as Door['call'];
  const door = { call };
  const told = [tellDoctor(door, 'a', true), tellDoctor(door, 'a', false)];
  await Promise.resolve();
  expect(arrived).toEqual([]);
  for (const resume of waiting) resume();
  await Promise.all(told);
  expect(arrived).toEqual([true, false]);
});

test('a page keeps its name when it is loaded again, and another has another', () => {
  const storage = () => {
    const held = new Map<string, string>();
    return {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
    };
  };
  const first = storage();
  const name = pageName(first);
  expect(name).toMatch(/^[a-z0-9-]{1,64}$/);
  expect([pageName(first) === name, pageName(storage()) === name]).toEqual([true, false]);
});

test('a doctor of this page’s own is not elsewhere', () => {
  const shownOn = (...pages: string[]) => shownElsewhere({ scans: [], pages }, 'a') !== null;
  expect([shownOn('a'), shownOn('b'), shownOn('a', 'b')]).toEqual([false, true, true]);
  expect(shownElsewhere(null, 'a')).toBeNull();
});

test('each code of the sheet is a picture with its measures', () => {
  const drawn = drawCodes([...testCodes(true), ...commandSheet]);
  // 95 narrow bars' widths and 11 free on each side, 1.25 pixels to a width.
  expect(drawn.find(({ key }) => key === 'goods')?.width).toBeGreaterThanOrEqual((95 + 22) * 1.25);
  for (const { image, width, height } of drawn) {
    expect(image).toMatch(/^data:image\/svg\+xml,/);
    expect(decodeURIComponent(image)).not.toMatch(/<script|<text|style=/);
    // Two beside each other on A4 between usual margins.
    expect([width > 90 && width < 340, height > 50 && height < 340]).toEqual([true, true]);
  }
});
