/** A sale is the fold of what was written down: each event, what follows from it, and what it no longer changes. */

import { describe, expect, it } from 'vitest';
import { kari } from '../testing/shop.ts';
import { aSale, entriesOf, goods, lineAdded, memberKnown } from '../testing/stories.ts';
import { money } from './money.ts';
import type { Msisdn } from './msisdn.ts';
import type { PaymentFacts, PaymentReference } from './payment.ts';
import { isFrozen, isUnfinished, type LineId, type Sale, saleState, saleTotal } from './sale.ts';
import type { SaleEvent } from './saleEvent.ts';
import { applyEntry, foldSale } from './saleFold.ts';

const shirt = goods({ sku: 'shirt', price: 59_900, member: 47_900 });
const reference = 'K01-000001-abcdef-1' as PaymentReference;

const asked = (amount: number): SaleEvent => ({
  kind: 'paymentIntended',
  reference,
  request: {
    saleId: 'sale-1',
    amount: money(amount, 'NOK'),
    payer: { by: 'phone', msisdn: kari },
    description: 'Bekkelund Sport 01-000001',
    receipt: null,
  },
  createKey: `${reference}-create`,
});

const read = (amount: number, facts: Partial<PaymentFacts>): SaleEvent => ({
  kind: 'payment',
  reference,
  event: {
    kind: 'read',
    facts: {
      state: 'CREATED',
      amount,
      authorised: 0,
      captured: 0,
      cancelled: 0,
      refunded: 0,
      qrImageUrl: null,
      saleId: null,
      ...facts,
    },
  },
});

const captured = read(59_900, { state: 'AUTHORIZED', authorised: 59_900, captured: 59_900 });
const basket: readonly SaleEvent[] = [lineAdded(shirt)];
const paid: readonly SaleEvent[] = [...basket, asked(59_900), captured];

describe('the basket', () => {
  it('takes lines, quantities and removals in their order', () => {
    const other = goods({ sku: 'thermos', price: 34_900 });
    const sale = aSale([
      lineAdded(shirt),
      lineAdded(other, 2),
      { kind: 'lineQuantity', line: 'shirt' as LineId, quantity: 3 },
      { kind: 'lineRemoved', line: 'thermos' as LineId },
    ]);
    expect(sale.lines).toEqual([{ id: 'shirt', product: shirt, quantity: 3, discount: null }]);
  });

  it('keeps the goods as they were when they were added', () => {
    const dearer = { ...shirt, price: money(99_900, 'NOK') };
    expect(saleTotal(aSale([lineAdded(shirt), lineAdded({ ...dearer, sku: 'new' })])).minor).toBe(159_800);
  });

  it('keeps its prices while a payment is open, although the membership changes', () => {
    const asking = aSale([...basket, asked(59_900), ...memberKnown()]);
    expect([isFrozen(asking), asking.memberPrices, saleTotal(asking).minor]).toEqual([true, false, 59_900]);
    const declined = aSale([...basket, asked(59_900), ...memberKnown(), read(59_900, { state: 'ABORTED' })]);
    expect([isFrozen(declined), declined.memberPrices, saleTotal(declined).minor]).toEqual([
      false,
      true,
      47_900,
    ]);
  });

  it('keeps its prices once it is paid', () => {
    const sale = aSale([...paid, ...memberKnown()]);
    expect([saleState(sale), sale.memberPrices, saleTotal(sale).minor]).toEqual(['paid', false, 59_900]);
  });
});

describe('the customer', () => {
  it('proven better keeps what is known of the person', () => {
    const sale = aSale([...memberKnown(), { kind: 'customerIdentified', msisdn: kari, proof: 'typed' }]);
    expect(sale.customer).toMatchObject({ proof: 'typed', membership: { status: 'member' } });
  });

  it('with another number starts from nothing, enrolment included', () => {
    const sale = aSale([
      ...memberKnown(),
      { kind: 'enrolmentEnded', state: 'refused' },
      { kind: 'customerIdentified', msisdn: '4740000001' as Msisdn, proof: 'qrText' },
    ]);
    expect(sale).toMatchObject({
      memberPrices: false,
      enrolment: null,
      customer: { msisdn: '4740000001', membership: { status: 'checking' } },
    });
  });

  it('who left is not a member for anything that comes later', () => {
    const late: SaleEvent = { kind: 'membership', membership: { status: 'notMember' } };
    expect(aSale([...memberKnown(), { kind: 'customerCleared' }, late]).customer).toBeNull();
  });
});

