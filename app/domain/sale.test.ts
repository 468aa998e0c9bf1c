/** What a basket costs: prices, a member's saving, discounts, VAT, and that the receipt tells the same. */

import { describe, expect, it } from 'vitest';
import { aSale, goods, lineAdded, memberKnown, seeded } from '../testing/stories.ts';
import { type Currency, money, sum } from './money.ts';
import { receiptOf } from './receipt.ts';
import { type LineId, lineDiscount, lineTotal, saleSaved, saleTotal, vatRows, wouldSave } from './sale.ts';
import type { SaleEvent } from './saleEvent.ts';

const nok = (value: number) => money(value, 'NOK');
const shirt = goods({ sku: 'shirt', price: 59_900, member: 47_900 });
const thermos = goods({ sku: 'thermos', price: 34_900 });
const food = goods({ sku: 'food', price: 11_900, rate: 1500 });

const discounted = (line: string, amount: number): SaleEvent => ({
  kind: 'lineDiscounted',
  line: line as LineId,
  amount: nok(amount),
  reason: 'scratched',
});

describe('prices', () => {
  it('are the regular ones for somebody unknown, who sees what a member would save', () => {
    const sale = aSale([lineAdded(shirt, 2), lineAdded(thermos)]);
    expect(saleTotal(sale)).toEqual(nok(154_700));
    expect(saleSaved(sale)).toEqual(nok(0));
    expect(wouldSave(sale)).toEqual(nok(24_000));
  });

  it('are a member’s as soon as the member is known, whatever lay in the basket before', () => {
    const sale = aSale([lineAdded(shirt, 2), ...memberKnown(), lineAdded(thermos)]);
    expect(saleTotal(sale)).toEqual(nok(130_700));
    expect(saleSaved(sale)).toEqual(nok(24_000));
    expect(wouldSave(sale)).toEqual(nok(0));
  });

  it('are the regular ones again when the member is gone', () => {
    const sale = aSale([lineAdded(shirt), ...memberKnown(), { kind: 'customerCleared' }]);
    expect(saleTotal(sale)).toEqual(nok(59_900));
  });

  it('of an empty basket are nothing', () => {
    expect(saleTotal(aSale([]))).toEqual(nok(0));
    expect(vatRows(aSale([]))).toEqual([]);
  });
});

describe('a discount', () => {
  it('comes on top of the member’s saving', () => {
    const sale = aSale([lineAdded(shirt), ...memberKnown(), discounted('shirt', 7900)]);
    expect(sale.lines.map((line) => lineDiscount(sale, line))).toEqual([nok(19_900)]);
    expect(saleTotal(sale)).toEqual(nok(40_000));
    expect(saleSaved(sale)).toEqual(nok(12_000));
  });

  it('never takes a line below zero, even when the member’s saving comes later', () => {
    const sale = aSale([lineAdded(shirt), discounted('shirt', 59_900), ...memberKnown()]);
    expect(sale.lines.map((line) => [lineDiscount(sale, line), lineTotal(sale, line)])).toEqual([
      [nok(59_900), nok(0)],
    ]);
  });

  it('is taken away again', () => {
    const away: SaleEvent = { kind: 'lineDiscounted', line: 'shirt' as LineId, amount: null, reason: '' };
    expect(saleTotal(aSale([lineAdded(shirt), discounted('shirt', 900), away]))).toEqual(nok(59_900));
  });
});

it('VAT stands by rate, the highest first, and is that of the lines', () => {
  const sale = aSale([lineAdded(food, 3), lineAdded(shirt), lineAdded(thermos), discounted('thermos', 900)]);
  expect(vatRows(sale)).toEqual([
    { rate: 2500, gross: nok(93_900), net: nok(75_120), vat: nok(18_780) },
    { rate: 1500, gross: nok(35_700), net: nok(31_043), vat: nok(4657) },
  ]);
});

