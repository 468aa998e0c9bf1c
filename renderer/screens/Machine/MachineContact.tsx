/** Whom a customer may call while the machine is out of order; typed as people write numbers, kept with its country. */

import { useEffect, useState } from 'react';
import type { CashierView } from '../../../app/contract/view.ts';
import { callingCodeOf, readMsisdn } from '../../../app/domain/msisdn.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import { Button } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { Field } from '../../components/Field.tsx';
import { useDoor } from '../../stores/context.tsx';
import { useTextOf } from '../../text/index.ts';
import { machinePageText } from '../../text/machinePage.ts';

export function MachineContact(props: {
  readonly phone: string | null;
  readonly market: CashierView['till']['market'];
}) {
  const { phone, market } = props;
  const t = useTextOf(machinePageText);
  const door = useDoor();
  const [typed, setTyped] = useState(phone ?? '');
  const [fault, setFault] = useState<Fault | null>(null);
  useEffect(() => setTyped(phone ?? ''), [phone]);
  const read = typed.trim() === '' ? null : readMsisdn(typed, callingCodeOf[market]);
  const wrong = typed.trim() !== '' && read === null;
  const wished = read === null ? null : `+${read}`;
  async function keep() {
    const answer = await door.call('settings.update', { operatorPhone: wished });
    setFault(answer.ok ? null : answer.fault);
  }
  return (
    <section className="mc-card" aria-label={t.contact}>
      <h2>{t.contact}</h2>
      <Field
        label={t.contactPhone}
        value={typed}
        type="tel"
        inputMode="tel"
        maxLength={24}
        {...(wrong ? { problem: t.contactWrong } : { hint: t.contactHint })}
        onChange={setTyped}
      />
      {fault !== null && <FaultNote fault={fault} />}
      <Button icon="phone" disabled={wrong || wished === phone} onPress={() => void keep()}>
        {t.keepContact}
      </Button>
    </section>
  );
}
