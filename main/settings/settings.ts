/**
 * What a store decides about its till, as `<dataFolder>/settings.json` has it. Secrets are not in it. A field that is
 * missing has its default; a field the till does not know is refused by name, for it is a misspelt one.
 */

import { z } from 'zod';
import type { Currency } from '../../app/domain/money.ts';
import type { HouseFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { webAddress } from './environment.ts';

const schema = z.strictObject({
  store: z
    .strictObject({
      name: z.string().trim().min(1).max(60),
      place: z.string().trim().max(60),
      /** Part of every sale's number. */
      // Goes into payment references, which take letters, digits and hyphens only.
      tillNumber: z.string().regex(/^[a-zA-Z0-9-]{1,12}$/),
    })
    .default({ name: 'Klubbkassa', place: '', tillNumber: '01' }),
  /** Shown on the receipt in the customer's app. */
  posId: z.string().trim().min(1).max(36).default('POS-01'),
  /** Sets currency and calling code. */
  market: z.enum(['NO', 'DK', 'FI']).default('NO'),
  language: z.enum(['nb', 'en']).default('nb'),
  clubName: z.string().trim().max(60).default(''),
  merchantSerialNumber: z
    .string()
    .regex(/^(\d{4,10})?$/)
    .default(''),
  /** A gateway in front of the wallet's API; `null` for the profile's own address. */
  apiUrl: webAddress.nullable().default(null),
  /** Whom a customer of a machine may call, E.164; `null` where nobody is named. */
  operatorPhone: z.e164().nullable().default(null),
  /** Whether the customer's app is told of the check-in. */
  checkIn: z.boolean().default(false),
  members: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('embedded') }),
      z.strictObject({ kind: z.literal('http'), url: webAddress }),
    ])
    .default({ kind: 'embedded' }),
  scanner: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('auto') }),
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({ kind: z.literal('device'), id: z.string().min(1).max(300) }),
    ])
    .default({ kind: 'auto' }),
  customerScanners: z.array(z.string().min(1).max(300)).max(20).default([]),
  customerScannerAddsGoods: z.boolean().default(false),
  /** The serial port with a scanner at its end, beside `scanner`, and what ends a code there. */
  serialScanner: z
    .strictObject({
      id: z
        .string()
        .max(300)
        .regex(/^serial:\P{Cc}+$/u),
      suffix: z.enum(['any', 'cr', 'lf']),
    })
    .nullable()
    .default(null),
  customerScreen: z.enum(['auto', 'off']).default('auto'),
  /** A tablet's camera reads codes on the cashier's page of the headless host. */
  cameraScanner: z.boolean().default(false),
  /** What a simulated customer does for whom nothing was said; only in training. */
  trainingCustomer: z
    .strictObject({
      does: z.enum([
        'approve',
        'decline',
        'never',
        'approveLate',
        'approveWhileCancelled',
        'noWallet',
        'manual',
      ]),
      afterMs: z.int().min(0).max(600_000),
      /** Waits for the phone page instead, as long as one is open. */
      manualWhenPhoneOpen: z.boolean(),
    })
    .default({ does: 'approve', afterMs: 3000, manualWhenPhoneOpen: true }),
});

export type Settings = DeepReadonly<z.output<typeof schema>>;
export type Market = Settings['market'];

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

/** Fault `settingInvalid` with the path of the first field that is wrong or unknown, e.g. `store.tillNumber`. */
export function parseSettings(value: unknown): Result<Settings, HouseFault> {
  const parsed = schema.safeParse(value);
  return parsed.success
    ? ok(frozen(parsed.data))
    : err({ kind: 'settingInvalid', field: fieldOf(parsed.error) });
}

/** The settings with some top-level fields replaced; checked like a file. */
export function changedSettings(settings: Settings, change: object): Result<Settings, HouseFault> {
  return parseSettings({ ...settings, ...change });
}

export const usualSettings: Settings = frozen(schema.parse({}));

export const currencyOf: Readonly<Record<Market, Currency>> = { NO: 'NOK', DK: 'DKK', FI: 'EUR' };

function fieldOf(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return '';
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...issue.path, ...unknown].join('.');
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) frozen(item);
    Object.freeze(value);
  }
  return value;
}
