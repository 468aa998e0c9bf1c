/** The people of the simulated world: what each does next is data, set by a test, a cashier in training or nobody. */

import { z } from 'zod';
import { type Memory, noMemory } from './memory.ts';
import { stableUuid } from './mint.ts';
import type { DefaultCustomer, Settled } from './options.ts';

/**
 * `approveLate` half a minute before the request dies · `approveWhileCancelled` in the instant before the first cancel
 * is worked on, so that the cancel loses the race · `noWallet` the number is unknown to the wallet (7010) · `manual`
 * the phone page decides.
 */
export const payingWays = [
  'approve',
  'decline',
  'never',
  'approveLate',
  'approveWhileCancelled',
  'noWallet',
  'manual',
] as const;
export type PayingWay = (typeof payingWays)[number];

export const enrolmentWays = [
  'approve',
  'refuse',
  'never',
  'oldApp',
  'notUser',
  'underAge',
  'tooMany',
  'manual',
] as const;
export type EnrolmentWay = (typeof enrolmentWays)[number];

export const customerScript = z.strictObject({
  does: z.enum(payingWays).optional(),
  /** Milliseconds until the customer acts. */
  afterMs: z.int().min(0).max(600_000).optional(),
  /** So long the approval is being worked on by the bank; a cancel meanwhile is refused with 6250. */
  processingMs: z.int().min(0).max(600_000).optional(),
  /** What the bank says to the first capture: 6260, or 6280 once. */
  capture: z.enum(['fundsUnavailable', 'tryAgainOnce']).optional(),
  enrolment: z.enum(enrolmentWays).optional(),
  enrolmentAfterMs: z.int().min(0).max(900_000).optional(),
  givenName: z.string().min(1).max(60).optional(),
  familyName: z.string().min(1).max(60).optional(),
  email: z.string().max(120).optional(),
  /** Years; below 15 is under age for Login. */
  age: z.int().min(0).max(120).optional(),
  address: z.enum(['home', 'none']).optional(),
});
export type CustomerScript = z.infer<typeof customerScript>;

/** Who is meant: a number, or `walkIn`, the person without a number who scans a one-time code. */
export const customerName = z.string().regex(/^(\d{9,15}|walkIn)$/);

/** Input of the contract's `training.customer`. */
export const customerCommand = z.strictObject({ phone: customerName, ...customerScript.shape });
export type CustomerCommand = z.infer<typeof customerCommand>;

/** What the wallet knows about one person. */
export interface Person {
  readonly phone: string;
  readonly sub: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly age: number;
  readonly hasAddress: boolean;
}

export interface Customers {
  /** Answers the number that `phone` stands for. */
  set(phone: string, script: CustomerScript): string;
  forget(phone?: string): void;
  /** What was set, or the default for everybody else. */
  scriptOf(phone: string): CustomerScript;
  scripted(phone: string): boolean;
  personOf(phone: string): Person;
  /** `sub` is pairwise per sales unit (identity-and-loyalty.md 1.9). */
  bySub(sub: string): Person | null;
  /** Whether the wallet serves this number at all. */
  hasWallet(phone: string): boolean;
  /** Whether the default may act although a phone page is open. */
  readonly fallback: DefaultCustomer;
}

/** Number of the person who scans a code at the till without having been identified. */
export const walkInPhone = '4700000000';

export function createCustomers(settled: Settled, memory: Memory = noMemory): Customers {
  const scripts = new Map<string, CustomerScript>();
  const remembered = memory.drawer('customers', z.array(z.tuple([z.string(), customerScript])), () => [
    ...scripts,
  ]);
  for (const [phone, script] of remembered ?? []) scripts.set(phone, script);
  const seen = new Map<string, string>();
  const fallback = settled.defaultCustomer;

  const keyOf = (phone: string): string => (phone === 'walkIn' ? walkInPhone : phone);

  function personOf(phone: string): Person {
    const script = scripts.get(phone);
    const sub = stableUuid(`${settled.keys.merchantSerialNumber}:${phone}`);
    seen.set(sub, phone);
    return {
      phone,
      sub,
      givenName: script?.givenName ?? 'Test',
      familyName: script?.familyName ?? 'User',
      email: script?.email ?? 'user@example.com',
      age: script?.age ?? 40,
      hasAddress: script?.address !== 'none',
    };
  }

  return {
    set(phone, script) {
      const key = keyOf(phone);
      scripts.set(key, customerScript.parse(script));
      memory.changed();
      return key;
    },
    forget(phone) {
      if (phone === undefined) scripts.clear();
      else scripts.delete(keyOf(phone));
      memory.changed();
    },
    scriptOf: (phone) => scripts.get(phone) ?? fallback,
    scripted: (phone) => scripts.has(phone),
    personOf,
    bySub(sub) {
      const phone = seen.get(sub);
      return phone === undefined ? null : personOf(phone);
    },
    hasWallet: (phone) => served.test(phone) && scripts.get(phone)?.does !== 'noWallet',
    fallback,
  };
}

/** Calling codes the wallet serves (identity-and-loyalty.md 1.2, 1.10). */
const served = /^(46|45|47|358|299)\d{4,12}$/;

/** `YYYY-MM-DD`, the person's birthday being the first of January. */
export function birthDate(person: Person, now: number): string {
  return `${new Date(now).getUTCFullYear() - person.age}-01-01`;
}
