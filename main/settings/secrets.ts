/**
 * The sales unit's keys and the like: they go in, are used, and are never shown again. The desktop keeps them in the
 * operating system's store; the headless host in a file of its own, sealed with its key file.
 */

import { join } from 'node:path';
import { z } from 'zod';
import type { HouseFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import { readJsonFile, setAside, writeJsonFile } from './jsonFile.ts';

/** `webhook.…` has the secret of one registered webhook, by its id. */
export type SecretName =
  | 'clientId'
  | 'clientSecret'
  | 'subscriptionKey'
  | 'registryToken'
  | `webhook.${string}`;

/** Fault of every method: `secretsUnavailable`, the store cannot be used or what it has cannot be opened. */
export interface Secrets {
  /** `null`: never stored. */
  get(name: SecretName): Result<string | null, HouseFault>;
  put(name: SecretName, value: string): Result<void, HouseFault>;
  /** Whether there is one that can be used: a secret that cannot be opened is asked for again. */
  has(name: SecretName): boolean;
}

/** What secrets are sealed with: the vault of this data folder. */
export interface Seal {
  seal(text: string): string;
  /** Throws if it was not sealed with this key. */
  open(sealed: string): string;
}

const fileSchema = z.record(z.string(), z.string());
const unavailable: Result<never, HouseFault> = err({ kind: 'secretsUnavailable' });

/** In `<folder>/secrets.json`, mode 0600, every value sealed. A file that cannot be understood is set aside. */
export function createFileSecrets(folder: string, seal: Seal, clock: Clock): Secrets {
  const path = join(folder, 'secrets.json');

  function stored(): Result<Readonly<Record<string, string>>, HouseFault> {
    const file = readJsonFile(path);
    if (!file.ok) return unavailable;
    if (file.value.kind === 'broken') return setAside(path, clock.now()).ok ? ok({}) : unavailable;
    if (file.value.kind === 'missing') return ok({});
    const parsed = fileSchema.safeParse(file.value.value);
    // Of another shape: nothing in it can be used, so everything is asked for again.
    return ok(parsed.success ? parsed.data : {});
  }

  function get(name: SecretName): Result<string | null, HouseFault> {
    const file = stored();
    if (!file.ok) return file;
    const sealed = file.value[name];
    return sealed === undefined ? ok(null) : unsealed(sealed, seal);
  }

  return {
    get,
    put(name, value) {
      const file = stored();
      if (!file.ok) return file;
      const written = writeJsonFile(path, { ...file.value, [name]: seal.seal(value) });
      return written.ok ? ok() : unavailable;
    },
    has: (name) => isThere(get(name)),
  };
}

/** Secrets of which the environment decides some: those win, whatever is stored. */
export function withGiven(
  secrets: Secrets,
  given: Readonly<Partial<Record<SecretName, string | null>>>,
): Secrets {
  const get = (name: SecretName) => {
    const value = given[name] ?? null;
    return value === null ? secrets.get(name) : ok(value);
  };
  return { get, put: (name, value) => secrets.put(name, value), has: (name) => isThere(get(name)) };
}

function unsealed(sealed: string, seal: Seal): Result<string, HouseFault> {
  try {
    return ok(seal.open(sealed));
  } catch (error) {
    if (error instanceof Error) return unavailable;
    throw error;
  }
}

function isThere(found: Result<string | null, HouseFault>): boolean {
  return found.ok && found.value !== null;
}
