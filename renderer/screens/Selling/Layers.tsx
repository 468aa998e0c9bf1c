/** What opens over the basket: search, numbers, parked sales, other payments, the keys. */

import type { CashierView } from '../../../app/contract/view.ts';
import { Button } from '../../components/Button.tsx';
import { Over } from '../../components/Over.tsx';
import type { View } from '../../stores/viewStore.ts';
import { useText } from '../../text/index.ts';
import type { Actions } from './actions.ts';
import { ElsewhereLayer } from './ElsewhereLayer.tsx';
import './Layers.css';
import { ParkedLayer } from './ParkedLayer.tsx';
import { PhoneLayer } from './PhoneLayer.tsx';
import { SearchLayer } from './SearchLayer.tsx';

export interface LayerProps {
  readonly view: CashierView;
  readonly window: View;
  readonly actions: Actions;
}

export function Layers(props: LayerProps) {
  switch (props.window.layer) {
    case 'search':
      return <SearchLayer {...props} />;
    case 'phone':
    case 'otherPhone':
      return <PhoneLayer {...props} />;
    case 'parked':
      return <ParkedLayer {...props} />;
    case 'elsewhere':
      return <ElsewhereLayer {...props} />;
    case 'help':
      return <HelpLayer {...props} />;
    default:
      return null;
  }
}

export function LayerHead(props: { readonly title: string; readonly actions: Actions }) {
  const { common } = useText();
  return (
    <>
      <h2 className="title">{props.title}</h2>
      <Button icon="close" keycap="Esc" onPress={() => void props.actions.act({ do: 'close' })}>
        {common.close}
      </Button>
    </>
  );
}

function HelpLayer({ actions }: LayerProps) {
  const { selling } = useText();
  return (
    <Over label={selling.helpTitle} head={<LayerHead title={selling.helpTitle} actions={actions} />}>
      <dl className="helpkeys">
        {selling.helpKeys.map(([key = '', does = '']) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Over>
  );
}
