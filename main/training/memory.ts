/**
 * What the simulated service remembers when its process dies: in training it lives inside the till, and a till that is
 * killed while a customer thinks must find the service as it left it, as it would the real one.
 */

import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';

export interface Memory {
  /**
   * A drawer for one kind of thing. Gives what it held when the service ended last, or `null` where nothing readable is
   * left; `look` tells what it holds now, whenever something is to be remembered.
   */
  drawer<T>(name: string, schema: z.ZodType<T>, look: () => T): T | null;
  /** Something in a drawer has changed. Answers when it is kept. */
  changed(): void;
}

/** For a simulation, and for a service whose process outlives the till. */
export const noMemory: Memory = { drawer: () => null, changed: () => undefined };

const kept = z.record(z.string(), z.unknown());

/** How the file is kept from other eyes: people type real numbers in training too. */
export interface Seal {
  seal(text: string): string;
  /** Throws on what this seal did not make. */
  open(sealed: string): string;
}

/** Keeps every drawer in one sealed file. One that cannot be read is as good as none: nothing real is in it. */
export function fileMemory(path: string, seal: Seal): Memory {
  const before = read(path, seal);
  const drawers = new Map<string, () => unknown>();
  return {
    drawer(name, schema, look) {
      drawers.set(name, look);
      const found = schema.safeParse(before[name]);
      return found.success ? found.data : null;
    },
    changed() {
      const now = Object.fromEntries([...drawers].map(([name, look]) => [name, look()]));
      const fresh = `${path}.new`;
      const file = openSync(fresh, 'w', 0o600);
      try {
        writeSync(file, seal.seal(JSON.stringify(now)));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(fresh, path);
    },
  };
}

function read(path: string, seal: Seal): Readonly<Record<string, unknown>> {
  try {
    const found = kept.safeParse(JSON.parse(seal.open(readFileSync(path, 'utf8'))));
    return found.success ? found.data : {};
  } catch (cause) {
    if (cause instanceof Error) return {};
    throw cause;
  }
}
