/** What waits for the world or for a person, in words: nobody stands at a machine all day, so it is said where its manager looks first. */

import { useMemo } from 'react';
import type { CashierView } from '../../../app/contract/view.ts';
import { FaultNote } from '../../components/FaultNote.tsx';
import { useStores, useView } from '../../stores/context.tsx';
import { useNow } from '../../stores/useNow.ts';
import { useText } from '../../text/index.ts';
import { AttentionRows } from '../Selling/AttentionRows.tsx';
import { createActions } from '../Selling/actions.ts';
import { attentionRows } from '../Selling/attentionModel.ts';

export function MachineAttention({ view }: { readonly view: CashierView }) {
  const text = useText();
  const now = useNow(60_000);
  const stores = useStores();
  const { tried, pending, fault } = useView((window) => window);
  const actions = useMemo(() => createActions(stores), [stores]);
  const { kind } = view.till;
  const rows = attentionRows(view.attention, { text, now, tried, kind });
  if (rows.length === 0) return null;
  const title = text.common.needsAttention;
  return (
    <section className="mc-card" aria-label={title}>
      <h2>{title}</h2>
      {fault?.at === 'layer' && <FaultNote fault={fault.fault} />}
      <AttentionRows rows={rows} pending={pending} onPress={(action) => void actions.act(action)} />
    </section>
  );
}
