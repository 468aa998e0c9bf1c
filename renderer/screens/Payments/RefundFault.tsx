/** Why a refund was not asked for. Whatever the fault says elsewhere: here nothing was sent, and no money went back. */

import type { Fault } from '../../../app/kernel/fault.ts';
import { FaultNote } from '../../components/FaultNote.tsx';
import { useText, useTextOf } from '../../text/index.ts';
import { refundText } from '../../text/refund.ts';

export function RefundFault({ fault }: { readonly fault: Fault }) {
  const text = useText();
  const t = useTextOf(refundText);
  const words = text.fault(fault);
  const remote = 'service' in fault;
  const underway = fault.kind === 'refundUnderway' || fault.kind === 'paymentUnresolved';
  return (
    <FaultNote
      fault={fault}
      words={{
        says: words.says,
        money: underway && words.money !== undefined ? words.money : t.noMoneyBack,
        next: remote ? t.tryLater : words.next,
      }}
    />
  );
}
