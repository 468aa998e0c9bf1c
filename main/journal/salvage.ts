/**
 * Out of a damaged file into a new one: every entry that can be read and understood, with its sale and its number. Where
 * entries may be missing, the sale is marked as salvaged, so that its payments are asked about again. The damaged file
 * itself is only read.
 */

import { isUnfinished, type Sale } from '../../app/domain/sale.ts';
import type { SaleEntry, SaleEvent } from '../../app/domain/saleEvent.ts';
import { foldSale } from '../../app/domain/saleFold.ts';
import { summaryOf } from '../../app/domain/saleSummary.ts';
import type { Instant } from '../../app/kernel/time.ts';
import { sumOf } from './chain.ts';
import { readEntry } from './entries.ts';
import { dropFound, type Found, gather } from './found.ts';
import { numberSales } from './numbers.ts';
import type { DamagedPages } from './pages.ts';
import { refill } from './readModels.ts';
import { textIn, wholeIn } from './rows.ts';
import { sealed } from './sealing.ts';
import type { Database, Row } from './sqlite.ts';
import type { Vault } from './vault.ts';

export interface Salvaged {
  readonly sales: number;
  readonly entries: number;
  /** Entries that were there and cannot be read or understood. More may be lost where the end of the file is. */
  readonly lost: number;
  /** Payments that are known by name only: the till cannot watch them, a person must look. */
  readonly orphans: readonly string[];
}

/** `into` is new and empty. `otherKey`: the file is sealed with another key than this vault's, and nothing was done. */
export function salvage(
  pages: DamagedPages,
  into: Database,
  { vault, now }: { readonly vault: Vault; readonly now: Instant },
): Salvaged | 'otherKey' {
  return into.transaction(() => {
    const found = gather(pages, into, vault);
    if (found.closed > 0 && found.opened === 0) return 'otherKey';
    numberSales(into, { now, mayLackSales: found.unowned !== null || pages.cutShort });
    const saved = { ...writeSales(into, { found, vault, now }), lost: found.lost };
    dropFound(into);
    refill(into, vault);
    return saved;
  });
}

interface Ask {
  readonly found: Found;
  readonly vault: Vault;
  readonly now: Instant;
}

function writeSales(into: Database, ask: Ask): Omit<Salvaged, 'lost'> {
  const nextSale = into.prepare(
    `select s.number, s.sale_id, s.unfinished, h.number as known, h.payment, h.captured, h.refunded, h.unresolved
     from found_sale s left join found_history h on h.sale_id = s.sale_id where s.number > ? order by s.number limit 1`,
  );
  const rowsOfSale = into.prepare('select * from found_entry where sale_id = ? order by seq');
  const lacking = into.prepare('select 1 from found_owner where sale_id = ? limit 1');
  const references = into.prepare(
    'select reference from found_reference where sale_id = ? order by reference',
  );
  const write = writer(into, ask.vault);
  const orphans: string[] = [];
  let [sales, entries] = [0, 0];
  for (let row = nextSale.get(0); row !== undefined; row = nextSale.get(wholeIn(row, 'number'))) {
    const saleId = textIn(row, 'sale_id');
    const rows = rowsOfSale.all(saleId);
    const history = whole(row, rows, ask, lacking.get(saleId) !== undefined);
    const sale = foldSale(history);
    write(row, sale, history);
    if (sale !== null) sales += 1;
    entries += rows.length;
    const named = history.flatMap(({ event }) => (event.kind === 'payment' ? [event.reference] : []));
    const known = new Set<string>(sale?.payments.map(({ reference }) => reference));
    const all = new Set<string>([...named, ...references.all(saleId).map((one) => textIn(one, 'reference'))]);
    orphans.push(...[...all].filter((reference) => !known.has(reference)));
  }
  return { sales, entries, orphans };
}

/** The history as the new file will have it: with an opening, and with the mark where something may be missing. */
function whole(known: Row, rows: readonly Row[], ask: Ask, lacks: boolean): readonly SaleEntry[] {
  const history = rows.map((row) => readEntry(row, ask.vault));
  const [first] = history;
  if (first === undefined) return [];
  const number = known['known'] ?? `salvaged-${String(known['number']).padStart(6, '0')}`;
  const opening: SaleEvent = { kind: 'opened', number: String(number), currency: currencyOf(history) };
  const complete = first.event.kind === 'opened' ? history : [{ ...first, event: opening }, ...history];
  const sale = foldSale(complete);
  if (sale === null || sale.payments.length === 0) return complete;
  if (!lacks && !mayLack(sale, known, rows, ask.found)) return complete;
  return [...complete, { saleId: first.saleId, at: ask.now, version: 1, event: { kind: 'salvaged' } }];
}

/**
 * Whether entries of this sale may be missing: it goes on, or the damaged file held it for unfinished or for something else
 * than its entries say, or entries that could be anybody's are missing during its life.
 */
function mayLack(sale: Sale, known: Row, rows: readonly Row[], { unowned }: Found): boolean {
  if (isUnfinished(sale) || known['unfinished'] === 1) return true;
  const row = summaryOf(sale);
  const told = known['payment'] ?? null;
  if (told !== null) {
    const [captured, refunded] = [row?.captured.minor, row?.refunded.minor];
    if (told !== row?.payment || known['captured'] !== captured || known['refunded'] !== refunded)
      return true;
  }
  const [first, last] = [rows[0]?.['seq'], rows.at(-1)?.['seq']];
  if (unowned === null || typeof first !== 'number' || typeof last !== 'number') return false;
  const afterIts = told === null && known['unfinished'] === null;
  return first < unowned.last && (afterIts || last > unowned.first);
}

function currencyOf(history: readonly SaleEntry[]): Sale['currency'] {
  for (const { event } of history) {
    if (event.kind === 'paymentIntended') return event.request.amount.currency;
    if (event.kind === 'lineAdded') return event.product.price.currency;
  }
  return 'NOK';
}

function writer(into: Database, vault: Vault) {
  const putSale = into.prepare('insert into sale (number, sale_id, unfinished) values (?, ?, ?)');
  const putEntry = into.prepare(
    'insert into entry (sale_id, at, kind, version, body, sum) values (?, ?, ?, ?, ?, ?)',
  );
  let sum = '';
  return (known: Row, sale: Sale | null, history: readonly SaleEntry[]) => {
    const unfinished = sale !== null && isUnfinished(sale) ? 1 : 0;
    putSale.run(wholeIn(known, 'number'), textIn(known, 'sale_id'), unfinished);
    for (const { saleId, at, version, event } of history) {
      const { kind } = event;
      const body = JSON.stringify(sealed(event, vault));
      sum = sumOf(sum, { saleId, at, kind, version, body });
      putEntry.run(saleId, at, kind, version, body, sum);
    }
  };
}
