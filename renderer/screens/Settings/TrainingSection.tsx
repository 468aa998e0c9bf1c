/** Practising: what the next customer does, and at a till with staff the drill. Only in training. */

import { useState } from 'react';
import type { Fault } from '../../../app/kernel/fault.ts';
import { FaultNote } from '../../components/FaultNote.tsx';
import type { IconName } from '../../components/Icon.tsx';
import { useDoor, useTill } from '../../stores/context.tsx';
import { isMachinesManager } from '../../stores/tillStore.ts';
import { useTextOf } from '../../text/index.ts';
import { trainingText } from '../../text/training.ts';
import { TrainingDrill } from './TrainingDrill.tsx';
import './TrainingSection.css';
import { TrainingTile } from './TrainingTile.tsx';
import { type WayName, ways, waysAt, whoseTurn } from './trainingWays.ts';

const icons: Readonly<Record<WayName, IconName>> = {
  approve: 'done',
  decline: 'close',
  late: 'ranOut',
  noPush: 'phone',
  lineBreaks: 'offline',
  captureRefused: 'stop',
  tooYoung: 'person',
  join: 'invite',
  refuseToJoin: 'cancelled',
};

export function TrainingSection() {
  const door = useDoor();
  const t = useTextOf(trainingText);
  const machine = useTill(isMachinesManager);
  const [way, setWay] = useState<WayName | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);

  async function choose(name: WayName): Promise<void> {
    const { customer, fault: wrong } = ways[name];
    const calls = [
      () => door.call('training.fault', { clear: true }),
      ...whoseTurn.map((phone) => () => door.call('training.customer', { phone, ...customer })),
      ...(wrong === null ? [] : [() => door.call('training.fault', wrong)]),
    ];
    setFault(null);
    for (const call of calls) {
      const answer = await call();
      if (!answer.ok) {
        setWay(null);
        setFault(answer.fault);
        return;
      }
    }
    setWay(name);
  }

  return (
    <>
      <div className="st-stack">
        <h2>{t.nextCustomer}</h2>
        <p className="st-sentence">{t.whoseNext}</p>
        <fieldset className="st-tiles" aria-label={t.nextCustomer}>
          {waysAt(machine).map((name) => (
            <TrainingTile
              key={name}
              icon={icons[name]}
              name={t.ways[name].name}
              what={t.ways[name].what}
              on={way === name}
              onPress={() => void choose(name)}
            />
          ))}
        </fieldset>
      </div>
      {fault && <FaultNote fault={fault} onClose={() => setFault(null)} />}
      {!machine && <TrainingDrill />}
    </>
  );
}
