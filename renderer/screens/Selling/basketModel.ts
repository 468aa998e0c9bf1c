/** The basket: its lines, what came off, what is to be paid, and what may be done with it now. */

import type { CashierView, LineView, SaleView, VatView } from '../../../app/contract/view.ts';
import { formatAmount, type Money, money, subtract } from '../../../app/domain/money.ts';
import type { View } from '../../stores/viewStore.ts';
import { clock, type Texts, withUnit } from '../../text/index.ts';
import { type Face, isHolding, isOver, mayCallOff } from './face.ts';
import type { BasketModel, ButtonModel, LineModel } from './modelTypes.ts';

type Given = { readonly view: CashierView; readonly window: View; readonly face: Face; readonly text: Texts };

export function basketModel({ view, window, face, text }: Given): BasketModel {
  const t = text.selling;
  const sale = view.sale;
  const lines = sale?.lines ?? [];
  const frozen = isHolding(face) || isOver(face);
  const chosen = chosenLine(lines, window.chosenLine);
  const common = commonRate(sale?.vat ?? []);
  const paid = face === 'paid' || face === 'paidElsewhere';
  return {
    head: headOf(face, text),
    park: frozen ? null : parkButton(lines.length === 0 && view.customer === null, text),
    parked: parkedButton(view, text),
    lines: lines.map((line) => lineModel(line, { chosen: !frozen && line.id === chosen, common, text })),
    frozen,
    empty: lines.length === 0,
    last: lastOf(view, text),
    removed: window.removed === null || frozen ? null : t.removed(window.removed.name),
    totals: sale === null ? [] : totalsOf(sale, text),
    total: sale?.total ?? null,
    totalLabel: paid ? t.paid : t.toPay,
    paid,
    fault: window.fault?.at === 'basket' ? window.fault.fault : null,
  };
}

/** The line chosen by the cashier, else the newest. */
export function chosenLine(lines: readonly LineView[], wanted: string | null): string | null {
  return lines.find((line) => line.id === wanted)?.id ?? lines.at(-1)?.id ?? null;
}

function headOf(face: Face, { selling: t }: Texts): BasketModel['head'] {
  const change: ButtonModel = { label: t.cancelToChange, icon: 'close', action: { do: 'cancelPayment' } };
  if (isHolding(face))
    return { kind: 'says', icon: 'locked', words: t.locked, change: mayCallOff(face) ? change : null };
  if (face === 'paid') return { kind: 'says', icon: 'done', words: t.salePaid, change: null };
  if (isOver(face)) return { kind: 'says', icon: 'done', words: t.saleEnded, change: null };
  return { kind: 'search' };
}

function parkButton(nothing: boolean, { selling: t }: Texts): ButtonModel {
  return { label: t.park, icon: 'park', keycap: 'F6', disabled: nothing, action: { do: 'park' } };
}

function parkedButton({ parked }: CashierView, { selling: t }: Texts): ButtonModel {
  const word =
    parked.paid > 0
      ? t.parkedPaid(parked.paid)
      : parked.notPaid > 0
        ? t.parkedNotPaid(parked.notPaid)
        : parked.count > 0
          ? String(parked.count)
          : '';
  const label = word === '' ? t.parked : `${t.parked}\u2002${word}`;
  return { label, icon: 'parked', keycap: 'F7', action: { do: 'open', layer: 'parked' } };
}

function lineModel(
  line: LineView,
  about: { chosen: boolean; common: number | null; text: Texts },
): LineModel {
  const t = about.text.selling;
  const facts: string[] = [];
  if (line.quantity > 1) facts.push(t.each(formatAmount(line.unitPrice)));
  if (about.common !== null && line.vatRate !== about.common) facts.push(t.vat(rateInWords(line.vatRate)));
  const byCashier = subtract(line.discount, line.memberSaving);
  const off = (amount: Money) => formatAmount(money(-amount.minor, amount.currency));
  return {
    id: line.id,
    quantity: line.quantity,
    name: line.name,
    facts,
    saving: line.memberSaving.minor > 0 ? `${t.member} ${off(line.memberSaving)}` : null,
    discount: byCashier.minor > 0 ? `${line.reason ?? t.discount} ${off(byCashier)}` : null,
    total: line.total,
    chosen: about.chosen,
  };
}

/** The rate of most of the money: the one that need not be said. */
function commonRate(vat: readonly VatView[]): number | null {
  const [most] = [...vat].sort((a, b) => b.gross.minor - a.gross.minor);
  const standard = vat.find((row) => row.rate === 2500);
  return (standard ?? most)?.rate ?? null;
}

/** `25`, `25,5`: basis points as people write a rate. */
export function rateInWords(rate: number): string {
  return String(rate / 100).replace('.', ',');
}

function totalsOf(sale: SaleView, { selling: t }: Texts): BasketModel['totals'] {
  const items = sale.lines.reduce((count, line) => count + line.quantity, 0);
  const saved =
    sale.saved.minor > 0
      ? {
          key: 'saved',
          name: t.memberDiscount,
          value: formatAmount(money(-sale.saved.minor, sale.saved.currency)),
          note: null,
          good: true,
        }
      : { key: 'count', name: t.lines(sale.lines.length), value: t.items(items), note: null, good: false };
  const vat = sale.vat
    .filter((row) => row.rate > 0)
    .map((row) => ({
      key: `vat${row.rate}`,
      name: t.vat(rateInWords(row.rate)),
      value: formatAmount(row.vat),
      note: t.included,
      good: false,
    }));
  return [saved, ...vat];
}

function lastOf({ last }: CashierView, { selling: t }: Texts): BasketModel['last'] {
  if (last === null) return null;
  const known = t.lastStates;
  const state =
    last.state === 'paid' || last.state === 'paidElsewhere' || last.state === 'abandoned'
      ? known[last.state]
      : known.other;
  const good = last.state === 'paid' || last.state === 'paidElsewhere';
  return { when: t.lastPayment(clock(last.at)), sum: withUnit(last.total), state, good };
}
