/** A virtual display whose picture can be read without any tool: Xvfb keeps it in a file, in the format of `xwd`. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startXvfb, type Xvfb } from '../fixtures/xvfb.ts';

export interface Display extends Xvfb {
  /** What is to be seen right now. */
  picture(): Picture;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** One colour a pixel, row by row: 0xRRGGBB. */
  readonly pixels: Uint32Array;
}

const size = { width: 1400, height: 900 } as const;

export async function openDisplay(): Promise<Display> {
  const folder = mkdtempSync(join(tmpdir(), 'klubbkassa-display-'));
  const server = await startXvfb(`${size.width}x${size.height}x24`, '-fbdir', folder);
  return {
    name: server.name,
    picture: () => readXwd(readFileSync(join(folder, 'Xvfb_screen0'))),
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** X11/XWDFile.h, version 7: big-endian words, then a table of colours, then the rows. */
function readXwd(file: Buffer): Picture {
  const word = (index: number): number => file.readUInt32BE(index * 4);
  const [headerSize, version, width, height] = [word(0), word(1), word(4), word(5)];
  const [leastFirst, bitsPerPixel, bytesPerLine, colours] = [word(7) === 0, word(11), word(12), word(19)];
  if (version !== 7 || bitsPerPixel !== 32)
    throw new Error(`not a picture of 32 bits: ${version} ${bitsPerPixel}`);
  const start = headerSize + colours * 12;
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = start + y * bytesPerLine + x * 4;
      const value = leastFirst ? file.readUInt32LE(at) : file.readUInt32BE(at);
      pixels[y * width + x] = value & 0xffffff;
    }
  }
  return { width, height, pixels };
}

/** How many colours there are; a page that was drawn has many, an empty window few. */
export function coloursIn({ pixels }: Picture): number {
  return new Set(pixels).size;
}

/** How many pixels are another colour in the two. */
export function changedBetween(before: Picture, after: Picture): number {
  return before.pixels.reduce((sum, pixel, at) => sum + (after.pixels[at] === pixel ? 0 : 1), 0);
}
