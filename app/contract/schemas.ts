/** Input schemas of every call, for the process that owns the till. A schema that disagrees with its call does not compile. */

import { z } from 'zod';
import { mostScanned } from '../domain/scan.ts';
import type { CallInput, CallName } from './calls.ts';
import { drillSteps } from './drill.ts';

const nothing = z.strictObject({});
const id = z.string().min(1).max(64);
const text = z.string().max(200);
const quantity = z.int().min(1).max(999);
/** As short as what is printed on a door, for it stands very large on the screen. */
const slotCode = z.string().trim().min(1).max(6);
const csv = z.string().max(40_000_000);
const via = z.enum(['push', 'qr']).exactOptional();
const moment = z.iso.datetime().exactOptional();

const settingsChange = z.strictObject({
  store: z
    .strictObject({
      name: z.string().trim().min(1).max(60),
      place: z.string().trim().max(60),
      // Goes into payment references, which take nothing else (payments.md 4.2).
      tillNumber: z
        .string()
        .trim()
        .regex(/^[a-zA-Z0-9-]{1,12}$/),
    })
    .exactOptional(),
  posId: z.string().trim().min(1).max(36).exactOptional(),
  market: z.enum(['NO', 'DK', 'FI']).exactOptional(),
  language: z.enum(['nb', 'en']).exactOptional(),
  clubName: z.string().trim().max(60).exactOptional(),
  profile: z.enum(['training', 'test', 'production']).exactOptional(),
  merchantSerialNumber: z
    .string()
    .regex(/^\d{4,10}$/)
    .exactOptional(),
  clientId: z.string().trim().min(1).max(200).exactOptional(),
  clientSecret: z.string().trim().min(1).max(400).exactOptional(),
  subscriptionKey: z.string().trim().min(1).max(200).exactOptional(),
  registryToken: z.string().trim().min(1).max(400).exactOptional(),
  checkIn: z.boolean().exactOptional(),
  members: z
    .union([
      z.strictObject({ kind: z.literal('embedded') }),
      z.strictObject({ kind: z.literal('http'), url: z.url().max(500) }),
    ])
    .exactOptional(),
  scanner: z
    .union([
      z.strictObject({ kind: z.enum(['auto', 'none']) }),
      z.strictObject({ kind: z.literal('device'), id: z.string().min(1).max(300) }),
    ])
    .exactOptional(),
  customerScanners: z.array(z.string().min(1).max(300)).max(20).exactOptional(),
  customerScannerAddsGoods: z.boolean().exactOptional(),
  serialScanner: z
    .strictObject({
      id: z
        .string()
        .max(300)
        .regex(/^serial:\P{Cc}+$/u),
      suffix: z.enum(['any', 'cr', 'lf']),
    })
    .nullable()
    .exactOptional(),
  customerScreen: z.enum(['auto', 'off']).exactOptional(),
  operatorPhone: z.e164().nullable().exactOptional(),
  cameraScanner: z.boolean().exactOptional(),
});

