/**
 * Bytes of a chosen CSV file into text. Spreadsheets in the Nordic countries still write Windows-1252 as often as
 * UTF-8, and æ ø å must survive both; a mark at the front decides where there is one.
 */

/** Largest file that is read, in bytes; the call takes 40 million characters. */
export const largestFile = 40_000_000;

export function readCsv(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return decoded(bytes, 'utf-8') ?? new TextDecoder('windows-1252').decode(bytes);
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return null;
    throw cause;
  }
}
