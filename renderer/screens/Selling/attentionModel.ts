/** "Needs attention" as rows: what, since when, why, and the one button there is. The gravest stand first. */

import type { AttentionSays, AttentionView, TillView } from '../../../app/contract/view.ts';
import type { IconName } from '../../components/Icon.tsx';
import { dayInWords, dayKey } from '../../text/days.ts';
import { clock, type Texts } from '../../text/index.ts';
import { insteadOfScan } from '../../text/insteadOfScan.ts';
import type { ButtonModel } from './modelTypes.ts';

export type AttentionTone = 'attn' | 'problem';

export interface AttentionRow {
  readonly key: string;
  readonly icon: IconName;
  readonly tone: AttentionTone;
  readonly what: string;
  /** Whether money moved, where the thought of money is near. */
  readonly money: string | null;
  readonly next: string;
  /** The sale and since when, in one line. */
  readonly since: string | null;
  readonly why: string | null;
  readonly tried: string | null;
  readonly button: ButtonModel | null;
}

/** What a person must see at once, wherever they look; the rest waits in the panel. */
const grave: ReadonlySet<AttentionSays> = new Set(['attention.journal']);
const urgent: ReadonlySet<AttentionSays> = new Set([
  'attention.recovered',
  'attention.journalSetAside',
  'attention.journalDamaged',
  'attention.captureDeadline',
  'attention.capturedInPart',
]);

export function weightOf({ kind }: Pick<AttentionView, 'kind'>): 'grave' | 'urgent' | 'quiet' {
  if (grave.has(kind)) return 'grave';
  return urgent.has(kind) ? 'urgent' : 'quiet';
}

export function attentionKey({ kind, saleId }: AttentionView): string {
  return `${kind} ${saleId ?? ''}`;
}

const weights = { grave: 0, urgent: 1, quiet: 2 } as const;

export function attentionRows(
  list: readonly AttentionView[],
  about: {
    readonly text: Texts;
    readonly now: number;
    readonly tried: Readonly<Record<string, number>>;
    readonly kind: TillView['kind'];
  },
): readonly AttentionRow[] {
  return [...list]
    .sort((a, b) => weights[weightOf(a)] - weights[weightOf(b)])
    .map((one) => rowOf(one, about));
}

function rowOf(one: AttentionView, about: Parameters<typeof attentionRows>[1]): AttentionRow {
  const { text, now, kind } = about;
  const t = text.selling;
  const said = text.says(one.says, { instead: insteadOfScan[text.language][kind] });
  const number = one.says.with?.['number'];
  const since = one.since === null ? null : t.since(whenInWords(one.since, text, now));
  const sale = typeof number === 'string' ? t.saleNumber(number) : null;
  const facts = [sale, since].filter((part) => part !== null);
  const triedAt = one.saleId === null ? undefined : about.tried[one.saleId];
  return {
    key: attentionKey(one),
    icon: weightOf(one) === 'grave' ? 'stop' : iconOf(one.kind),
    tone: weightOf(one) === 'grave' ? 'problem' : 'attn',
    what: said.says,
    money: said.money ?? null,
    next: said.next ?? '',
    since: facts.length === 0 ? null : facts.join(' · '),
    why: whyInWords(one.why, text),
    tried: triedAt === undefined || one.action !== 'retry' ? null : t.triedAt(clock(triedAt)),
    button: buttonOf(one, text),
  };
}

function iconOf(kind: AttentionSays): IconName {
  if (kind === 'attention.recovered') return 'again';
  if (kind === 'attention.parkedPaid') return 'done';
  return kind === 'attention.parkedNotPaid' ? 'cancelled' : 'attention';
}

/** A code of the service says more than the kind of the fault, and stands last for whoever helps. */
function whyInWords(why: AttentionView['why'], text: Texts): string | null {
  if (why === null) return null;
  if (why.code === null) return text.faultOfKind(why.fault);
  const { says, next } = text.code(why.code);
  return `${says} ${next} (${why.code})`;
}

function whenInWords(at: string, text: Texts, now: number): string {
  if (dayKey(at) === dayKey(now)) return clock(at);
  return `${dayInWords(at, text.language, now)} ${clock(at)}`.toLowerCase();
}

function buttonOf({ action, saleId }: AttentionView, { selling: t }: Texts): ButtonModel | null {
  if (saleId === null || action === null) return null;
  if (action === 'retry') return { label: t.tryNow, icon: 'again', action: { do: 'retry', saleId } };
  if (action === 'explain')
    return { label: t.openInPayments, icon: 'forward', action: { do: 'explain', saleId } };
  return { label: t.openTheSale, icon: 'forward', action: { do: 'recall', saleId } };
}
