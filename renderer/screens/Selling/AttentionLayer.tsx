/** Everything that waits for the world or for a person. It stands over the basket's lines and never over the total. */

import { Button } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Over } from '../../components/Over.tsx';
import { useNow } from '../../stores/useNow.ts';
import { useText } from '../../text/index.ts';
import './AttentionLayer.css';
import { type AttentionRow, attentionRows } from './attentionModel.ts';
import { LayerHead, type LayerProps } from './Layers.tsx';

export function AttentionLayer({ view, window, actions }: LayerProps) {
  const text = useText();
  const now = useNow(60_000);
  const rows = attentionRows(view.attention, { text, now, tried: window.tried });
  const title = text.common.needsAttention;
  return (
    <Over label={title} beside head={<LayerHead title={title} actions={actions} />}>
      {window.fault?.at === 'layer' && (
        <div className="layerfault">
          <FaultNote fault={window.fault.fault} />
        </div>
      )}
      {rows.length === 0 && (
        <p className="layerhint" role="status">
          {text.selling.nothingWaits}
        </p>
      )}
      <ul className="attentionrows">
        {rows.map((row) => (
          <Row key={row.key} row={row} pending={window.pending} actions={actions} />
        ))}
      </ul>
    </Over>
  );
}

function Row(props: {
  readonly row: AttentionRow;
  readonly pending: string | null;
  readonly actions: LayerProps['actions'];
}) {
  const { row, pending, actions } = props;
  const { button } = row;
  return (
    <li className={row.tone}>
      <Icon name={row.icon} />
      <div className="says">
        <p className="what">{row.what}</p>
        <p>
          {row.money && <b>{row.money} </b>}
          {row.next}
        </p>
        {row.why && <p className="small second">{row.why}</p>}
        {row.since && <p className="small second">{row.since}</p>}
        {row.tried && (
          <p className="small second" role="status">
            {row.tried}
          </p>
        )}
      </div>
      {button && (
        <Button
          icon={button.icon}
          disabled={pending === button.action.do}
          onPress={() => void actions.act(button.action)}
        >
          {button.label}
        </Button>
      )}
    </li>
  );
}
