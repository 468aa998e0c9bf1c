/** The customer pays by card, in cash or otherwise: the cash register takes the money, nothing goes to the wallet. */

import { Amount } from '../../components/Amount.tsx';
import { Button } from '../../components/Button.tsx';
import { ChoiceRows } from '../../components/ChoiceRows.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Over } from '../../components/Over.tsx';
import { useStores } from '../../stores/context.tsx';
import { useText } from '../../text/index.ts';
import { faceOf, mayCallOff } from './face.ts';
import { LayerHead, type LayerProps } from './Layers.tsx';

export function ElsewhereLayer({ view, window, actions }: LayerProps) {
  const { selling } = useText();
  const stores = useStores();
  const { methods, methodSays } = selling;
  const foot = (
    <>
      <Button
        icon="remove"
        look="danger"
        busy={window.pending === 'discard'}
        disabled={window.pending === 'paidElsewhere'}
        onPress={() => void actions.act({ do: 'discard' })}
      >
        {selling.discard}
      </Button>
      <span>{selling.discardSays}</span>
    </>
  );
  return (
    <Over
      label={selling.elsewhereTitle}
      head={<LayerHead title={selling.elsewhereTitle} actions={actions} />}
      foot={foot}
    >
      <div className="elsewhere">
        {view.sale && <Amount value={view.sale.total} size="large" />}
        <p className="second">{selling.elsewhereSays}</p>
        {mayCallOff(faceOf(view)) && (
          <p className="callsoff">
            <Icon name="attention" />
            {selling.elsewhereCallsOff}
          </p>
        )}
        <ChoiceRows
          label={selling.elsewhereTitle}
          choices={[
            { value: 'card', name: methods.card, description: methodSays.card, icon: 'card' },
            { value: 'cash', name: methods.cash, description: methodSays.cash, icon: 'money' },
            { value: 'other', name: methods.other, description: methodSays.other, icon: 'forward' },
          ]}
          chosen={window.method}
          onChoose={(method) => stores.view.setState({ method })}
        />
      </div>
    </Over>
  );
}