export const callSchemas = {
  scan: z.strictObject({
    text: z.string().min(1).max(mostScanned),
    symbology: z.string().max(8).exactOptional(),
    typed: z
      .strictObject({
        usText: z.string().max(mostScanned).nullable(),
        suffix: z.enum(['enter', 'tab', 'none']),
        meanGapMs: z.number().min(0).max(10_000),
      })
      .exactOptional(),
  }),
  'customer.setPhone': z.strictObject({ phone: z.string().min(1).max(40) }),
  'customer.clear': nothing,
  'checkIn.take': z.strictObject({ id }),
  'checkIn.dismiss': z.strictObject({ id }),
  'enrolment.start': nothing,
  'enrolment.cancel': nothing,
  'basket.add': z.union([
    z.strictObject({ sku: id, quantity: quantity.exactOptional() }),
    z.strictObject({ barcode: id, quantity: quantity.exactOptional() }),
  ]),
  'basket.setQuantity': z.strictObject({ lineId: id, quantity: z.int().min(0).max(999) }),
  'basket.discount': z
    .strictObject({ lineId: id, amount: z.int().min(0), reason: text })
    // A discount has a reason; taking one away needs none.
    .refine(({ amount, reason }) => amount === 0 || reason.trim() !== '', { path: ['reason'] }),
  'basket.remove': z.strictObject({ lineId: id }),
  'catalogue.search': z.strictObject({ text }),
  'sale.park': nothing,
  'sale.parked': nothing,
  'sale.recall': z.strictObject({ saleId: id }),
  'sale.discard': nothing,
  'sale.next': nothing,
  'sale.paidElsewhere': z.strictObject({ method: z.enum(['card', 'cash', 'other']) }),
  'payment.request': z.strictObject({ via }),
  'payment.resend': z.strictObject({ via, phone: z.string().min(1).max(40).exactOptional() }),
  'payment.cancel': nothing,
  'attention.retry': z.strictObject({ saleId: id }),
  'refund.request': z
    .strictObject({
      saleId: id,
      lines: z
        .array(z.strictObject({ lineId: id, quantity }))
        .min(1)
        .max(500)
        .exactOptional(),
      amount: z.int().min(1).exactOptional(),
      reason: text,
    })
    .refine(({ lines, amount }) => lines === undefined || amount === undefined, { path: ['amount'] }),
  'history.search': z.strictObject({
    text: text.exactOptional(),
    from: moment,
    to: moment,
    only: z.enum(['unresolved', 'refunded']).exactOptional(),
  }),
  'history.get': z.strictObject({ saleId: id, log: z.boolean().exactOptional() }),
  'day.report': z.strictObject({
    date: z.iso.date().exactOptional(),
    compare: z.boolean().exactOptional(),
  }),
  'day.close': nothing,
  'vending.open': nothing,
  'vending.choose': z.strictObject({ sku: id }),
  'vending.take': z.strictObject({ turn: id, sku: id }),
  'vending.settle': z.strictObject({ itemId: id, outcome: z.enum(['dispensed', 'failed']) }),
  'vending.done': z.strictObject({ turn: id }),
  'vending.more': z.strictObject({ turn: id }),
  'vending.fault': z.strictObject({ reason: z.string().trim().min(1).max(40) }),
  'vending.stop': z.strictObject({ stopped: z.boolean() }),
  'vending.stock': z.strictObject({
    slots: z
      .array(
        z.strictObject({
          sku: id,
          stock: z.int().min(0).max(9999),
          minimumAge: z.int().min(1).max(100).nullable().exactOptional(),
          code: slotCode.nullable().exactOptional(),
        }),
      )
      .max(500)
      // The till counts by goods: the same twice would be counted down twice for one.
      .refine((slots) => new Set(slots.map(({ sku }) => sku)).size === slots.length),
  }),
  unlock: z.strictObject({ pin: z.string().min(1).max(40) }),
  'pin.set': z.strictObject({ pin: z.string().min(1).max(40) }),
  'program.quit': nothing,
  'settings.get': nothing,
  'settings.update': settingsChange,
  'settings.test': nothing,
  'scanner.list': nothing,
  'scanner.doctor': z.strictObject({ open: z.boolean(), page: id }),
  'staticQr.list': nothing,
  'staticQr.put': z.strictObject({ id: id.exactOptional(), location: z.string().trim().min(1).max(36) }),
  'staticQr.file': z.strictObject({ id, format: z.enum(['svg', 'png']) }),
  'staticQr.delete': z.strictObject({ id }),
  'webhooks.list': nothing,
  'webhooks.delete': z.strictObject({ id }),
  'catalogue.import': z.strictObject({ csv }),
  'members.import': z.strictObject({ csv }),
  'training.customer': z.strictObject({
    phone: z.string().min(1).max(40),
    does: z.string().max(40),
    enrolment: z.string().max(40).exactOptional(),
    age: z.int().min(0).max(120).exactOptional(),
    afterMs: z.int().min(0).max(3_600_000).exactOptional(),
  }),
  'training.fault': z.union([
    z.strictObject({
      endpoint: z.string().max(60),
      what: z.string().max(40),
      times: z.int().min(1).max(1000).exactOptional(),
      afterMs: z.int().min(0).max(600_000).exactOptional(),
    }),
    z.strictObject({ clear: z.literal(true) }),
  ]),
  'training.drill': z.strictObject({ step: z.enum([...drillSteps, 'dismiss']) }),
} as const satisfies { readonly [K in CallName]: z.ZodType<CallInput<K>> };
