import { describe, expect, it } from 'vitest';
import type { OfferView } from '../../../app/contract/view.ts';
import { money } from '../../../app/domain/money.ts';
import {
  asTold,
  asTyped,
  isTouched,
  kept,
  rowsOf,
  type SlotField,
  type StockDraft,
  type StockRow,
  slotsOf,
  stepped,
  typed,
  untouched,
  withAdded,
  without,
} from './stock.ts';

/** For everybody, and behind no door of its own: said in so many words. */
const bare = { minimumAge: null, code: null };

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
const found = (sku: string) => ({
  sku,
  name: `Vare ${sku}`,
  price: money(900, 'NOK'),
  memberPrice: null,
  vatRate: 1500,
});
const counts = (draft: StockDraft, of = offers) => rowsOf(of, draft).map(({ sku, now }) => [sku, now.count]);
const type = (draft: StockDraft, sku: string, field: SlotField, text: string, of = offers) => {
  const row = rowsOf(of, draft).find((one) => one.sku === sku);
  if (row === undefined) throw new Error(`no row ${sku}`);
  return typed(draft, row, field, text);
};
const remove = (draft: StockDraft, sku: string, of = offers) => {
  const row = rowsOf(of, draft).find((one) => one.sku === sku);
  if (row === undefined) throw new Error(`no row ${sku}`);
  return without(draft, row);
};

describe('the stock under the manager’s hand', () => {
  it('is the machine’s until something is changed, and follows what is sold meanwhile', () => {
    expect(isTouched(untouched)).toBe(false);
    expect(counts(untouched)).toEqual([
      ['1', '3'],
      ['2', '0'],
    ]);
    const filled = type(untouched, '2', 'count', '8');
    expect(isTouched(filled)).toBe(true);
    expect(counts(filled, [offer('1', 2), offer('2', 0, 18)])).toEqual([
      ['1', '2'],
      ['2', '8'],
    ]);
  });

  it('takes goods in and out, and what was taken away comes back as the machine has it', () => {
    const added = type(withAdded(untouched, found('9')), '9', 'count', '4');
    expect(counts(added)).toContainEqual(['9', '4']);
    expect(counts(remove(added, '9'))).toEqual(counts(untouched));
    const gone = remove(untouched, '1');
    expect(counts(gone)).toEqual([['2', '0']]);
    expect(counts(withAdded(gone, found('1')))).toEqual(counts(untouched));
  });

  it('is told whole, with the age limits and doors that were', () => {
    expect(slotsOf(offers, type(withAdded(untouched, found('9')), '9', 'count', '4'))).toEqual([
      { sku: '1', stock: 3, ...bare },
      { sku: '2', stock: 0, minimumAge: 18, code: 'B4' },
      { sku: '9', stock: 4, ...bare },
    ]);
    expect(slotsOf(offers, type(untouched, '2', 'count', '8'))?.[1]).toEqual({
      sku: '2',
      stock: 8,
      minimumAge: 18,
      code: 'B4',
    });
  });
});

describe('a number', () => {
  const first = (draft: StockDraft) => rowsOf(offers, draft)[0] as StockRow;

  it.each(['-3', '', '2,5', '1e3', '10000', 'tre', '٣'])(
    '%j is refused as typed, and nothing is told',
    (count) => {
      const draft = type(untouched, '1', 'count', count);
      expect(first(draft)).toMatchObject({ now: { count }, wrong: ['count'] });
      expect(slotsOf(offers, draft)).toBeNull();
      expect(slotsOf(offers, type(draft, '1', 'count', '3'))).not.toBeNull();
    },
  );

  it.each([
    ['0', 0],
    [' 12 ', 12],
    ['007', 7],
    ['9999', 9999],
  ])('%j is %i', (count, stock) => {
    expect(slotsOf(offers, type(untouched, '1', 'count', count))?.[0]).toEqual({ sku: '1', stock, ...bare });
  });

  it('goes up and down by touch, never below nothing nor above what can be told', () => {
    const stepsFrom = (count: string, by: 1 | -1) => {
      const draft = type(untouched, '1', 'count', count);
      return first(stepped(draft, first(draft), by)).now.count;
    };
    expect([stepsFrom('3', 1), stepsFrom('3', -1)]).toEqual(['4', '2']);
    expect([stepsFrom('0', -1), stepsFrom('9999', 1), stepsFrom('-3', 1)]).toEqual(['0', '9999', '1']);
  });
});

