/** Whether the key at hand is the one this file was sealed with: a wrong key must be told from damage. */

import { StoreDamaged } from './faults.ts';
import { textIn } from './rows.ts';
import type { Database } from './sqlite.ts';
import type { Vault } from './vault.ts';

const known = 'klubbkassa';

/** Leaves a sealed text in the file the first time, and tries to open it ever after. */
export function isOwnVault(database: Database, vault: Vault): boolean {
  const row = database.prepare('select sealed from vault_check').get();
  if (row === undefined) {
    database.prepare('insert into vault_check (sealed) values (?)').run(vault.seal(known));
    return true;
  }
  try {
    return vault.open(textIn(row, 'sealed')) === known;
  } catch (error) {
    if (error instanceof StoreDamaged) return false;
    throw error;
  }
}