it('the receipt of a sale is its lines, its total and where it was made', () => {
  const sale = aSale([lineAdded(shirt, 2), ...memberKnown(), lineAdded(food)]);
  expect(receiptOf(sale, 'kasse-1')).toEqual({
    lines: [
      {
        id: 'shirt',
        name: 'Goods shirt',
        quantity: 2,
        unitPrice: nok(59_900),
        discount: nok(24_000),
        total: nok(95_800),
        vat: nok(19_160),
        vatRate: 2500,
      },
      {
        id: 'food',
        name: 'Goods food',
        quantity: 1,
        unitPrice: nok(11_900),
        discount: nok(0),
        total: nok(11_900),
        vat: nok(1552),
        vatRate: 1500,
      },
    ],
    total: nok(107_700),
    posId: 'kasse-1',
    receiptNumber: '01-000001',
  });
});

describe('any basket', () => {
  const currencies: readonly Currency[] = ['NOK', 'DKK', 'EUR'];
  const baskets = Array.from({ length: 600 }, (_, seed) => {
    const draw = seeded(seed);
    const currency = currencies[draw(3)] ?? 'NOK';
    const events: SaleEvent[] = [];
    for (let at = 0; at < 1 + draw(9); at += 1) {
      const price = draw(4) === 0 ? draw(300) : draw(400_000);
      const rate = [0, 1200, 1400, 1500, 2500, 2550][draw(6)] ?? 0;
      const member = draw(2) === 0 ? { member: draw(price + 1) } : {};
      const product = goods({ sku: `${at}`, price, rate, currency, ...member });
      events.push(lineAdded(product, 1 + draw(draw(3) === 0 ? 999 : 4)));
      if (draw(3) === 0) {
        const amount = money(draw(price * 2 + 1), currency);
        events.push({ kind: 'lineDiscounted', line: `${at}` as LineId, amount, reason: 'r' });
      }
      if (draw(4) === 0) events.push(...memberKnown());
      if (draw(9) === 0) events.push({ kind: 'customerCleared' });
    }
    return { seed, currency, sale: aSale(events, currency) };
  });

  it.each<[string, (one: (typeof baskets)[number]) => boolean]>([
    [
      'each line of the receipt is unit price × quantity − discount, and never below zero',
      ({ sale }) =>
        receiptOf(sale, 'p').lines.every(
          (line) =>
            line.unitPrice.minor * line.quantity - line.discount.minor === line.total.minor &&
            line.total.minor >= 0 &&
            line.discount.minor >= 0,
        ),
    ],
    [
      'the lines of the receipt sum to the total that is asked for',
      ({ sale, currency }) => {
        const { lines, total } = receiptOf(sale, 'p');
        const summed = sum(
          lines.map((line) => line.total),
          currency,
        );
        return summed.minor === total.minor && total.minor === saleTotal(sale).minor;
      },
    ],
    [
      'the VAT rows sum to the total, and each is net + VAT',
      ({ sale, currency }) => {
        const rows = vatRows(sale);
        const gross = sum(
          rows.map((row) => row.gross),
          currency,
        );
        return (
          gross.minor === saleTotal(sale).minor &&
          rows.every((row) => row.net.minor + row.vat.minor === row.gross.minor)
        );
      },
    ],
    [
      'the VAT of each row is that of its lines on the receipt',
      ({ sale }) =>
        vatRows(sale).every((row) => {
          const lines = receiptOf(sale, 'p').lines.filter((line) => line.vatRate === row.rate);
          return lines.reduce((vat, line) => vat + line.vat.minor, 0) === row.vat.minor;
        }),
    ],
    [
      'what a member saves is what the total falls by, where no discount is in the way',
      ({ sale }) => {
        if (sale.lines.some((line) => line.discount !== null)) return true;
        const regular = saleTotal({ ...sale, memberPrices: false }).minor;
        const member = saleTotal({ ...sale, memberPrices: true }).minor;
        return regular - member === wouldSave({ ...sale, memberPrices: false }).minor;
      },
    ],
  ])('%s', (_rule, holds) => {
    expect(baskets.filter((one) => !holds(one)).map(({ seed }) => seed)).toEqual([]);
  });

  it('was tried with members and without, with discounts and several rates', () => {
    const some = (wished: (one: (typeof baskets)[number]) => boolean) => baskets.filter(wished).length > 50;
    expect([
      some(({ sale }) => sale.memberPrices),
      some(({ sale }) => !sale.memberPrices),
      some(({ sale }) => sale.lines.some((line) => line.discount !== null)),
      some(({ sale }) => vatRows(sale).length > 2),
    ]).toEqual([true, true, true, true]);
  });
});
