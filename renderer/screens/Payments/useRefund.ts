/** The refund dialog's own state: what is chosen, and what became of what was asked. It asks once and never twice. */

import { useRef, useState } from 'react';
import type { RefundView, SaleExplained, TillView } from '../../../app/contract/view.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import { useDoor } from '../../stores/context.tsx';
import { freshForm, missing, type RefundForm, refundInput } from './refund.ts';

export type RefundStage =
  | { readonly at: 'choosing'; readonly fault: Fault | null }
  | { readonly at: 'asking' }
  | { readonly at: 'asked'; readonly refund: RefundView }
  /** The window lost the till in the middle: whether the refund was asked for is not known here. */
  | { readonly at: 'lost'; readonly fault: Fault };

export function useRefund(sale: SaleExplained, till: TillView, onAsked: () => void) {
  const door = useDoor();
  const [form, setForm] = useState<RefundForm>(() => freshForm(sale));
  const [stage, setStage] = useState<RefundStage>({ at: 'choosing', fault: null });
  // A press between two drawings must find what the one before has done.
  const asking = useRef(false);

  async function ask(): Promise<void> {
    if (asking.current || missing(form, sale) !== null) return;
    asking.current = true;
    setStage({ at: 'asking' });
    const answer = await door.call('refund.request', refundInput(form, sale, till.language));
    asking.current = !answer.ok && isLost(answer.fault);
    if (answer.ok) setStage({ at: 'asked', refund: answer.value });
    else if (isLost(answer.fault)) setStage({ at: 'lost', fault: answer.fault });
    else setStage({ at: 'choosing', fault: answer.fault });
    onAsked();
  }

  return {
    form,
    change: (part: Partial<RefundForm>) => {
      setForm((now) => ({ ...now, ...part }));
      setStage((now) => (now.at === 'choosing' ? { at: 'choosing', fault: null } : now));
    },
    stage: newestOf(stage, sale),
    ask,
  };
}

/** Every other refusal says for certain that nothing was asked. */
export function isLost(fault: Fault): boolean {
  return fault.kind === 'doorClosed' || fault.kind === 'defect';
}

/** A refund that was under way is told anew with the sale. */
export function newestOf(stage: RefundStage, sale: Pick<SaleExplained, 'refunds'>): RefundStage {
  if (stage.at !== 'asked' || stage.refund.outcome !== 'underway') return stage;
  const { key } = stage.refund;
  return { at: 'asked', refund: sale.refunds.find((one) => one.key === key) ?? stage.refund };
}
