/** The two applications that are compared, and the data folders and the wallet they are started with. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Wallet } from '../fixtures/wallet.ts';
import { type Application, buildProbe, type Probe, startUnderTest, type UnderTest } from './underTest.ts';

export interface Bench {
  /** A folder to throw away; gone at the end. */
  folder(): string;
  bare(windows: 1 | 2): Promise<UnderTest>;
  /**
   * A till with the windows of a till at work, the cashier's and the customer's, on the training service in a process of
   * its own; with `alone` as it is first met, with the service and the customer's phone inside.
   */
  till(home: string, options?: { readonly alone?: boolean }): Promise<UnderTest>;
  close(): void;
}

/** Path of the socket at which the simulated scanner of the till with this data folder is played. */
export function scannerSocket(home: string): string {
  return join(home, 'scanner');
}

export async function openBench(given: {
  readonly electron: string;
  readonly display: string;
  readonly wallet: Wallet;
}): Promise<Bench> {
  const { electron, display, wallet } = given;
  const scratch = mkdtempSync(join(tmpdir(), 'klubbkassa-bench-'));
  const probe: Probe = await buildProbe(join(scratch, 'probe'));
  const bareHome = join(scratch, 'bare');
  const first = resolve('dist', 'first', 'first.cjs');
  const start = (application: Omit<Application, 'electron' | 'display'>) =>
    startUnderTest({ electron, display, ...application }, probe, scratch);

  return {
    folder: () => mkdtempSync(join(scratch, 'home-')),
    bare: (windows) =>
      start({
        folder: join(import.meta.dirname, 'bare'),
        loads: [],
        environment: { BARE_WINDOWS: String(windows), BARE_HOME: bareHome },
      }),
    till: (home, { alone = false } = {}) =>
      start({
        folder: resolve('.'),
        loads: ['-r', first],
        environment: {
          KLUBBKASSA_HOME: home,
          KLUBBKASSA_SIMULATED_SCANNER: scannerSocket(home),
          KLUBBKASSA_LOG: 'error',
          ...(alone ? { KLUBBKASSA_PROFILE: 'training' } : wallet.environment),
        },
      }),
    close: () => rmSync(scratch, { recursive: true, force: true }),
  };
}
