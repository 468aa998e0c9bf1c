/** What the manager has changed of the stock and not kept yet, over what the machine says. */

import type { CallInput, ProductFound } from '../../../app/contract/calls.ts';
import type { OfferView } from '../../../app/contract/view.ts';
import type { Money } from '../../../app/domain/money.ts';

export type SlotField = 'count' | 'age' | 'code';

/** As it stands in the fields: a limit or a door that is not there is an empty text. */
export type SlotTexts = Readonly<Record<SlotField, string>>;

/** What was typed, and over what: `null` where the machine did not hold it. */
interface Change {
  readonly now: SlotTexts;
  readonly over: SlotTexts | null;
  readonly product: Pick<ProductFound, 'sku' | 'name' | 'price'>;
}

export interface StockDraft {
  /** By SKU; what is not here is as the machine says. */
  readonly changed: ReadonlyMap<string, Change>;
  readonly added: readonly ProductFound[];
  readonly removed: ReadonlySet<string>;
  /**
   * What goods had that were taken away, also after it was kept: an age limit that is lost on the way out and in again
   * would sell to anybody.
   */
  readonly limits: ReadonlyMap<string, Pick<SlotTexts, 'age' | 'code'>>;
}

export interface StockRow {
  readonly sku: string;
  readonly name: string;
  readonly price: Money;
  readonly now: SlotTexts;
  /** As the machine has it; `null` where it does not hold it. */
  readonly told: SlotTexts | null;
  /** Whether that changed under what was typed, so that one of the two has to be chosen. */
  readonly asks: boolean;
  /** Fields that say nothing the machine could be told. */
  readonly wrong: readonly SlotField[];
  /** To be said, for the till knows no limit of goods that come into the machine. */
  readonly newWithoutLimit: boolean;
}

export const untouched: StockDraft = {
  changed: new Map(),
  added: [],
  removed: new Set(),
  limits: new Map(),
};

const mostInSlot = 9999;
const oldestLimit = 100;
/** As the contract has it. */
export const longestCode = 6;

/** The machine's goods without those taken away, then the added ones and those that it lost under the manager's hand. */
export function rowsOf(offers: readonly OfferView[], draft: StockDraft): readonly StockRow[] {
  const held = new Map(offers.map((offer) => [offer.sku, textsOf(offer)]));
  const lost = [...draft.changed.values()].map(({ product }) => product);
  const goods = new Map([...lost, ...draft.added, ...offers].map((one) => [one.sku, one]));
  const inOrder = new Set([...held.keys(), ...draft.added.map(({ sku }) => sku), ...draft.changed.keys()]);
  return [...inOrder]
    .filter((sku) => !draft.removed.has(sku))
    .flatMap((sku) => {
      const product = goods.get(sku);
      return product === undefined ? [] : [rowOf(product, held.get(sku) ?? null, draft)];
    });
}

function rowOf({ sku, name, price }: Change['product'], told: SlotTexts | null, draft: StockDraft): StockRow {
  const change = draft.changed.get(sku);
  const now = change?.now ?? told ?? { count: '0', age: '', code: '', ...draft.limits.get(sku) };
  const asks = change !== undefined && !same(change.over, told) && !same(change.now, told);
  const newWithoutLimit = told === null && now.age.trim() === '';
  return { sku, name, price, now, told, asks, wrong: wrongIn(now), newWithoutLimit };
}

export function isTouched({ changed, added, removed }: StockDraft): boolean {
  return changed.size > 0 || added.length > 0 || removed.size > 0;
}

export function typed(draft: StockDraft, row: StockRow, field: SlotField, text: string): StockDraft {
  const { sku, name, price, told } = row;
  const { over } = draft.changed.get(sku) ?? { over: told };
  const change = { now: { ...row.now, [field]: text }, over, product: { sku, name, price } };
  return { ...draft, changed: new Map(draft.changed).set(sku, change) };
}

/** One more or fewer; what is no number counts as none. */
export function stepped(draft: StockDraft, row: StockRow, by: 1 | -1): StockDraft {
  const count = (wholeIn(row.now.count, 0, mostInSlot) ?? 0) + by;
  return typed(draft, row, 'count', String(Math.min(mostInSlot, Math.max(0, count))));
}

/** One that was taken away before comes back as it was. */
export function withAdded(draft: StockDraft, product: ProductFound): StockDraft {
  const removed = new Set(draft.removed);
  removed.delete(product.sku);
  const known = draft.added.some(({ sku }) => sku === product.sku);
  return { ...draft, removed, added: known ? draft.added : [...draft.added, product] };
}

export function without(draft: StockDraft, { sku, now }: StockRow): StockDraft {
  const changed = new Map(draft.changed);
  changed.delete(sku);
  return {
    changed,
    added: draft.added.filter((one) => one.sku !== sku),
    removed: new Set(draft.removed).add(sku),
    limits: new Map(draft.limits).set(sku, { age: now.age, code: now.code }),
  };
}

/** Where both changed, the machine's word stands. */
export function asTold(offers: readonly OfferView[], draft: StockDraft): StockDraft {
  const changed = new Map(draft.changed);
  for (const { sku, asks } of rowsOf(offers, draft)) if (asks) changed.delete(sku);
  return { ...draft, changed };
}

/** Where both changed, what was typed stands over the machine's newest word. */
export function asTyped(offers: readonly OfferView[], draft: StockDraft): StockDraft {
  const changed = new Map(draft.changed);
  for (const { sku, asks, told } of rowsOf(offers, draft)) {
    const change = changed.get(sku);
    if (asks && change !== undefined) changed.set(sku, { ...change, over: told });
  }
  return { ...draft, changed };
}

/** Once the machine was told. */
export function kept({ limits }: StockDraft): StockDraft {
  return { ...untouched, limits };
}

/** All that the machine is told; `null` while a field says nothing that it could be told, or something is to be chosen. */
export function slotsOf(
  offers: readonly OfferView[],
  draft: StockDraft,
): CallInput<'vending.stock'>['slots'] | null {
  const rows = rowsOf(offers, draft);
  if (rows.some(({ wrong, asks }) => asks || wrong.length > 0)) return null;
  return rows.map(({ sku, now }) => {
    const code = now.code.trim();
    return {
      sku,
      stock: Number(now.count),
      minimumAge: now.age.trim() === '' ? null : Number(now.age),
      code: code === '' ? null : code,
    };
  });
}

function textsOf({ stock, minimumAge, code }: OfferView): SlotTexts {
  return {
    count: String(stock),
    age: minimumAge === null ? '' : String(minimumAge),
    code: code ?? '',
  };
}

/** Whether the machine would be told the same, however it is written. */
function same(one: SlotTexts | null, other: SlotTexts | null): boolean {
  const plain = ({ count, age, code }: SlotTexts) =>
    [wholeIn(count, 0, mostInSlot) ?? count, age.trim(), code.trim()].join('\n');
  return one === null || other === null ? one === other : plain(one) === plain(other);
}

function wrongIn({ count, age, code }: SlotTexts): readonly SlotField[] {
  const wrong: SlotField[] = [];
  if (wholeIn(count, 0, mostInSlot) === null) wrong.push('count');
  if (age.trim() !== '' && wholeIn(age, 1, oldestLimit) === null) wrong.push('age');
  if (code.trim().length > longestCode) wrong.push('code');
  return wrong;
}

/** A whole number as people write it, between the two; `null` for anything else. */
function wholeIn(text: string, least: number, most: number): number | null {
  const digits = text.trim();
  if (!/^\d{1,6}$/.test(digits)) return null;
  const whole = Number(digits);
  return whole >= least && whole <= most ? whole : null;
}
