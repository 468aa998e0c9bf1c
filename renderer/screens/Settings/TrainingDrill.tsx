/** The drill in which the till kills itself and shows what it comes back with. Only in training. */

import { useState } from 'react';
import { type DrillStep, drillSteps } from '../../../app/contract/view.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import { Button } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { useDoor, useTill } from '../../stores/context.tsx';
import { isCashierView } from '../../stores/tillStore.ts';
import { useText, useTextOf } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { trainingText } from '../../text/training.ts';
import { TrainingTile } from './TrainingTile.tsx';

export function TrainingDrill() {
  const door = useDoor();
  const t = useTextOf(trainingText);
  const { wallet } = useText();
  const drill = useTill((mirror) => (isCashierView(mirror.state) ? mirror.state.drill : null));
  const [step, setStep] = useState<DrillStep>('waiting');
  const [fault, setFault] = useState<Fault | null>(null);

  async function tell(told: DrillStep | 'dismiss'): Promise<void> {
    const answer = await door.call('training.drill', { step: told });
    setFault(answer.ok ? null : answer.fault);
  }

  const armed = drill?.state === 'armed' ? drill.step : null;
  return (
    <>
      {fault && <FaultNote fault={fault} onClose={() => setFault(null)} />}
      <div className="st-stack">
        <h2>{t.drill}</h2>
        <p className="st-sentence">{t.drillWhat}</p>
        <fieldset className="st-tiles" aria-label={t.drill}>
          {drillSteps.map((name) => (
            <TrainingTile
              key={name}
              icon="power"
              name={t.steps[name]}
              on={(armed ?? step) === name}
              onPress={() => {
                setStep(name);
                if (armed !== null) void tell(name);
              }}
            />
          ))}
        </fieldset>
        <div className="st-row">
          {armed === null ? (
            <Button icon="power" onPress={() => void tell(step)}>
              {t.start}
            </Button>
          ) : (
            <Button icon="close" onPress={() => void tell('dismiss')}>
              {t.callOff}
            </Button>
          )}
          <p className="st-sentence" role="status">
            {armed !== null && fill(t.states.armed, { how: t.how[armed], w: wallet })}
          </p>
        </div>
      </div>
    </>
  );
}
