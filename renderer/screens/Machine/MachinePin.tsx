/** The PIN that leads here: whether there is one, and another in its place. It is typed twice and never shown. */

import { useState } from 'react';
import { mostPinDigits } from '../../../app/domain/pin.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import { Button } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { Field } from '../../components/Field.tsx';
import { useDoor } from '../../stores/context.tsx';
import { useTextOf } from '../../text/index.ts';
import { machinePageText } from '../../text/machinePage.ts';
import { useStored } from './useStored.ts';

export function MachinePin() {
  const t = useTextOf(machinePageText);
  const door = useDoor();
  const stored = useStored();
  const [newlySet, setNewlySet] = useState(false);
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const [kept, setKept] = useState(false);
  const isSet = newlySet || stored?.hasPin;
  const differs = again.length >= pin.length && again !== pin;
  const digits = (text: string) => text.replace(/\D/g, '');
  async function keep() {
    const answer = await door.call('pin.set', { pin });
    setFault(answer.ok ? null : answer.fault);
    if (!answer.ok) return;
    setPin('');
    setAgain('');
    setNewlySet(true);
    setKept(true);
  }

  return (
    <section className="mc-card" aria-label={t.pin}>
      <h2>{t.pin}</h2>
      {isSet !== undefined && <p className={isSet ? 'mc-quiet' : ''}>{isSet ? t.pinSet : t.pinMissing}</p>}
      <Field
        label={t.newPin}
        value={pin}
        type="password"
        inputMode="numeric"
        maxLength={mostPinDigits}
        hint={t.newPinHint}
        onChange={(text) => {
          setPin(digits(text));
          setKept(false);
          setFault(null);
        }}
      />
      <Field
        label={t.pinAgain}
        value={again}
        type="password"
        inputMode="numeric"
        maxLength={mostPinDigits}
        {...(differs && pin !== '' ? { problem: t.pinDiffers } : {})}
        onChange={(text) => setAgain(digits(text))}
      />
      {fault !== null && <FaultNote fault={fault} />}
      <Button icon="locked" disabled={pin === '' || again !== pin} onPress={() => void keep()}>
        {t.keepPin}
      </Button>
      {kept && (
        <p role="status" className="mc-kept">
          {t.pinKept}
        </p>
      )}
    </section>
  );
}
