/** Report descriptors to report forms. */

import { expect, test } from 'vitest';
import { readForms } from './descriptor.ts';

const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex');

test('the published Honeywell descriptor: count, AIM, 56 bytes of data, continued bit in byte 61', () => {
  const forms = readForms(
    hex(`058c 0902 a101 8502 0912 a102 1500 26ff00 7508 9501 0501 093b 8102
         9503 058c 09fb 09fc 09fd 8102 9538 09fe 820201 2501 7501 9501 09ff 8102 7507 8103 c0 c0`),
  );
  expect(forms).toEqual([
    {
      name: 'descriptor',
      reportId: 2,
      length: 62,
      count: { at: 1, bytes: 1 },
      aimAt: 2,
      aimIsProof: false,
      dataAt: 5,
      dataBytes: 56,
      letterAt: null,
      continued: { at: 61, mask: 1 },
    },
  ]);
});

test('two bytes of count, usages of four bytes, a usage range and a vendor letter', () => {
  const forms = readForms(
    hex(`058c 0902 a101 8507 1500 26ff00 7510 9501 0b3b000100 8102
         7508 9503 058c 19fb 29fd 8102 9508 09fe 8102 9501 0b040066ff 8102
         7507 8103 7501 09ff 8102 c0`),
  );
  expect(forms).toEqual([
    {
      name: 'descriptor',
      reportId: 7,
      length: 16,
      count: { at: 1, bytes: 2 },
      aimAt: 3,
      aimIsProof: false,
      dataAt: 6,
      dataBytes: 8,
      letterAt: 14,
      continued: { at: 15, mask: 0x80 },
    },
  ]);
});

test('without report ids the content begins at byte 0', () => {
  const [form] = readForms(hex('058c 0902 a101 7508 9538 09fe 8102 c0'));
  expect([form?.reportId, form?.dataAt, form?.length, form?.count, form?.continued]).toEqual([
    null,
    0,
    56,
    null,
    null,
  ]);
});

test('push and pop keep the globals apart', () => {
  const [form] = readForms(hex('058c 0902 a101 7508 9501 a4 0501 093b 8102 b4 09fe 8102 c0'));
  expect([form?.count, form?.dataAt, form?.dataBytes]).toEqual([{ at: 0, bytes: 1 }, 1, 1]);
});

test('a keyboard, rubbish and damaged descriptors give no form', () => {
  const keyboard = hex('0501 0906 a101 0507 19e0 29e7 1500 2501 7501 9508 8102 c0');
  const cutOff = hex('058c 0902 a101 7508 9538 09fe 82 02');
  const enormous = hex('058c 0902 a101 7508 97ffffffff 09fe 8102 c0');
  const notBytes = hex('058c 0902 a101 7507 9538 09fe 8102 c0');
  expect(
    [keyboard, cutOff, enormous, notBytes, new Uint8Array()].map((one) => readForms(one).length),
  ).toEqual([0, 0, 0, 0, 0]);
});
