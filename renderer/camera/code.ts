/** The kinds of code that a camera reads, and a reading as a scanner would tell it. */

export interface Code {
  readonly text: string;
  /** AIM identifier (scanners.md 6). */
  readonly symbology: string;
}

/** As the decoder names them: EAN and UPC, Code 128, QR. The fewer it looks for, the faster and the surer it reads. */
export const formats = ['EANUPC', 'Code128', 'QRCode'] as const;

/** The decoder has the AIM identifier of these families only: `]E`, `]C`, `]Q`, each with its modifier. */
const aim = /^\][ECQ][0-9A-Za-z]$/;

export interface Reading {
  readonly text: string;
  readonly symbologyIdentifier: string;
}

/** UPC-A and UPC-E come as their EAN-13, so that an item is the same whichever way it is printed. */
export function codesOf(readings: readonly Reading[]): readonly Code[] {
  return readings
    .filter(({ text, symbologyIdentifier }) => text !== '' && aim.test(symbologyIdentifier))
    .map(({ text, symbologyIdentifier }) => ({ text, symbology: symbologyIdentifier }));
}
