/** Practising: what the next customer does, and the drill in which the till kills itself. Only in training. */

import { useState } from 'react';
import { type DrillStep, drillSteps } from '../../../app/contract/view.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import { Button } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { useDoor, useTill } from '../../stores/context.tsx';
import { isCashierView } from '../../stores/tillStore.ts';
import { useText, useTextOf } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { trainingText } from '../../text/training.ts';
import './TrainingSection.css';
import { type WayName, wayNames, ways, whoseTurn } from './trainingWays.ts';

const icons: Readonly<Record<WayName, IconName>> = {
  approve: 'done',
  decline: 'close',
  late: 'ranOut',
  noPush: 'phone',
  lineBreaks: 'offline',
  captureRefused: 'stop',
  join: 'invite',
  refuseToJoin: 'cancelled',
};

export function TrainingSection() {
  const door = useDoor();
  const t = useTextOf(trainingText);
  const { wallet } = useText();
  const drill = useTill((mirror) => (isCashierView(mirror.state) ? mirror.state.drill : null));
  const [way, setWay] = useState<WayName | null>(null);
  const [step, setStep] = useState<DrillStep>('waiting');
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

  async function tellDrill(told: DrillStep | 'dismiss'): Promise<void> {
    const answer = await door.call('training.drill', { step: told });
    setFault(answer.ok ? null : answer.fault);
  }

  const armed = drill?.state === 'armed' ? drill.step : null;
  return (
    <>
      <div className="st-stack">
        <h2>{t.nextCustomer}</h2>
        <p className="st-sentence">{t.whoseNext}</p>
        <fieldset className="st-tiles" aria-label={t.nextCustomer}>
          {wayNames.map((name) => (
            <Tile
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
      <div className="st-stack">
        <h2>{t.drill}</h2>
        <p className="st-sentence">{t.drillWhat}</p>
        <fieldset className="st-tiles" aria-label={t.drill}>
          {drillSteps.map((name) => (
            <Tile
              key={name}
              icon="power"
              name={t.steps[name]}
              on={(armed ?? step) === name}
              onPress={() => {
                setStep(name);
                if (armed !== null) void tellDrill(name);
              }}
            />
          ))}
        </fieldset>
        <div className="st-row">
          {armed === null ? (
            <Button icon="power" onPress={() => void tellDrill(step)}>
              {t.start}
            </Button>
          ) : (
            <Button icon="close" onPress={() => void tellDrill('dismiss')}>
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

function Tile(props: {
  readonly icon: IconName;
  readonly name: string;
  readonly what?: string;
  readonly on: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className="st-tile" aria-pressed={props.on} onClick={props.onPress}>
      <Icon name={props.icon} />
      <span className="st-words">
        <b>{props.name}</b>
        {props.what && <span className="st-sentence">{props.what}</span>}
      </span>
      {props.on && <Icon name="chosen" />}
    </button>
  );
}
