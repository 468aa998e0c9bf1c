/** Tills as a host composes them, each test with a data folder of its own, and all closed after it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import type { CashierView } from '../../../app/contract/view.ts';
import type { Result } from '../../../app/kernel/result.ts';
import { compose } from '../../compose.ts';
import { createFailingDisk } from '../../journal/testing/failingDisk.ts';
import { findProgram } from '../../program.ts';
import type { Composition } from '../composition.ts';
import { keyInFile } from '../keys.ts';

const program = findProgram(fileURLToPath(import.meta.url));

export interface Houses {
  /** The data folder of the test that runs. */
  home(): string;
  composed(
    environment?: Record<string, string>,
    disk?: ReturnType<typeof createFailingDisk>,
  ): Promise<Result<Composition, string>>;
  aTill(environment?: Record<string, string>): Promise<Composition>;
}

export function openHouses(): Houses {
  let home = '';
  let running: Composition[] = [];
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'klubbkassa-home-'));
    running = [];
  });
  afterEach(async () => {
    for (const one of running) await one.close();
    rmSync(home, { recursive: true, force: true });
  });

  async function composed(
    environment: Record<string, string> = {},
    disk = createFailingDisk(),
  ): Promise<Result<Composition, string>> {
    const made = await compose({
      environment: { KLUBBKASSA_HOME: home, KLUBBKASSA_LOG: 'silent', ...environment },
      program,
      keys: keyInFile,
      unlocked: () => undefined,
      quit: () => undefined,
      startAnew: () => null,
      disk: disk.wrap,
    });
    if (made.ok) running.push(made.value);
    return made;
  }

  return {
    home: () => home,
    composed,
    async aTill(environment = {}) {
      const made = await composed(environment);
      if (!made.ok) throw new Error(made.fault);
      return made.value;
    },
  };
}

/** The first state that is as wished. */
export function until(house: Composition, wished: (view: CashierView) => boolean): Promise<CashierView> {
  return new Promise((resolve) => {
    let stop: (() => void) | null = null;
    let over = false;
    stop = house.door.onState('cashier', (view) => {
      if (over || !wished(view)) return;
      over = true;
      stop?.();
      resolve(view);
    });
    if (over) stop();
  });
}

export const call = (house: Composition, name: string, input: unknown = {}): Promise<Result<unknown>> =>
  house.door.call('manager', name, input);
