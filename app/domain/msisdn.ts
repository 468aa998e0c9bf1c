/**
 * A phone number as the wallet's APIs want it: digits only, with country calling code (identity-and-loyalty.md 6).
 * A personal number: shown masked, never logged.
 */

import type { Brand } from '../kernel/brand.ts';

export type Msisdn = Brand<string, 'Msisdn'>;

/** Countries whose numbers the wallet serves, by calling code, with the lengths of a national number. */
const plans: readonly { code: string; least: number; most: number; trunkZero: boolean }[] = [
  { code: '47', least: 8, most: 8, trunkZero: false },
  { code: '45', least: 8, most: 8, trunkZero: false },
  { code: '46', least: 7, most: 10, trunkZero: true },
  { code: '358', least: 5, most: 12, trunkZero: true },
  { code: '299', least: 6, most: 6, trunkZero: false },
];

export type CallingCode = '47' | '45' | '46' | '358';

/** Of a store's own country, by its market. */
export const callingCodeOf: Readonly<Record<'NO' | 'DK' | 'FI', CallingCode>> = {
  NO: '47',
  DK: '45',
  FI: '358',
};

/**
 * Reads a number as people type or codes carry it: `+47 912 34 567`, `004791234567`, `91234567`, `070-123 45 67`.
 * A number without calling code is taken to be of `home`, the store's own country. `null` if it is no such number.
 */
export function readMsisdn(text: string, home: CallingCode): Msisdn | null {
  const digits = cleaned(text);
  if (!/^(\+|00)?\d{4,17}$/.test(digits)) return null;
  const international = digits.startsWith('+')
    ? digits.slice(1)
    : digits.startsWith('00')
      ? digits.slice(2)
      : null;
  if (international !== null) return withCode(international);
  const plan = plans.find((one) => one.code === home);
  if (!plan) return null;
  const national = plan.trunkZero ? digits.replace(/^0/, '') : digits;
  const fits = national.length >= plan.least && national.length <= plan.most;
  if (fits && (!plan.trunkZero || digits.startsWith('0'))) return (home + national) as Msisdn;
  return withCode(digits) ?? (fits ? ((home + national) as Msisdn) : null);
}

/** E.164 with its plus, for others to call: any country's, so that a store may name a number that the wallet does not serve. */
export function readCallable(text: string, home: CallingCode): string | null {
  const served = readMsisdn(text, home);
  if (served !== null) return `+${served}`;
  const international = cleaned(text).match(/^(?:\+|00)([1-9]\d{6,14})$/)?.[1];
  if (international === undefined || plans.some(({ code }) => international.startsWith(code))) return null;
  return `+${international}`;
}

const cleaned = (text: string) => text.replace(/[\s().\u00a0-]/g, '');

function withCode(digits: string): Msisdn | null {
  const plan = plans.find((one) => digits.startsWith(one.code));
  if (!plan) return null;
  const national = plan.trunkZero
    ? digits.slice(plan.code.length).replace(/^0/, '')
    : digits.slice(plan.code.length);
  const fits = national.length >= plan.least && national.length <= plan.most;
  return fits ? ((plan.code + national) as Msisdn) : null;
}

/** `••• 67`: all that any screen shows of a number. */
export function mask(msisdn: Msisdn): string {
  return `••• ${msisdn.slice(-2)}`;
}
