/** The till of a machine without staff, filled and in order: it has a small computer to itself and is never closed. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHeadless } from '../fixtures/headless.ts';
import type { Wallet } from '../fixtures/wallet.ts';
import type { Measured } from './figures.ts';
import { restOf, startsOf } from './headlessTill.ts';
import { canLook } from './processTree.ts';

const part = 'Machine without staff';
/** Long enough for what a till does now and then to fall into it. */
const restMs = 60_000;

export async function measureUnattended(wallet: Wallet): Promise<Measured> {
  const home = mkdtempSync(join(tmpdir(), 'klubbkassa-bench-'));
  const environment = { ...wallet.environment, KLUBBKASSA_LOG: 'error', KLUBBKASSA_KIND: 'unattended' };
  try {
    const start = await startsOf({ home, environment }, { key: 'unattended.start', part });
    const till = await startHeadless({ home, environment });
    try {
      await till.call('vending.stock', { slots: [{ sku: 'KO-003', stock: 5 }] }, 'kiosk');
      const resting = canLook ? await restOf(till, restMs, { key: 'unattended', part }) : [];
      const missing = canLook ? [] : [{ what: 'the machine at rest', why: 'only Linux tells it' }];
      return { figures: [start, ...resting], ratios: [], missing };
    } finally {
      await till.kill('SIGTERM');
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
