/** The few of a payment's steps that the station shows. */

import type { PaymentView, StepView } from '../../../app/contract/view.ts';
import { lookOfStep } from '../../components/stepLooks.ts';
import type { TimelineRow } from '../../components/Timeline.tsx';
import { clockWithSeconds, type Texts } from '../../text/index.ts';

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

/** When the payment came to rest, as far as the steps tell. */
export function endOf(payment: PaymentView): string | null {
  return payment.steps.at(-1)?.at ?? payment.checkedAt;
}

export function sentAt(payment: PaymentView): string | null {
  return payment.steps.find((step) => step.what.key === 'step.sent')?.at ?? null;
}

function row(step: StepView, index: number, text: Texts): TimelineRow {
  return {
    key: `${index} ${step.what.key}`,
    icon: lookOfStep(step.what.key).icon,
    fact: text.says(step.what).says,
    time: clockWithSeconds(step.at),
  };
}
