/** What the machine holds: counted, filled, added to and taken from, and kept with one press. */

import { useState } from 'react';
import type { OfferView } from '../../../app/contract/view.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import { Amount } from '../../components/Amount.tsx';
import { Button, IconButton } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { useDoor } from '../../stores/context.tsx';
import { useTextOf } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { type MachinePageText, machinePageText } from '../../text/machinePage.ts';
import { AddGoods } from './AddGoods.tsx';
import {
  counted,
  isTouched,
  rowsOf,
  type StockRow,
  slotsOf,
  untouched,
  withAdded,
  without,
} from './stock.ts';

export function MachineStock({ offers }: { readonly offers: readonly OfferView[] }) {
  const t = useTextOf(machinePageText);
  const door = useDoor();
  const [draft, setDraft] = useState(untouched);
  const [fault, setFault] = useState<Fault | null>(null);
  const [kept, setKept] = useState<{ readonly notSold: readonly string[] } | null>(null);
  const rows = rowsOf(offers, draft);
  const touched = isTouched(draft);
  const change = (next: typeof draft) => {
    setDraft(next);
    setKept(null);
  };

  async function keep() {
    const answer = await door.call('vending.stock', { slots: slotsOf(offers, draft) });
    setFault(answer.ok ? null : answer.fault);
    if (!answer.ok) return;
    setDraft(untouched);
    setKept(answer.value);
  }

  return (
    <section className="mc-stock" aria-label={t.stock}>
      <div className="mc-stockhead">
        <div>
          <h2>{t.stock}</h2>
          <p className="mc-quiet">{t.stockWhat}</p>
        </div>
        <AddGoods onAdd={(product) => change(withAdded(draft, product))} />
      </div>
      <div className="mc-rows">
        {rows.length === 0 ? (
          <p className="mc-none">{t.stockEmpty}</p>
        ) : (
          <table>
            <thead className="mc-columns">
              <tr>
                <th scope="col">{t.item}</th>
                <th scope="col">{t.price}</th>
                <th scope="col">{t.count}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row
                  key={row.sku}
                  row={row}
                  onCount={(count) => change(counted(draft, row.sku, count))}
                  onRemove={() => change(without(draft, row.sku))}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {fault !== null && <FaultNote fault={fault} />}
      <div className="mc-keep">
        <Button icon="done" disabled={!touched} onPress={() => void keep()}>
          {t.keepStock}
        </Button>
        <p role="status">{touched ? t.unsaved : keptWords(kept, t)}</p>
      </div>
    </section>
  );
}

function keptWords(kept: { readonly notSold: readonly string[] } | null, t: MachinePageText): string {
  if (kept === null) return '';
  return kept.notSold.length === 0 ? t.stockKept : fill(t.notInList, { skus: kept.notSold.join(', ') });
}

function Row(props: {
  readonly row: StockRow;
  readonly onCount: (count: number) => void;
  readonly onRemove: () => void;
}) {
  const { row, onCount } = props;
  const t = useTextOf(machinePageText);
  const names = { name: row.name };
  return (
    <tr>
      <th scope="row">
        {row.name}
        <span className="mc-sku">{row.code === null ? row.sku : `${row.code} · ${row.sku}`}</span>
      </th>
      <td>
        <Amount value={row.price} />
      </td>
      <td>
        <div className="mc-count">
          <IconButton
            icon="minus"
            outlined
            label={fill(t.fewer, names)}
            onPress={() => onCount(row.count - 1)}
          />
          <input
            inputMode="numeric"
            aria-label={`${t.count}: ${row.name}`}
            value={String(row.count)}
            onChange={(event) => onCount(Number(event.target.value.replace(/\D/g, '')))}
          />
          <IconButton
            icon="plus"
            outlined
            label={fill(t.more, names)}
            onPress={() => onCount(row.count + 1)}
          />
          <IconButton icon="remove" label={fill(t.remove, names)} onPress={props.onRemove} />
        </div>
      </td>
    </tr>
  );
}
