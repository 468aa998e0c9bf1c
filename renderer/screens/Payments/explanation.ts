/** One payment explained, as it is drawn, printed and copied: the sentence, the facts, each attempt, every step. */

import type {
  Attempt,
  ExplainedItem,
  ExplainedStep,
  SaleExplained,
  Says,
  ServiceEvent,
  TillView,
} from '../../../app/contract/view.ts';
import type { ChipProps } from '../../components/Chip.tsx';
import type { IconName } from '../../components/Icon.tsx';
import { lookOfStep, type StepTone } from '../../components/stepLooks.ts';
import { dayInWords, dayKey } from '../../text/days.ts';
import { paymentsText } from '../../text/payments.ts';
import type { Texts } from '../../text/texts.ts';
import { clockWithSeconds } from '../../text/time.ts';
import { withUnit } from '../../text/withUnit.ts';
import { whoOf } from './rows.ts';
import { standingChip } from './standing.ts';

export interface Fact {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly code: boolean;
}

export interface AttemptModel {
  readonly key: string;
  readonly reference: string;
  readonly name: string;
  readonly sums: string;
  /** The service's own log could not be read. */
  readonly unread: string | null;
}

/** An item of a machine: when it was asked for, what it is, what became of it and of its money. */
export interface ItemModel {
  readonly key: string;
  readonly time: string;
  readonly name: string;
  readonly price: string;
  readonly became: string;
  readonly icon: IconName;
  readonly tone: StepTone;
}

export interface StepModel {
  readonly key: string;
  /** The day above the first step of another day than the one before. */
  readonly day: string | null;
  readonly time: string;
  readonly icon: IconName;
  readonly tone: StepTone;
  readonly fact: string;
  readonly sentence: string;
  /** The service's own event: name, sum, time, reference. */
  readonly event: string | null;
}

export interface Explanation {
  readonly saleId: string;
  readonly chip: ChipProps;
  readonly sentence: string;
  readonly items: readonly ItemModel[];
  readonly facts: readonly Fact[];
  readonly attempts: readonly AttemptModel[];
  readonly steps: readonly StepModel[];
}

export function explanationOf(sale: SaleExplained, till: TillView, text: Texts, now: number): Explanation {
  return {
    saleId: sale.saleId,
    chip: standingChip(sale, text),
    sentence: text.says(sale.says).says,
    items: sale.items.map((item) => itemModel(item, text)),
    facts: factsOf(sale, till, text),
    attempts: sale.attempts.map((one, index) => attemptModel(one, index, sale.attempts.length, text)),
    steps: sale.steps.map((step, index) =>
      stepModel(step, { index, before: sale.steps[index - 1]?.at ?? null, sale, text, now }),
    ),
  };
}

const itemLooks: Readonly<Record<ExplainedItem['state'], Pick<ItemModel, 'icon' | 'tone'>>> = {
  asked: { icon: 'waiting', tone: 'wait' },
  dispensed: { icon: 'done', tone: 'ok' },
  failed: { icon: 'declined', tone: 'attn' },
  tooLate: { icon: 'question', tone: 'attn' },
  unknown: { icon: 'question', tone: 'attn' },
  notApproved: { icon: 'cancelled', tone: 'plain' },
};

function factsOf(sale: SaleExplained, till: TillView, text: Texts): readonly Fact[] {
  const { facts: names } = paymentsText[text.language];
  const who = whoOf(sale, text);
  const list: Fact[] = [{ key: 'sale', name: names.sale, value: sale.number, code: true }];
  if (who !== '') list.push({ key: 'customer', name: names.customer, value: who, code: false });
  if (sale.name !== null && till.clubName !== '')
    list.push({ key: 'club', name: names.club, value: till.clubName, code: false });
  list.push({ key: 'till', name: names.till, value: till.tillNumber, code: false });
  return list;
}

