/** A payment's steps as rows: the few that the station shows, and all of them for "Explain". */

import type { PaymentView, StepSays, StepView } from '../../../app/contract/view.ts';
import type { IconName } from '../../components/Icon.tsx';
import type { TimelineRow } from '../../components/Timeline.tsx';
import { clockWithSeconds, type Texts } from '../../text/index.ts';

const icons: Partial<Record<StepSays, IconName>> = {
  'step.intended': 'locked',
  'step.sent': 'send',
  'step.repeated': 'again',
  'step.unanswered': 'attention',
  'step.refused': 'declined',
  'step.notFound': 'question',
  'step.approved': 'done',
  'step.declined': 'declined',
  'step.expired': 'ranOut',
  'step.cancelRequested': 'close',
  'step.released': 'done',
  'step.refunded': 'released',
  'step.operationRefused': 'declined',
  'step.restarted': 'again',
};

/** What a cashier needs of the time-line at the station; the rest is bookkeeping and waits under "Explain". */
const telling: ReadonlySet<string> = new Set([
  'step.approved',
  'step.captured',
  'step.cancelRequested',
  'step.released',
  'step.refunded',
  'step.restarted',
]);

export function stepRows(
  payment: PaymentView,
  text: Texts,
  about: { readonly open: 'approved' | 'captureDelayed' | 'releasing' | 'cancelling' | null },
): readonly TimelineRow[] {
  const rows = payment.steps.filter((step) => telling.has(step.what.key)).slice(-4);
  const t = text.selling;
  const words = {
    approved: t.capturing,
    captureDelayed: t.captureDelayed,
    releasing: t.releasing,
    cancelling: t.cancelling,
  };
  const open: readonly TimelineRow[] =
    about.open === null ? [] : [{ key: 'open', icon: 'waiting', fact: words[about.open], time: null }];
  return [...rows.map((step, index) => row(step, index, text)), ...open];
}

export function paidRows(payment: PaymentView, text: Texts): readonly TimelineRow[] {
  const t = text.selling;
  const late = payment.says.key === 'payment.paidReceiptLater';
  return [
    ...stepRows(payment, text, { open: null }),
    {
      key: 'receipt',
      icon: late ? 'waiting' : 'done',
      fact: late ? t.receiptLater : t.receiptInApp,
      time: null,
    },
  ];
}

/** Every step, for the page that explains. */
export function allRows(payment: PaymentView, text: Texts): readonly TimelineRow[] {
  return payment.steps.map((step, index) => row(step, index, text));
}

/** When the payment came to rest, as far as the steps tell. */
export function endOf(payment: PaymentView): string | null {
  return payment.steps.at(-1)?.at ?? payment.checkedAt;
}

export function sentAt(payment: PaymentView): string | null {
  return payment.steps.find((step) => step.what.key === 'step.sent')?.at ?? null;
}

function row(step: StepView, index: number, text: Texts): TimelineRow {
  const icon = Object.entries(icons).find(([key]) => key === step.what.key)?.[1] ?? 'done';
  return {
    key: `${index} ${step.what.key}`,
    icon,
    fact: text.says(step.what).says,
    time: clockWithSeconds(step.at),
  };
}
