/**
 * The list of payments and what moved on a day, as rows that answer quickly. They hold nothing that the entries do not: each
 * row is a function of one sale, written in the transaction of the entry that changed it, and all of them can be made anew.
 */

import { movementsOf } from '../../app/domain/movement.ts';
import { isUnfinished, type Sale } from '../../app/domain/sale.ts';
import { foldSale } from '../../app/domain/saleFold.ts';
import { summaryOf } from '../../app/domain/saleSummary.ts';
import type { JournalFault } from '../../app/kernel/fault.ts';
import type { Result } from '../../app/kernel/result.ts';
import { entriesOfSaleQuery, readEntry } from './entries.ts';
import { guarded, StoreDamaged } from './faults.ts';
import { textIn, wholeIn } from './rows.ts';
import type { Database, Row } from './sqlite.ts';
import type { Vault } from './vault.ts';

export interface ReadModels {
  /** Brings the rows of this sale up to date. Belongs into the transaction of its entries. */
  put(sale: Sale): void;
}

export interface Rebuilt {
  readonly sales: number;
  /** Sales whose entries cannot all be understood: they are in no list. */
  readonly unreadable: number;
}

/** Fills them once where an older till has left a file without any. */
export function fillReadModels(database: Database, vault: Vault): Result<void, JournalFault> {
  return guarded(() => {
    const filled = database.prepare('select filled from read_model').get() !== undefined;
    if (!filled) rebuildReadModels(database, vault);
  });
}

/** Empties the tables and fills them from the entries, in one transaction. */
export function rebuildReadModels(database: Database, vault: Vault): Rebuilt {
  return database.transaction(() => refill(database, vault));
}

/**
 * The same inside a transaction that is open already; sale by sale, so that a long history needs no more memory. Which sales
 * are unfinished is made anew with them.
 */
export function refill(database: Database, vault: Vault): Rebuilt {
  const models = createReadModels(database, vault);
  const entriesOf = database.prepare(entriesOfSaleQuery);
  const nextSale = database.prepare(
    'select number, sale_id, unfinished from sale where number > ? order by number limit 1',
  );
  const setUnfinished = database.prepare('update sale set unfinished = ? where number = ?');
  database.exec('delete from history; delete from movement; delete from payment_reference');
  let sales = 0;
  let unreadable = 0;
  for (let row = nextSale.get(0); row !== undefined; row = nextSale.get(wholeIn(row, 'number'))) {
    const sale = understood(entriesOf.all(textIn(row, 'sale_id')), vault);
    if (sale === null) unreadable += 1;
    if (sale === null || sale === 'empty') continue;
    sales += 1;
    models.put(sale);
    const unfinished = isUnfinished(sale) ? 1 : 0;
    if (row['unfinished'] !== unfinished) setUnfinished.run(unfinished, wholeIn(row, 'number'));
  }
  database.exec('insert or ignore into read_model (filled) values (1)');
  return { sales, unreadable };
}

/** `empty`: a number that a damaged file took out of use. `null`: not all of it can be understood. */
function understood(rows: readonly Row[], vault: Vault): Sale | 'empty' | null {
  try {
    const entries = rows.map((one) => readEntry(one, vault));
    const [first] = entries;
    if (first === undefined) return 'empty';
    return first.event.kind === 'opened' ? foldSale(entries) : null;
  } catch (error) {
    if (error instanceof StoreDamaged) return null;
    throw error;
  }
}

export function createReadModels(database: Database, vault: Vault): ReadModels {
  const putRow = database.prepare(
    `insert or replace into history (sale_id, number, at, state, payment, via, reference, paid_elsewhere, currency, total,
      captured, refunded, unresolved, late_approval, msisdn_hash, msisdn_sealed, name_sealed)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const dropMovements = database.prepare('delete from movement where sale_id = ?');
  const putMovement = database.prepare(
    `insert into movement (sale_id, place, reference, kind, at, currency, amount, member, reason)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putReference = database.prepare(
    'insert or ignore into payment_reference (reference, sale_id) values (?, ?)',
  );

  function put(sale: Sale): void {
    const row = summaryOf(sale);
    // A basket that was never asked for is in no list: goods cost no more writes than their entry.
    if (row === null) return;
    const { msisdn, memberName } = row;
    putRow.run(
      row.saleId,
      row.number,
      row.at,
      row.state,
      row.payment,
      row.via,
      row.reference,
      row.paidElsewhere,
      row.total.currency,
      row.total.minor,
      row.captured.minor,
      row.refunded.minor,
      row.unresolved ? 1 : 0,
      // The column's first name: a late approval was all that could be released then.
      row.released ? 1 : 0,
      msisdn === null ? null : vault.hash(msisdn),
      msisdn === null ? null : vault.seal(msisdn),
      memberName === null ? null : vault.seal(memberName),
    );
    for (const { reference } of sale.payments) putReference.run(reference, sale.id);
    const movements = movementsOf(sale);
    if (movements.length === 0) return;
    dropMovements.run(sale.id);
    movements.forEach(({ reference, kind, at, amount, member, reason }, place) => {
      putMovement.run(
        sale.id,
        place,
        reference,
        kind,
        at,
        amount.currency,
        amount.minor,
        member ? 1 : 0,
        reason,
      );
    });
  }

  return { put };
}
