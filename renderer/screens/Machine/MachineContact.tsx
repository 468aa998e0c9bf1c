/** Whom a customer may call while the machine is out of order; typed as people write numbers, kept with its country. */

import { useEffect, useState } from 'react';
import type { CashierView } from '../../../app/contract/view.ts';
import { callingCodeOf, readCallable } from '../../../app/domain/msisdn.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import { Button } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { Field } from '../../components/Field.tsx';
import { useDoor } from '../../stores/context.tsx';
import { useTextOf } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { machinePageText } from '../../text/machinePage.ts';
import { settingsText } from '../../text/settings.ts';
import { fixedWords, variableOf } from '../Settings/fixed.ts';
import { useStored } from './useStored.ts';

const setting = 'operatorPhone';

export function MachineContact(props: {
  readonly phone: string | null;
  readonly market: CashierView['till']['market'];
}) {
  const { phone, market } = props;
  const t = useTextOf(machinePageText);
  const door = useDoor();
  const settings = useTextOf(settingsText);
  const stored = useStored();
  const [typed, setTyped] = useState(phone ?? '');
  const [fault, setFault] = useState<Fault | null>(null);
  useEffect(() => setTyped(phone ?? ''), [phone]);
  if (stored?.fixed.includes(setting)) {
    return (
      <section className="mc-card" aria-label={t.contact}>
        <h2>{t.contact}</h2>
        <Field
          label={t.contactPhone}
          value={phone ?? ''}
          type="tel"
          disabled
          hint={fixedWords(variableOf(setting), settings)}
          onChange={() => undefined}
        />
      </section>
    );
  }
  const wished = readCallable(typed, callingCodeOf[market]);
  const wrong = typed.trim() !== '' && wished === null;
  const refused = fault?.kind === 'settingInvalid';
  const problem = fill(t.contactWrong, { code: callingCodeOf[market] });
  async function keep() {
    const answer = await door.call('settings.update', { [setting]: wished });
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
        {...(wrong || refused ? { problem } : { hint: t.contactHint })}
        onChange={(text) => {
          setTyped(text);
          setFault(null);
        }}
      />
      {fault !== null && !refused && <FaultNote fault={fault} />}
      <Button
        icon="phone"
        disabled={stored === null || wrong || wished === phone}
        onPress={() => void keep()}
      >
        {t.keepContact}
      </Button>
    </section>
  );
}
