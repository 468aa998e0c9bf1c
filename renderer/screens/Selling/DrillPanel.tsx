/** The recovery drill on the cashier's screen: that it is ready, and afterwards what the till found out about the sale. */

import type { DrillView } from '../../../app/contract/view.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useStores } from '../../stores/context.tsx';
import { useText, useTextOf } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { trainingText } from '../../text/training.ts';
import './DrillPanel.css';

export function DrillPanel({ drill }: { readonly drill: DrillView }) {
  const { door, view } = useStores();
  const t = useTextOf(trainingText);
  const { common, wallet } = useText();
  const { step, state, checks } = drill;
  const close = async () => {
    const answer = await door.call('training.drill', { step: 'dismiss' });
    if (!answer.ok) view.setState({ fault: { fault: answer.fault, at: 'page' } });
  };
  return (
    <section className={`drill ${state}`} aria-label={t.drill}>
      <Icon name="power" />
      <div className="says">
        <p className="what" role="status">
          <b>
            {t.drill}: {t.steps[step]}.
          </b>{' '}
          {fill(t.states[state], { w: wallet, how: t.how[step] })}
        </p>
        {checks.length > 0 && (
          <ul>
            {checks.map(({ what, ok }) => (
              <li key={what} className={ok ? 'ok' : 'not'}>
                <Icon name={ok ? 'done' : 'close'} />
                {fill(t.checks[what][ok ? 'ok' : 'not'], { w: wallet })}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Button size="small" onPress={() => void close()}>
        {state === 'armed' ? t.callOff : common.close}
      </Button>
    </section>
  );
}