describe('the end of a sale', () => {
  it.each<[string, readonly SaleEvent[]]>([
    ['open', []],
    ['paying', [asked(59_900)]],
    ['paying', [asked(59_900), read(59_900, { state: 'AUTHORIZED', authorised: 59_900 })]],
    ['open', [asked(59_900), read(59_900, { state: 'EXPIRED' })]],
    ['paid', [asked(59_900), captured]],
    ['paidElsewhere', [{ kind: 'paidElsewhere', method: 'cash' }]],
    ['parked', [{ kind: 'parked' }]],
    ['open', [{ kind: 'parked' }, { kind: 'recalled' }]],
    ['parked', [asked(59_900), { kind: 'parked' }]],
    ['paid', [asked(59_900), { kind: 'parked' }, captured]],
    ['abandoned', [{ kind: 'abandoned' }]],
  ])('%s', (state, events) => expect(saleState(aSale([...basket, ...events]))).toBe(state));

  it('owes the club a member’s purchase once, whoever took the money', () => {
    const ends: readonly (readonly SaleEvent[])[] = [
      [asked(47_900), read(47_900, { state: 'AUTHORIZED', authorised: 47_900, captured: 47_900 })],
      [{ kind: 'paidElsewhere', method: 'card' }],
    ];
    for (const end of ends) {
      const sale = aSale([...memberKnown(), ...basket, ...end]);
      expect(sale.purchase).toBe('owed');
      expect(aSale([...memberKnown(), ...basket, ...end, { kind: 'purchaseRegistered' }]).purchase).toBe(
        'done',
      );
    }
  });

  it('owes nothing for a stranger, and nothing for a sale that was given up', () => {
    expect(aSale(paid).purchase).toBe('none');
    expect(aSale([...memberKnown(), ...basket, { kind: 'abandoned' }]).purchase).toBe('none');
  });

  it('says when it was, and not later', () => {
    const sale = aSale([...paid, { kind: 'left' }]);
    expect([sale.openedAt, sale.endedAt]).toEqual([0, 3000]);
  });

  it('is a restarted till’s business until it has left the screen and owes nothing', () => {
    const owed: readonly SaleEvent[] = [
      ...memberKnown(),
      ...basket,
      { kind: 'paidElsewhere', method: 'card' },
      { kind: 'left' },
    ];
    const states: readonly Sale[] = [
      aSale(basket),
      aSale(paid),
      aSale([...paid, { kind: 'left' }]),
      aSale(owed),
      aSale([...owed, { kind: 'purchaseRegistered' }]),
      aSale([...paid, { kind: 'receiptOwed' }, { kind: 'left' }]),
      aSale([...paid, { kind: 'receiptOwed' }, { kind: 'left' }, { kind: 'receiptSent' }]),
      aSale([...basket, { kind: 'abandoned' }]),
    ];
    expect(states.map(isUnfinished)).toEqual([true, true, false, true, false, true, false, false]);
  });
});

describe('the fold', () => {
  it('is the same entry by entry and all at once', () => {
    const entries = entriesOf([...memberKnown(), ...paid, { kind: 'left' }]);
    let sale: Sale | null = null;
    for (const entry of entries) sale = applyEntry(sale, entry);
    expect(foldSale(entries)).toEqual(sale);
    expect(foldSale(JSON.parse(JSON.stringify(entries)))).toEqual(sale);
  });

  it('of nothing is nothing, and nothing happens to a sale that was not opened', () => {
    expect(foldSale([])).toBeNull();
    expect(() => foldSale(entriesOf(basket).slice(1))).toThrow('has no opening entry');
  });
});
