/** Everything that waits for the world or for a person. It stands over the basket's lines and never over the total. */

import { FaultNote } from '../../components/FaultNote.tsx';
import { Over } from '../../components/Over.tsx';
import { useNow } from '../../stores/useNow.ts';
import { useText } from '../../text/index.ts';
import { AttentionRows } from './AttentionRows.tsx';
import { attentionRows } from './attentionModel.ts';
import { LayerHead, type LayerProps } from './Layers.tsx';

export function AttentionLayer({ view, window, actions }: LayerProps) {
  const text = useText();
  const now = useNow(60_000);
  const { kind } = view.till;
  const rows = attentionRows(view.attention, { text, now, tried: window.tried, kind });
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
      <AttentionRows rows={rows} pending={window.pending} onPress={(action) => void actions.act(action)} />
    </Over>
  );
}
