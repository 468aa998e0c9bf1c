/** A QR code as an SVG or PNG file, with the quiet zone of four modules that readers need. */

import { crc32, deflateSync } from 'node:zlib';
import { type QrModules, qrModules } from './qrImage.ts';

const quiet = 4;

/** `null` when the text does not fit into a code. */
export function qrSvg(text: string): string | null {
  const modules = qrModules(text);
  if (!modules) return null;
  const side = modules.length + 2 * quiet;
  const path = modules
    .flatMap((line, row) =>
      line.map((dark, column) => (dark ? `M${column + quiet} ${row + quiet}h1v1h-1z` : '')),
    )
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<rect width="${side}" height="${side}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  );
}

/** Square of about `size` pixels, greyscale. `null` when the text does not fit. */
export function qrPng(text: string, size: number): Buffer | null {
  const modules = qrModules(text);
  return modules ? png(modules, size) : null;
}

function png(modules: QrModules, size: number): Buffer {
  const side = modules.length + 2 * quiet;
  const rows = Buffer.alloc((size + 1) * size);
  for (let y = 0; y < size; y += 1) {
    const line = modules[Math.floor((y * side) / size) - quiet];
    for (let x = 0; x < size; x += 1) {
      const dark = line?.[Math.floor((x * side) / size) - quiet] ?? false;
      rows[y * (size + 1) + 1 + x] = dark ? 0 : 255;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  // Eight bits of grey, no interlacing.
  head.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(data.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
}