describe('an age limit and a door', () => {
  it('are set, changed and taken away by hand', () => {
    const set = type(type(untouched, '1', 'age', '16'), '1', 'code', ' A1 ');
    expect(slotsOf(offers, type(type(set, '2', 'age', ''), '2', 'code', ''))).toEqual([
      { sku: '1', stock: 3, minimumAge: 16, code: 'A1' },
      { sku: '2', stock: 0, ...bare },
    ]);
  });

  it('come back with goods that were taken away, before it is kept and after', () => {
    const limited = { sku: '2', stock: 0, minimumAge: 18, code: 'B4' };
    const gone = remove(untouched, '2');
    expect(slotsOf(offers, withAdded(gone, found('2')))).toContainEqual(limited);
    const left = [offer('1', 3)];
    const after = kept(gone);
    expect(isTouched(after)).toBe(false);
    expect(slotsOf(left, after)).toEqual([{ sku: '1', stock: 3, ...bare }]);
    expect(slotsOf(left, withAdded(after, found('2')))).toContainEqual(limited);
  });

  it('come back with goods that never were kept', () => {
    const added = type(withAdded(untouched, found('9')), '9', 'age', '18');
    const again = withAdded(remove(added, '9'), found('9'));
    expect(slotsOf(offers, again)).toContainEqual({ sku: '9', stock: 0, minimumAge: 18, code: null });
  });

  it.each(['0', '101', 'atten', '-18', '17.5', '1e1'])(
    'an age of %j is refused and nothing is told',
    (age) => {
      const draft = type(untouched, '1', 'age', age);
      expect(rowsOf(offers, draft)[0]?.wrong).toEqual(['age']);
      expect(slotsOf(offers, draft)).toBeNull();
    },
  );

  it('says of goods that are new in the machine that they have no limit', () => {
    const draft = withAdded(untouched, found('9'));
    const unlimited = (of: StockDraft) => rowsOf(offers, of).map((row) => row.newWithoutLimit);
    expect(unlimited(draft)).toEqual([false, false, true]);
    expect(unlimited(type(draft, '9', 'age', '18'))).toEqual([false, false, false]);
  });
});

describe('the machine is told something else while the manager types', () => {
  const asked = (draft: StockDraft, of: readonly OfferView[]) =>
    rowsOf(of, draft)
      .filter(({ asks }) => asks)
      .map(({ sku, told, now }) => [sku, told?.count, now.count]);
  const filled = type(untouched, '1', 'count', '4');
  const told = [offer('1', 1), offer('2', 5, 18)];

  it('is asked about for what was typed, and nothing is told before the answer', () => {
    expect(asked(filled, offers)).toEqual([]);
    expect(asked(filled, told)).toEqual([['1', '1', '4']]);
    expect(slotsOf(told, filled)).toBeNull();
    // What only the machine has changed is as it says.
    expect(counts(filled, told)).toEqual([
      ['1', '4'],
      ['2', '5'],
    ]);
  });

  it('is taken, or what was typed is kept over it until the machine is told anew', () => {
    const taken = asTold(told, filled);
    expect([isTouched(taken), counts(taken, told)[0]]).toEqual([false, ['1', '1']]);
    const stays = asTyped(told, filled);
    expect([asked(stays, told), slotsOf(told, stays)?.[0]]).toEqual([[], { sku: '1', stock: 4, ...bare }]);
    expect(asked(stays, [offer('1', 0)])).toEqual([['1', '0', '4']]);
  });

  it('asks nothing where both say the same, as when the till shows what was just kept', () => {
    expect(asked(type(filled, '1', 'count', ' 04'), [offer('1', 4)])).toEqual([]);
  });

  it('asks about the age limit and the door too', () => {
    const [limited] = offers.slice(1);
    const draft = type(untouched, '2', 'count', '8');
    expect(asked(draft, [{ ...(limited as OfferView), minimumAge: 16 }])).toEqual([['2', '0', '8']]);
    expect(asked(draft, [{ ...(limited as OfferView), code: 'C1' }])).toEqual([['2', '0', '8']]);
  });

  it('asks about goods that are gone, and about new ones that the machine has by now', () => {
    expect(asked(filled, [])).toEqual([['1', undefined, '4']]);
    expect(counts(asTold([], filled), [])).toEqual([]);
    expect(slotsOf([], asTyped([], filled))).toEqual([{ sku: '1', stock: 4, ...bare }]);
    const added = type(withAdded(untouched, found('9')), '9', 'count', '4');
    expect(asked(added, [...offers, offer('9', 2)])).toEqual([['9', '2', '4']]);
  });

  it('does not ask about what is taken away anyhow', () => {
    expect(slotsOf(told, remove(filled, '1'))).toEqual([{ sku: '2', stock: 5, minimumAge: 18, code: 'B4' }]);
  });
});
