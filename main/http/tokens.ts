/**
 * Who is asking over HTTP: one random token per audience, made once and kept in the data folder for its owner only.
 */

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Audience, audiences } from '../../app/contract/audience.ts';

export type Tokens = Readonly<Record<Audience, string>>;

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const stored = z.object({ cashier: token, manager: token, kiosk: token, display: token });

/** The tokens of this data folder; made anew where there are none or the file cannot be read as such. Throws on I/O. */
export function keptTokens(folder: string): Tokens {
  const path = join(folder, 'tokens.json');
  const found = read(path);
  if (found !== null) {
    chmodSync(path, 0o600);
    return found;
  }
  const made: Tokens = { cashier: fresh(), manager: fresh(), kiosk: fresh(), display: fresh() };
  const beside = `${path}.new`;
  writeFileSync(beside, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  renameSync(beside, path);
  return made;
}

/** The audience this token stands for. Takes as long for a near miss as for a wild guess. */
export function audienceOf(tokens: Tokens, given: string): Audience | null {
  const asked = digest(given);
  let found: Audience | null = null;
  for (const audience of audiences) {
    if (timingSafeEqual(digest(tokens[audience]), asked)) found = audience;
  }
  return found;
}

function read(path: string): Tokens | null {
  try {
    const read = stored.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return read.success ? read.data : null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  }
}

function fresh(): string {
  return randomBytes(32).toString('base64url');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
