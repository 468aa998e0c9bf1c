/** What a machine holds, over a restart of the till and over an update of it. */

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { LineId } from '../../app/domain/sale.ts';
import { ok } from '../../app/kernel/result.ts';
import type { Log } from '../../app/ports/Log.ts';
import { virtualClock } from '../../app/testing/virtualClock.ts';
import { openStock } from './machineStock.ts';

const item = 'item-1' as LineId;

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'klubbkassa-stock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const told: string[] = [];
  const note = (event: string) => {
    told.push(event);
  };
  const log: Log = { info: note, warn: note, error: note };
  return {
    told,
    open: () => openStock(folder, { log, clock: virtualClock() }),
    files: () => readdirSync(folder).map((name) => name.replace(/broken-.*\.json/, 'broken')),
    write: (text: string) => writeFileSync(join(folder, 'machine.json'), text),
  };
}

it('a list from before there were codes is read as it is', () => {
  const { open, write, told } = aFolder();
  write('[{"sku":"1001","stock":3,"minimumAge":18}]');
  expect(open().slots()).toEqual([{ sku: '1001', stock: 3, minimumAge: 18 }]);
  expect(told).toEqual([]);
});

it('what was counted and its code are there after a restart', () => {
  const { open } = aFolder();
  const stock = open();
  expect(stock.replace([{ sku: '1001', stock: 3, minimumAge: null, code: 'B4' }])).toEqual(ok());
  stock.taken('1001', item);
  expect(open().slots()).toEqual([{ sku: '1001', stock: 2, minimumAge: null, code: 'B4' }]);
});

it.each(['[{"sku":"1001","stock":-1,"minimumAge":null}]', '{"slots":[],"stopp', ''])(
  'a file that cannot be understood (%s) sells nothing and is stopped; it is kept, and the manager ends that',
  (text) => {
    const { open, write, told, files } = aFolder();
    write(text);
    const stock = open();
    expect([stock.slots(), stock.isStopped(), files()]).toEqual([[], true, ['machine.json']]);
    expect(told).toEqual(['stock.unreadable']);
    expect(stock.replace([{ sku: '1001', stock: 3, minimumAge: null }])).toEqual(ok());
    expect([open().isStopped(), files()]).toEqual([true, ['machine.broken', 'machine.json']]);
    expect(stock.setStopped(false)).toEqual(ok());
    expect([open().isStopped(), open().slots().length]).toEqual([false, 1]);
  },
);

it('an item is counted once, whoever says it again and whenever', () => {
  const { open } = aFolder();
  const stock = open();
  stock.replace([{ sku: '1001', stock: 3, minimumAge: null }]);
  stock.taken('1001', item);
  stock.taken('1001', 'item-2' as LineId);
  stock.taken('1001', item);
  open().taken('1001', item);
  expect(open().slots()).toEqual([{ sku: '1001', stock: 1, minimumAge: null }]);
});

it('what the manager has stopped is stopped after a restart, whatever is counted meanwhile', () => {
  const { open } = aFolder();
  const stock = open();
  expect(stock.isStopped()).toBe(false);
  expect(stock.setStopped(true)).toEqual(ok());
  expect(stock.replace([{ sku: '1001', stock: 3, minimumAge: null }])).toEqual(ok());
  stock.taken('1001', item);
  const again = open();
  expect([again.isStopped(), again.slots()]).toEqual([true, [{ sku: '1001', stock: 2, minimumAge: null }]]);
});
