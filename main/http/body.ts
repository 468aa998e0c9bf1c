/** Reads what a request carries, up to a limit, and no further. */

import type { IncomingMessage } from 'node:http';

/** `null` where it is larger than the limit. Rejects when the connection breaks. */
export async function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: unknown = chunk;
    if (!Buffer.isBuffer(bytes)) throw new Error('a request body is bytes');
    size += bytes.byteLength;
    if (size > limit) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The JSON in these bytes; nothing at all counts as an empty object; `undefined` where it is not JSON. */
export function jsonOf(bytes: Buffer): unknown {
  const text = bytes.toString('utf8');
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}
