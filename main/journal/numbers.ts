/** Numbers of sales that come out of a damaged file: each keeps its own, and none is ever given to another sale. */

import type { Instant } from '../../app/kernel/time.ts';
import { only, textIn, wholeIn } from './rows.ts';
import type { Database } from './sqlite.ts';

const year2026 = Date.UTC(2026, 0, 1);
const minuteMs = 60_000;
/** More sales than can stand on the few pages that a damaged end of a file takes with it. */
const leap = 1000;

/**
 * Gives a number to every sale in `found_sale` that lost its own, and takes the numbers out of use that sales may have had
 * of which nothing is left: by a row without entries behind them.
 */
export function numberSales(
  into: Database,
  { now, mayLackSales }: { readonly now: Instant; readonly mayLackSales: boolean },
): void {
  into.exec(`update found_sale set number = null where number is not null
    and rowid not in (select min(rowid) from found_sale group by number)`);
  const setNumber = into.prepare('update found_sale set number = ? where sale_id = ?');
  const taken = into.prepare('select 1 from found_sale where number = ?');
  const next = into.prepare(
    `select s.rowid as place, s.sale_id, coalesce(h.number, json_extract(e.body, '$.number')) as told from found_sale s
     left join found_history h on h.sale_id = s.sale_id
     left join found_entry e on e.sale_id = s.sale_id and e.kind = 'opened'
     where s.number is null and s.rowid > ? order by s.rowid limit 1`,
  );
  const unnamed: string[] = [];
  for (let row = next.get(0); row !== undefined; row = next.get(wholeIn(row, 'place'))) {
    const saleId = textIn(row, 'sale_id');
    const number = Number(/\d+$/.exec(String(row['told']))?.[0] ?? 0);
    if (number > 0 && taken.get(number) === undefined) setNumber.run(number, saleId);
    else unnamed.push(saleId);
  }
  const highest = () =>
    wholeIn(only(into.prepare('select coalesce(max(number), 0) as number from found_sale').get()), 'number');
  const known = highest();
  if (mayLackSales) {
    // Where nothing is left at all, the minutes since 2026 are more than any till has sold.
    const number =
      known === 0
        ? Math.max(leap, Math.floor((now - year2026) / minuteMs))
        : Math.ceil((known + 1) / leap) * leap + leap;
    into
      .prepare('insert into found_sale (sale_id, number) values (?, ?)')
      .run(`numbers-to-${number}`, number);
  }
  for (const saleId of unnamed) setNumber.run(highest() + 1, saleId);
}
