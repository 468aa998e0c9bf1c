/**
 * Bytes to scans. A serial line has neither lengths nor parts, only a suffix, so one read may hold half a code or two
 * codes (scanners.md 9), and where the suffix is missing a pause is the end of a code.
 */

import { decodeText, mostBytes } from '../scanner/assembly.ts';
import { isAim } from '../scanner/symbology.ts';

/** What ends a code. With `any` it is CR, LF or both; the other two leave the other sign to the code. */
export type Suffix = 'any' | 'cr' | 'lf';

export type LineOutcome =
  | { readonly kind: 'scan'; readonly text: string; readonly symbology: string | null }
  | { readonly kind: 'dropped'; readonly why: 'empty' | 'long' };

export interface Lines {
  feed(bytes: Uint8Array): readonly LineOutcome[];
  /** A code has begun and has not ended. */
  begun(): boolean;
  /** Nothing came for `idleMs`: what has begun is whole. */
  idle(): readonly LineOutcome[];
  /** The device went. True when that tore a code apart. */
  removed(): boolean;
}

/** Silence that ends a code without suffix (scanners.md 9). */
export const idleMs = 100;

const lf = 0x0a;
const cr = 0x0d;

export function createLines(suffix: Suffix): Lines {
  const held = Buffer.alloc(mostBytes + 1);
  let length = 0;
  /** Longer than any code: the rest of it, up to its end, is lost as well. */
  let skipping = false;
  let last = 0;

  function ends(byte: number): boolean {
    return (byte === cr && suffix !== 'lf') || (byte === lf && suffix !== 'cr');
  }

  function end(): readonly LineOutcome[] {
    const code = decodeText(held.subarray(0, length));
    length = 0;
    skipping = false;
    if (code === '') return [];
    const aim = code.slice(0, 3);
    const told = isAim(aim);
    const text = told ? code.slice(3) : code;
    if (text === '') return [{ kind: 'dropped', why: 'empty' }];
    return [{ kind: 'scan', text, symbology: told ? aim : null }];
  }

  function put(byte: number): readonly LineOutcome[] {
    const before = last;
    last = byte;
    if (isNoise(byte)) return [];
    // The rest of a CRLF whose CR has ended the code.
    if (suffix === 'cr' && byte === lf && before === cr) return [];
    if (skipping) return ends(byte) ? end() : [];
    if (!ends(byte) && length === mostBytes) {
      length = 0;
      skipping = true;
      return [{ kind: 'dropped', why: 'long' }];
    }
    // The suffix too: the decoding takes off one, and with `lf` the CR before it.
    held[length] = byte;
    length += 1;
    return ends(byte) ? end() : [];
  }

  return {
    feed: (bytes) => Array.from(bytes).flatMap(put),
    begun: () => length > 0 || skipping,
    idle: end,
    removed() {
      const torn = length > 0;
      length = 0;
      skipping = false;
      return torn;
    },
  };
}

/**
 * A break on the line reads as NUL, some scanners frame a code in STX and ETX, and flow control may come through. What
 * codes do hold stays: TAB, the separators FS to US of GS1, EOT, which ends a code of ISO 15434.
 */
function isNoise(byte: number): boolean {
  if (byte === 0x7f) return true;
  return byte < 0x1c && byte !== 0x04 && byte !== 0x09 && byte !== lf && byte !== cr;
}
