/** For every call inputs that its schema takes and inputs that it refuses. */

import type { CallInput, CallName } from '../contract/calls.ts';
import { mostScanned } from '../domain/scan.ts';

const long = (length: number) => 'x'.repeat(length);

interface Samples<K extends CallName> {
  readonly takes: readonly CallInput<K>[];
  readonly refuses: readonly unknown[];
}

const nothing = { takes: [{}], refuses: [{ extra: 1 }] } as const;
const via = {
  takes: [{}, { via: 'push' }, { via: 'qr' }],
  refuses: [{ via: 'sms' }, { amount: 1 }],
} as const;
const csv = { takes: [{ csv: 'a;b\n1;2' }], refuses: [{}, { csv: 1 }] } as const;

export const callSamples: { readonly [K in CallName]: Samples<K> } = {
  scan: {
    takes: [
      { text: '2000000010014' },
      { text: long(mostScanned), symbology: ']Q1' },
      { text: 'x', typed: { usText: long(mostScanned), suffix: 'enter', meanGapMs: 10_000 } },
      { text: 'x', typed: { usText: null, suffix: 'none', meanGapMs: 0.5 } },
    ],
    refuses: [
      { text: '' },
      { text: long(mostScanned + 1) },
      { text: 'x', symbology: long(9) },
      { text: 1 },
      { text: 'x', typed: { usText: long(mostScanned + 1), suffix: 'tab', meanGapMs: 1 } },
      { text: 'x', typed: { usText: null, suffix: 'cr', meanGapMs: 1 } },
      { text: 'x', typed: { usText: null, suffix: 'none', meanGapMs: 10_001 } },
      { text: 'x', typed: { usText: null, suffix: 'none', meanGapMs: -1 } },
      { text: 'x', typed: { suffix: 'none', meanGapMs: 1 } },
    ],
  },
  'customer.setPhone': {
    takes: [{ phone: '+47 912 34 567' }],
    refuses: [{ phone: '' }, { phone: 91234567 }, { phone: long(41) }, { phone: '1', proof: 'qrExchange' }],
  },
  'customer.clear': nothing,
  'checkIn.take': { takes: [{ id: 'a-1' }], refuses: [{}, { id: '' }] },
  'checkIn.dismiss': { takes: [{ id: 'a-1' }], refuses: [{}, { id: 1 }] },
  'enrolment.start': nothing,
  'enrolment.cancel': nothing,
  'basket.add': {
    takes: [{ sku: '1001' }, { barcode: '2000000010014', quantity: 999 }],
    refuses: [
      { sku: '' },
      { sku: '1', quantity: 0 },
      { sku: '1', quantity: 1000 },
      { sku: '1', quantity: 1.5 },
      { sku: '1', barcode: '2' },
      { sku: '1', price: 1 },
      { quantity: 1 },
    ],
  },
  'basket.setQuantity': {
    takes: [{ lineId: 'a', quantity: 0 }],
    refuses: [{ lineId: 'a' }, { lineId: 'a', quantity: -1 }, { lineId: 'a', quantity: '2' }],
  },
  'basket.discount': {
    takes: [{ lineId: 'a', amount: 0, reason: '' }],
    refuses: [
      { lineId: 'a', amount: -1, reason: 'r' },
      { lineId: 'a', amount: 0.5, reason: 'r' },
      { lineId: 'a', amount: 1, reason: long(201) },
      { lineId: 'a', amount: Number.NaN, reason: 'r' },
    ],
  },
  'basket.remove': { takes: [{ lineId: 'a' }], refuses: [{ lineId: long(65) }, {}] },
  'catalogue.search': { takes: [{ text: '' }], refuses: [{ text: long(201) }, { text: null }] },
  'sale.park': nothing,
  'sale.parked': nothing,
  'sale.recall': { takes: [{ saleId: 'a' }], refuses: [{}, { saleId: '' }] },
  'sale.discard': nothing,
  'sale.next': nothing,
  'sale.paidElsewhere': {
    takes: [{ method: 'card' }, { method: 'cash' }, { method: 'other' }],
    refuses: [{ method: 'wallet' }, {}],
  },
  'payment.request': via,
  'payment.resend': {
    takes: [...via.takes, { phone: '+47 912 34 567' }, { via: 'push', phone: '1' }],
    refuses: [...via.refuses, { phone: '' }, { phone: long(41) }, { phone: 47 }],
  },
  'payment.cancel': nothing,
  'attention.retry': { takes: [{ saleId: 'a' }], refuses: [{}, { saleId: '' }, { saleId: long(65) }] },
  'refund.request': {
    takes: [
      { saleId: 'a', reason: 'Wrong size' },
      { saleId: 'a', amount: 1, reason: '' },
      { saleId: 'a', lines: [{ lineId: 'l', quantity: 1 }], reason: 'Faulty' },
    ],
    refuses: [
      { saleId: 'a' },
      { saleId: 'a', amount: 0, reason: 'r' },
      { saleId: 'a', amount: -100, reason: 'r' },
      { saleId: 'a', amount: 1.5, reason: 'r' },
      { saleId: 'a', lines: [], reason: 'r' },
      { saleId: 'a', lines: [{ lineId: 'l', quantity: 0 }], reason: 'r' },
      { saleId: 'a', lines: [{ lineId: 'l', quantity: 1 }], amount: 1, reason: 'r' },
      { saleId: 'a', reason: long(201) },
    ],
  },
  'history.search': {
    takes: [
      {},
      { text: '2 225,20' },
      { from: '2026-11-25T00:00:00Z', to: '2026-11-26T00:00:00.000Z' },
      { only: 'refunded' },
    ],
    refuses: [{ from: 'yesterday' }, { only: 'paid' }, { text: long(201) }],
  },
  'history.get': {
    takes: [{ saleId: 'a' }, { saleId: 'a', log: false }],
    refuses: [{}, { saleId: 1 }, { saleId: 'a', log: 1 }],
  },
  'day.report': {
    takes: [{}, { date: '2026-11-25' }, { date: '2026-02-28', compare: true }],
    refuses: [{ date: '2026-02-30' }, { date: '25.11.2026' }, { compare: 'yes' }],
  },
  'day.close': nothing,
  'vending.open': { takes: [{}], refuses: [{ door: true }] },
  'vending.choose': { takes: [{ sku: '1001' }], refuses: [{}, { sku: '' }, { sku: '1001', price: 1 }] },
  'vending.take': { takes: [{ turn: 't', sku: '1001' }], refuses: [{ sku: '1001' }, { turn: 't', sku: '' }] },
  'vending.settle': {
    takes: [
      { itemId: 'i-1', outcome: 'dispensed' },
      { itemId: 'i-1', outcome: 'failed' },
    ],
    refuses: [{ itemId: 'i-1' }, { itemId: 'i-1', outcome: 'unknown' }],
  },
  'vending.done': { takes: [{ turn: 't' }], refuses: [{}, { turn: '' }] },
  'vending.more': { takes: [{ turn: 't' }], refuses: [{}, { turn: 't', ms: 1 }] },
  'vending.fault': { takes: [{ reason: 'E07' }], refuses: [{}, { reason: ' ' }, { reason: long(41) }] },
  'vending.stop': { takes: [{ stopped: true }, { stopped: false }], refuses: [{}, { stopped: 'yes' }] },
  'vending.stock': {
    takes: [
      { slots: [] },
      {
        slots: [
          { sku: '1001', stock: 3 },
          { sku: '1002', stock: 0, minimumAge: 18, code: 'B4' },
        ],
      },
    ],
    refuses: [
      {},
      { slots: [{ sku: '1001', stock: -1 }] },
      { slots: [{ sku: '1001', stock: 1.5 }] },
      { slots: [{ sku: '1001', stock: 1, code: ' ' }] },
      {
        slots: [
          { sku: '1001', stock: 1, code: 'A1' },
          { sku: '1001', stock: 1, code: 'A2' },
        ],
      },
      { slots: [{ sku: '1001', stock: 1, code: long(7) }] },
    ],
  },
  unlock: { takes: [{ pin: '274913' }], refuses: [{}, { pin: '' }, { pin: 274913 }, { pin: long(41) }] },
  'pin.set': { takes: [{ pin: '274913' }], refuses: [{}, { pin: '' }, { pin: 274913 }] },
  'program.quit': nothing,
  'settings.get': nothing,
  'settings.update': {
    takes: [
      {},
      { store: { name: 'Bekkelund Sport', place: '', tillNumber: '01' } },
      { members: { kind: 'http', url: 'https://club.example/api' }, scanner: { kind: 'device', id: 'x' } },
      {
        merchantSerialNumber: '123456',
        clientSecret: 's',
        checkIn: true,
        customerScreen: 'off',
        operatorPhone: '+4722000000',
        cameraScanner: true,
      },
      { serialScanner: { id: 'serial:05e0:1701', suffix: 'any' } },
      { serialScanner: null },
    ],
    refuses: [
      { serialScanner: { id: 'hid:05e0:2100', suffix: 'any' } },
      { serialScanner: { id: 'serial:', suffix: 'any' } },
      { serialScanner: { id: 'serial:/dev/tty\u0000', suffix: 'any' } },
      { posId: '' },
      { posId: long(37) },
      { store: { name: 'B', place: '' } },
      { store: { name: 'B', place: '', tillNumber: 'kasse 1' } },
      { store: { name: 'B', place: '', tillNumber: 'ø1' } },
      { merchantSerialNumber: '12a' },
      { members: { kind: 'http' } },
      { members: { kind: 'http', url: 'club' } },
      { serialScanner: { id: 'serial:05e0:1701' } },
      { serialScanner: { id: '', suffix: 'cr' } },
      { serialScanner: { id: 'COM3', suffix: 'crlf' } },
      { profile: 'demo' },
      { baseUrl: 'https://example.com' },
    ],
  },
  'settings.test': nothing,
  'scanner.doctor': {
    takes: [
      { open: true, page: 'a' },
      { open: false, page: 'a' },
    ],
    refuses: [{}, { open: true }, { open: 1, page: 'a' }, { open: true, page: '' }],
  },
  'scanner.list': nothing,
  'staticQr.list': { takes: [{}], refuses: [{ all: true }] },
  'staticQr.put': {
    takes: [{ location: 'Kasse 1' }, { id: 'kasse-1.abc', location: 'Kasse 1' }],
    refuses: [{}, { location: '' }, { location: long(37) }, { location: 'Kasse 1', category: 'VENDING' }],
  },
  'staticQr.file': {
    takes: [{ id: 'kasse-1.abc', format: 'png' }],
    refuses: [{ id: 'kasse-1.abc' }, { id: 'kasse-1.abc', format: 'pdf' }, { id: '', format: 'svg' }],
  },
  'staticQr.delete': { takes: [{ id: 'kasse-1.abc' }], refuses: [{}] },
  'webhooks.list': { takes: [{}], refuses: [{ id: 'a' }] },
  'webhooks.delete': { takes: [{ id: 'a' }], refuses: [{}] },
  'catalogue.import': csv,
  'members.import': csv,
  'training.customer': {
    takes: [
      { phone: '91234567', does: 'approve' },
      { phone: '1', does: 'decline', enrolment: 'refuse', age: 17, afterMs: 0 },
    ],
    refuses: [
      { phone: '1' },
      { phone: '1', does: 'approve', age: -1 },
      { phone: '1', does: 'approve', afterMs: -1 },
    ],
  },
  'training.fault': {
    takes: [{ endpoint: 'create', what: 'noAnswer', times: 1 }, { clear: true }],
    refuses: [{ clear: false }, { endpoint: 'create' }, { endpoint: 'create', what: 'x', times: 0 }],
  },
  'training.drill': {
    takes: [{ step: 'basket' }, { step: 'afterCapture' }, { step: 'dismiss' }],
    refuses: [{}, { step: 'now' }, { step: 'basket', saleId: 'a' }],
  },
};
