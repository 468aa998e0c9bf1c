/** What a machine holds, over a restart of the till and over an update of it. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ok } from '../../app/kernel/result.ts';
import type { Log } from '../../app/ports/Log.ts';
import { openStock } from './machineStock.ts';

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
    open: () => openStock(folder, log),
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
  stock.taken('1001');
  expect(open().slots()).toEqual([{ sku: '1001', stock: 2, minimumAge: null, code: 'B4' }]);
});

it('a file that cannot be understood sells nothing, and the log says so', () => {
  const { open, write, told } = aFolder();
  write('[{"sku":"1001","stock":-1,"minimumAge":null}]');
  expect(open().slots()).toEqual([]);
  expect(told).toEqual(['stock.unreadable']);
});

it('what the manager has stopped is stopped after a restart, whatever is counted meanwhile', () => {
  const { open } = aFolder();
  const stock = open();
  expect(stock.isStopped()).toBe(false);
  expect(stock.setStopped(true)).toEqual(ok());
  expect(stock.replace([{ sku: '1001', stock: 3, minimumAge: null }])).toEqual(ok());
  stock.taken('1001');
  const again = open();
  expect([again.isStopped(), again.slots()]).toEqual([true, [{ sku: '1001', stock: 2, minimumAge: null }]]);
});