function itemModel(item: ExplainedItem, text: Texts): ItemModel {
  const t = paymentsText[text.language];
  const became = t.itemStates[item.state](clockWithSeconds(item.endedAt ?? item.askedAt));
  return {
    key: item.id,
    time: clockWithSeconds(item.askedAt),
    name: item.name,
    price: withUnit(item.price),
    became: [became, t.itemMoney[item.money]].filter((part) => part !== '').join(' '),
    ...itemLooks[item.state],
  };
}

function attemptModel(one: Attempt, index: number, count: number, text: Texts): AttemptModel {
  const t = paymentsText[text.language];
  const sums = [
    one.captured.minor > 0 ? t.sums.captured(withUnit(one.captured)) : null,
    one.released.minor > 0 ? t.sums.released(withUnit(one.released)) : null,
    one.refunded.minor > 0 ? t.sums.refunded(withUnit(one.refunded)) : null,
  ].filter((part) => part !== null);
  const name = count === 1 ? t.vias[one.via] : `${t.attempt(index + 1)} · ${t.vias[one.via]}`;
  return {
    key: one.reference,
    reference: one.reference,
    name,
    sums: sums.length === 0 ? t.sums.nothing : sums.join(', '),
    unread: one.log === 'unavailable' ? t.logUnavailable : null,
  };
}

function stepModel(
  step: ExplainedStep,
  about: {
    readonly index: number;
    readonly before: string | null;
    readonly sale: SaleExplained;
    readonly text: Texts;
    readonly now: number;
  },
): StepModel {
  const { index, before, sale, text, now } = about;
  const said = text.says(step.what, valuesInWords(step.what, text));
  const changes = before === null ? dayKey(step.at) !== dayKey(sale.at) : dayKey(step.at) !== dayKey(before);
  return {
    key: `${index} ${step.what.key}`,
    day: changes ? dayInWords(step.at, text.language, now) : null,
    time: clockWithSeconds(step.at),
    ...lookOfStep(step.what.key),
    fact: said.says,
    sentence: [said.next ?? '', refusalOf(step.what, text)].filter((part) => part !== '').join(' '),
    event: step.event === null ? null : eventInWords(step.event),
  };
}

/** What the contract names in one word is said in the words of the language. */
function valuesInWords(what: Says, text: Texts): Record<string, string> {
  const t = paymentsText[text.language];
  const { proof, method } = what.with ?? {};
  return { ...wordOf('proof', t.proofs, proof), ...wordOf('method', t.methods, method) };
}

function wordOf(name: string, words: Readonly<Record<string, string>>, value: unknown) {
  const word = typeof value === 'string' ? words[value] : undefined;
  return word === undefined ? {} : { [name]: word };
}

function refusalOf(what: Says, text: Texts): string {
  const code = what.with?.['code'];
  if (typeof code !== 'string') return '';
  return `${text.code(code).says} (${code})`;
}

function eventInWords({ name, at, pspReference, amount }: ServiceEvent): string {
  return [name, withUnit(amount), clockWithSeconds(at), pspReference].join(' · ');
}

/** The whole explanation as plain text, for a message to whoever helps. */
export function plainText(explanation: Explanation, head: string, withSum: string): string {
  const facts = explanation.facts.map(({ name, value }) => `${name}: ${value}`);
  const attempts = explanation.attempts.flatMap(({ reference, name, sums, unread }) => [
    `${reference} (${name}): ${sums}`,
    ...(unread === null ? [] : [unread]),
  ]);
  const steps = explanation.steps.flatMap(({ day, time, fact, sentence, event }) => [
    ...(day === null ? [] : ['', day]),
    `${time}  ${fact}${sentence === '' ? '' : `. ${sentence}`}`,
    ...(event === null ? [] : [`          ${event}`]),
  ]);
  const items = explanation.items.map(
    ({ time, name, price, became }) => `${time}  ${name}, ${price}: ${became}`,
  );
  const title = `${head}: ${withSum}, ${explanation.chip.children}`;
  const goods = items.length === 0 ? [] : [...items, ''];
  return [title, explanation.sentence, '', ...goods, ...facts, ...attempts, '', ...steps, ''].join('\n');
}
