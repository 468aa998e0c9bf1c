/** What goes back: how the cashier chose it, what it comes to, and whether it may be asked for. Pure. */

import type { CallInput } from '../../../app/contract/calls.ts';
import type { SaleExplained } from '../../../app/contract/view.ts';
import { type Money, money, readAmount, sum } from '../../../app/domain/money.ts';
import type { Language } from '../../text/language.ts';
import { refundText } from '../../text/refund.ts';

export type RefundKind = 'lines' | 'all' | 'amount';
export type ReasonKey = keyof (typeof refundText)['en']['reasons'];

export const reasonKeys: readonly ReasonKey[] = ['wrongSize', 'faulty', 'changedMind', 'typedWrong', 'other'];

export interface RefundForm {
  readonly kind: RefundKind;
  /** Units that go back, by line. */
  readonly units: Readonly<Record<string, number>>;
  readonly amountText: string;
  readonly reason: ReasonKey | null;
  /** Of the reason `other`. */
  readonly reasonText: string;
}

export function freshForm(sale: Pick<SaleExplained, 'lines'>): RefundForm {
  const byLine = sale.lines.some((line) => line.left > 0);
  return { kind: byLine ? 'lines' : 'all', units: {}, amountText: '', reason: null, reasonText: '' };
}

type Refundable = Pick<SaleExplained, 'saleId' | 'lines' | 'refundable'>;

/** What the form comes to; `null` where an amount was typed that is none. */
export function goesBack(form: RefundForm, sale: Refundable): Money | null {
  const { currency } = sale.refundable;
  switch (form.kind) {
    case 'all':
      return sale.refundable;
    case 'amount': {
      if (form.amountText.trim() === '') return money(0, currency);
      const typed = readAmount(form.amountText.trim());
      return typed === null || typed < 0 ? null : money(typed, currency);
    }
    case 'lines':
      return sum(
        sale.lines.map((line) => line.worth[(form.units[line.lineId] ?? 0) - 1] ?? money(0, currency)),
        currency,
      );
  }
}

export function isTooMuch(form: RefundForm, sale: Refundable): boolean {
  return (goesBack(form, sale)?.minor ?? 0) > sale.refundable.minor;
}

/** Why it cannot be asked for yet, in the order in which it is put right; `null` when it can. */
export function missing(form: RefundForm, sale: Refundable): 'what' | 'tooMuch' | 'reason' | null {
  const amount = goesBack(form, sale);
  if (amount === null || amount.minor === 0) return 'what';
  if (amount.minor > sale.refundable.minor) return 'tooMuch';
  if (form.reason === null || (form.reason === 'other' && form.reasonText.trim() === '')) return 'reason';
  return null;
}

/** `language` is the till's own, whoever stands here: the day adds refunds up by these words. */
export function refundInput(
  form: RefundForm,
  sale: Refundable,
  language: Language,
): CallInput<'refund.request'> {
  const { saleId } = sale;
  const reason =
    form.reason === null || form.reason === 'other'
      ? form.reasonText.trim()
      : refundText[language].reasons[form.reason];
  switch (form.kind) {
    case 'all':
      return { saleId, reason };
    case 'amount':
      return { saleId, amount: goesBack(form, sale)?.minor ?? 0, reason };
    case 'lines': {
      const lines = sale.lines
        .map(({ lineId }) => ({ lineId, quantity: form.units[lineId] ?? 0 }))
        .filter(({ quantity }) => quantity > 0);
      return { saleId, lines, reason };
    }
  }
}

/** Units of a line, between none and as many as are left. */
export function withUnits(
  form: RefundForm,
  sale: Pick<SaleExplained, 'lines'>,
  lineId: string,
  units: number,
): RefundForm {
  const left = sale.lines.find((line) => line.lineId === lineId)?.left ?? 0;
  return { ...form, units: { ...form.units, [lineId]: Math.min(left, Math.max(0, units)) } };
}
