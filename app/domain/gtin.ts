/** GTIN, the number behind a retail barcode (EAN-8, UPC-A, EAN-13, GTIN-14), with its GS1 check digit. */

import type { Brand } from '../kernel/brand.ts';

/** Fourteen digits: shorter forms are zero filled, so one product has one spelling. */
export type Gtin = Brand<string, 'Gtin'>;

/** Reads 8, 12, 13 or 14 digits with a right check digit; `null` otherwise. */
export function readGtin(text: string): Gtin | null {
  if (!/^(\d{8}|\d{12,14})$/.test(text)) return null;
  const digits = text.padStart(14, '0');
  return checkDigit(digits.slice(0, 13)) === digits[13] ? (digits as Gtin) : null;
}

/** The GS1 check digit of 13 digits: weights 3 and 1 from the left. */
export function checkDigit(thirteen: string): string {
  let sum = 0;
  for (let i = 0; i < 13; i += 1) sum += Number(thirteen[i]) * (i % 2 === 0 ? 3 : 1);
  return String((10 - (sum % 10)) % 10);
}
