/** Draws the codes of the test sheet. Loaded when a sheet is printed, because the encoders are large. */

import { code128, drawingSVG, ean13, qrcode } from 'bwip-js/generic';
import type { SheetCode, SheetKey } from './sheetCodes.ts';

export interface DrawnCode {
  readonly key: SheetKey;
  readonly text: string;
  /** A `data:` address of an SVG. */
  readonly image: string;
  /** In CSS pixels, a quiet zone on every side included. */
  readonly width: number;
  readonly height: number;
}

const encoders = { code128, ean13, qrcode } as const;

/**
 * Units of the drawing in a narrow bar or module, the quiet zone in units, the height of bars in millimetres, and CSS
 * pixels a unit: bars are 0.33 mm wide as on goods of full size, modules 0.66 mm.
 */
const shapes = {
  ean13: { padding: 11, bars: { height: 16 }, pixels: 1.25 },
  code128: { padding: 10, bars: { height: 12 }, pixels: 1.25 },
  qrcode: { padding: 8, bars: {}, pixels: 1.25 },
} as const satisfies Record<SheetCode['symbology'], object>;

export function drawCodes(codes: readonly SheetCode[]): readonly DrawnCode[] {
  return codes.map(({ key, symbology, text }) => {
    const { padding, bars, pixels } = shapes[symbology];
    const options = { bcid: symbology, text, scale: 1, padding, backgroundcolor: 'ffffff', ...bars };
    const svg = encoders[symbology](options, drawingSVG());
    const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).map(Number);
    return {
      key,
      text,
      image: `data:image/svg+xml,${encodeURIComponent(svg)}`,
      width: width * pixels,
      height: height * pixels,
    };
  });
}
