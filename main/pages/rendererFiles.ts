/** The built pages of the till, read from one folder and from nowhere beside it. Both hosts serve them. */

import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { pageHeaders } from './headers.ts';

export interface PageFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface RendererFiles {
  /** The file at this path of an address (`/`, `/assets/x.js`), or `null` where there is none. */
  read(pathname: string): Promise<PageFile | null>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

export function rendererFiles(folder: string): RendererFiles {
  return {
    async read(pathname) {
      const wanted = pathOf(pathname);
      if (wanted === null) return null;
      const type = types[extname(wanted)];
      if (type === undefined) return null;
      const body = await contained(folder, wanted);
      if (body === null) return null;
      // Names under assets/ carry a hash of their content, so they never change.
      const lasting = wanted.startsWith('assets/');
      const cache = lasting ? 'public, max-age=31536000, immutable' : 'no-store';
      return { headers: { ...pageHeaders, 'Content-Type': type, 'Cache-Control': cache }, body };
    },
  };
}

/** A path inside the folder, or `null` for anything that tries to be more than that. */
export function pathOf(pathname: string): string | null {
  const decoded = decode(pathname);
  if (decoded === null || !decoded.startsWith('/')) return null;
  const path = decoded === '/' ? 'index.html' : decoded.slice(1);
  const parts = path.split('/');
  const plain = parts.every((part) => /^[\w@~-][\w.@~-]*$/.test(part));
  return plain ? path : null;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch (thrown) {
    if (thrown instanceof URIError) return null;
    throw thrown;
  }
}

async function contained(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    // A link inside the folder may not lead out of it either.
    const root = await realpath(folder);
    const file = await realpath(join(root, path));
    if (!file.startsWith(root + sep)) return null;
    return new Uint8Array(await readFile(file));
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

function isMissing(thrown: unknown): boolean {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
