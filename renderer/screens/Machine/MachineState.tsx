/** What the machine does now, and whether it sells: its manager stops it also where its controller has, before hands go in. */

import { useState } from 'react';
import type { MachineView } from '../../../app/contract/view.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import type { Result } from '../../../app/kernel/result.ts';
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
  const told = (answer: Result<null>) => setFault(answer.ok ? null : answer.fault);
  const stop = async (stopped: boolean) => told(await door.call('vending.stop', { stopped }));
  // The manager's own stop first; what the controller has found wrong stays until it is looked at too.
  const sell = async () => (machine.stopped ? stop(false) : told(await door.call('vending.open', {})));
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
      {isOut && (
        <Button icon="again" onPress={() => void sell()}>
          {t.sellAgain}
        </Button>
      )}
      {!machine.stopped && (
        <Button icon="stop" look="danger" onPress={() => void stop(true)}>
          {t.stopSelling}
        </Button>
      )}
    </section>
  );
}
