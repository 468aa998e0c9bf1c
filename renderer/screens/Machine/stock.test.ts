import { describe, expect, it } from 'vitest';
import type { OfferView } from '../../../app/contract/view.ts';
import { money } from '../../../app/domain/money.ts';
import { counted, isTouched, rowsOf, slotsOf, untouched, withAdded, without } from './stock.ts';

const offer = (sku: string, stock: number, minimumAge: number | null = null): OfferView => ({
  sku,
  code: minimumAge === null ? null : 'B4',
  name: `Vare ${sku}`,
  price: money(2500, 'NOK'),
  stock,
  minimumAge,
  takeable: false,
});
const offers = [offer('1', 3), offer('2', 0, 18)];
const found = { sku: '9', name: 'Vare 9', price: money(900, 'NOK'), memberPrice: null, vatRate: 1500 };
const counts = (draft: typeof untouched, of = offers) =>
  rowsOf(of, draft).map(({ sku, count }) => [sku, count]);

describe('the stock under the manager’s hand', () => {
  it('is the machine’s until something is changed, and follows what is sold meanwhile', () => {
    expect(isTouched(untouched)).toBe(false);
    expect(counts(untouched)).toEqual([
      ['1', 3],
      ['2', 0],
    ]);
    const filled = counted(untouched, '2', 8);
    expect(counts(filled, [offer('1', 2), offer('2', 0, 18)])).toEqual([
      ['1', 2],
      ['2', 8],
    ]);
  });

  it('counts whole pieces between nothing and what a slot can hold', () => {
    expect(counts(counted(untouched, '1', -1))[0]).toEqual(['1', 0]);
    expect(counts(counted(untouched, '1', 5000))[0]).toEqual(['1', 999]);
  });

  it('takes goods in and out, and what was taken away comes back as the machine has it', () => {
    const added = counted(withAdded(untouched, found), '9', 4);
    expect(counts(added)).toContainEqual(['9', 4]);
    expect(counts(without(added, '9'))).toEqual(counts(untouched));
    const gone = without(untouched, '1');
    expect(counts(gone)).toEqual([['2', 0]]);
    expect(counts(withAdded(gone, { ...found, sku: '1' }))).toEqual(counts(untouched));
  });

  it('is told whole, with the age limits and doors that were', () => {
    expect(slotsOf(offers, counted(withAdded(untouched, found), '9', 4))).toEqual([
      { sku: '1', stock: 3 },
      { sku: '2', stock: 0, minimumAge: 18, code: 'B4' },
      { sku: '9', stock: 4 },
    ]);
  });
});
