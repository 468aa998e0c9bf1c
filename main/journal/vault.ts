/**
 * Seals personal values before they reach the disk (row D9): AES-256-GCM for what must be read again, a keyed hash
 * (HMAC-SHA256) for what is only looked up. Who keeps the key is the host's matter.
 */

import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { StoreDamaged } from './faults.ts';

export interface Vault {
  /** Base64 of nonce, tag and ciphertext; another text each time. */
  seal(text: string): string;
  /** Throws `StoreDamaged` if it was not sealed with this key, or was altered since. */
  open(sealed: string): string;
  /** The same text always has the same hash; without the key a number cannot be found by trying all numbers. */
  hash(text: string): string;
}

/** Bytes of a vault's key: 32 to seal, 32 to hash. */
export const vaultKeyBytes = 64;

const nonceBytes = 12;
const tagBytes = 16;

export function createVault(key: Uint8Array): Vault {
  if (key.length !== vaultKeyBytes)
    throw new Error(`a vault key has ${vaultKeyBytes} bytes, not ${key.length}`);
  const dataKey = key.slice(0, 32);
  const hashKey = key.slice(32);
  return {
    seal(text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', dataKey, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      if (bytes.length < nonceBytes + tagBytes) throw new StoreDamaged('a sealed value is too short');
      const decipher = createDecipheriv('aes-256-gcm', dataKey, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const body = decipher.update(bytes.subarray(nonceBytes + tagBytes));
      try {
        return Buffer.concat([body, decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new StoreDamaged('a sealed value cannot be opened with this key', { cause });
      }
    },
    hash: (text) => createHmac('sha256', hashKey).update(text, 'utf8').digest('base64'),
  };
}
