/** What the machine holds: counted, filled, added to and taken from, and kept with one press. */

import { useState } from 'react';
import type { OfferView } from '../../../app/contract/view.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import { Button } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { useDoor } from '../../stores/context.tsx';
import { useTextOf } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { type MachinePageText, machinePageText } from '../../text/machinePage.ts';
import { AddGoods } from './AddGoods.tsx';
import { StockAsk } from './StockAsk.tsx';
import { StockRow } from './StockRow.tsx';
import './machineStock.css';
import {
  asTold,
  asTyped,
  isTouched,
  kept,
  rowsOf,
  slotsOf,
  stepped,
  typed,
  untouched,
  withAdded,
  without,
} from './stock.ts';

export function MachineStock({ offers }: { readonly offers: readonly OfferView[] }) {
  const t = useTextOf(machinePageText);
  const door = useDoor();
  const [draft, setDraft] = useState(untouched);
  const [fault, setFault] = useState<Fault | null>(null);
  const [saved, setSaved] = useState<{ readonly notSold: readonly string[] } | null>(null);
  const rows = rowsOf(offers, draft);
  const touched = isTouched(draft);
  const slots = slotsOf(offers, draft);
  const change = (next: typeof draft) => {
    setDraft(next);
    setSaved(null);
  };

  async function keep() {
    if (slots === null) return;
    const answer = await door.call('vending.stock', { slots });
    setFault(answer.ok ? null : answer.fault);
    if (!answer.ok) return;
    // What was typed while the answer was on its way is not kept yet.
    setDraft((now) => (now === draft ? kept(draft) : now));
    setSaved(answer.value);
  }

  const unsaved = slots === null ? (rows.some(({ asks }) => asks) ? t.chooseFirst : t.mendFirst) : t.unsaved;
  const status = touched ? unsaved : savedWords(saved, t);
  return (
    <section className="mc-stock" aria-label={t.stock}>
      <div className="mc-stockhead">
        <div>
          <h2>{t.stock}</h2>
          <p className="mc-quiet">{t.stockWhat}</p>
        </div>
        <AddGoods onAdd={(product) => change(withAdded(draft, product))} />
      </div>
      {rows.length === 0 ? (
        <p className="mc-none">{t.stockEmpty}</p>
      ) : (
        <ul className="mc-rows">
          {rows.map((row) => (
            <StockRow
              key={row.sku}
              row={row}
              onType={(field, text) => change(typed(draft, row, field, text))}
              onStep={(by) => change(stepped(draft, row, by))}
              onRemove={() => change(without(draft, row))}
            />
          ))}
        </ul>
      )}
      <div className="mc-keep">
        <StockAsk
          rows={rows}
          onTold={() => change(asTold(offers, draft))}
          onTyped={() => change(asTyped(offers, draft))}
        />
        {fault !== null && <FaultNote fault={fault} />}
        <Button icon="done" disabled={!touched || slots === null} onPress={() => void keep()}>
          {t.keepStock}
        </Button>
        <p role="status">{status}</p>
      </div>
    </section>
  );
}

function savedWords(saved: { readonly notSold: readonly string[] } | null, t: MachinePageText): string {
  if (saved === null) return '';
  return saved.notSold.length === 0 ? t.stockKept : fill(t.notInList, { skus: saved.notSold.join(', ') });
}
