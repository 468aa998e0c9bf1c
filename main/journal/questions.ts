/** What the list of payments and the day ask of the read models; the cost of each follows from what it answers. */

import type { DayClosing } from '../../app/domain/day.ts';
import { type Currency, currencies, money } from '../../app/domain/money.ts';
import type { Movement, MovementKind } from '../../app/domain/movement.ts';
import type { Msisdn } from '../../app/domain/msisdn.ts';
import type { PaymentReference } from '../../app/domain/payment.ts';
import type { PaidElsewhere, SaleId } from '../../app/domain/sale.ts';
import type { SaleSummary } from '../../app/domain/saleSummary.ts';
import { instant } from '../../app/kernel/time.ts';
import type { DayDate } from '../../app/kernel/zone.ts';
import type { HistoryQuery } from '../../app/ports/Journal.ts';
import { StoreDamaged } from './faults.ts';
import { textIn, textOrNullIn, wholeIn } from './rows.ts';
import type { Row, SqlValue } from './sqlite.ts';
import type { Vault } from './vault.ts';

export interface Question {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

export function historyQuestion(query: HistoryQuery, vault: Vault): Question {
  const wishes: [string, ...SqlValue[]][] = [];
  if (query.from !== undefined) wishes.push(['at >= ?', query.from]);
  if (query.to !== undefined) wishes.push(['at < ?', query.to]);
  if (query.number !== undefined) wishes.push(['number = ?', query.number]);
  if (query.msisdn !== undefined) wishes.push(['msisdn_hash = ?', vault.hash(query.msisdn)]);
  if (query.amount !== undefined) {
    wishes.push(['(total = ? or captured = ? or refunded = ?)', query.amount, query.amount, query.amount]);
  }
  if (query.only === 'unresolved') wishes.push(['unresolved = 1']);
  if (query.only === 'refunded') wishes.push(['refunded > 0']);
  const where = wishes.length === 0 ? '' : ` where ${wishes.map(([sql]) => sql).join(' and ')}`;
  return {
    sql: `select * from history${where} order by at desc limit ?`,
    values: [...wishes.flatMap(([, ...values]) => values), query.most],
  };
}

export function readSummary(row: Row, vault: Vault): SaleSummary {
  const currency = currencyIn(row);
  const amount = (column: string) => money(wholeIn(row, column), currency);
  const unsealed = (column: string) => {
    const sealed = textOrNullIn(row, column);
    return sealed === null ? null : vault.open(sealed);
  };
  // These columns were written from the very types they are given back as.
  return {
    saleId: textIn(row, 'sale_id') as SaleId,
    number: textIn(row, 'number'),
    at: instant(wholeIn(row, 'at')),
    state: textIn(row, 'state') as SaleSummary['state'],
    payment: textOrNullIn(row, 'payment') as SaleSummary['payment'],
    via: textOrNullIn(row, 'via') as SaleSummary['via'],
    reference: textOrNullIn(row, 'reference') as PaymentReference | null,
    paidElsewhere: textOrNullIn(row, 'paid_elsewhere') as PaidElsewhere | null,
    total: amount('total'),
    captured: amount('captured'),
    refunded: amount('refunded'),
    unresolved: wholeIn(row, 'unresolved') === 1,
    released: wholeIn(row, 'late_approval') === 1,
    msisdn: unsealed('msisdn_sealed') as Msisdn | null,
    memberName: unsealed('name_sealed'),
  };
}

export const movementsQuestion =
  'select * from movement where at >= ? and at < ? order by at, sale_id, place';

export function readMovement(row: Row): Movement {
  return {
    saleId: textIn(row, 'sale_id') as SaleId,
    reference: textIn(row, 'reference') as PaymentReference,
    kind: textIn(row, 'kind') as MovementKind,
    at: instant(wholeIn(row, 'at')),
    amount: money(wholeIn(row, 'amount'), currencyIn(row)),
    member: wholeIn(row, 'member') === 1,
    reason: textOrNullIn(row, 'reason'),
  };
}

export function readClosing(row: Row): DayClosing {
  const currency = currencyIn(row);
  return {
    date: textIn(row, 'date') as DayDate,
    at: instant(wholeIn(row, 'at')),
    captured: money(wholeIn(row, 'captured'), currency),
    refunded: money(wholeIn(row, 'refunded'), currency),
    agreed: wholeIn(row, 'agreed') === 1,
  };
}

function currencyIn(row: Row): Currency {
  const text = textIn(row, 'currency');
  const currency = currencies.find((one) => one === text);
  if (currency === undefined) throw new StoreDamaged('an unknown currency');
  return currency;
}
