/** What the machine does now, and the one switch there is: whether it sells. */

import { useState } from 'react';
import type { MachineView } from '../../../app/contract/view.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import { Button } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useDoor } from '../../stores/context.tsx';
import { useTextOf } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { machinePageText } from '../../text/machinePage.ts';
import { stateInWords, takesCustomers } from './machineState.ts';

export function MachineState({ machine }: { readonly machine: MachineView }) {
  const t = useTextOf(machinePageText);
  const door = useDoor();
  const [fault, setFault] = useState<Fault | null>(null);
  const isOut = machine.code !== null;
  const [now, next] = stateInWords(machine, t);
  const turn = async () => {
    // The manager's own stop first; what the controller has found wrong stays until it is looked at too.
    const answer =
      isOut && !machine.stopped
        ? await door.call('vending.open', {})
        : await door.call('vending.stop', { stopped: !machine.stopped });
    setFault(answer.ok ? null : answer.fault);
  };
  return (
    <section className="mc-card" aria-label={t.state}>
      <h2>{t.state}</h2>
      <p className="mc-phase" role="status">
        <Icon name={takesCustomers(machine) ? 'done' : 'stop'} />
        {now}
      </p>
      <p className="mc-quiet">{next}</p>
      {isOut && <p>{fill(t.code, { code: machine.code ?? '' })}</p>}
      {fault !== null && <FaultNote fault={fault} />}
      <Button icon={isOut ? 'again' : 'stop'} look={isOut ? 'outline' : 'danger'} onPress={() => void turn()}>
        {isOut ? t.sellAgain : t.stopSelling}
      </Button>
    </section>
  );
}
