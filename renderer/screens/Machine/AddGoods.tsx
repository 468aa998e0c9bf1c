/** Finds an item of the price list by name, number or barcode and puts it among the machine's goods. */

import { useState } from 'react';
import type { ProductFound } from '../../../app/contract/calls.ts';
import { Amount } from '../../components/Amount.tsx';
import { Field } from '../../components/Field.tsx';
import { useDoor } from '../../stores/context.tsx';
import { useTextOf } from '../../text/index.ts';
import { machinePageText } from '../../text/machinePage.ts';

const mostShown = 6;

export function AddGoods({ onAdd }: { readonly onAdd: (product: ProductFound) => void }) {
  const t = useTextOf(machinePageText);
  const door = useDoor();
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ readonly of: string; readonly goods: readonly ProductFound[] } | null>(
    null,
  );
  async function look(typed: string) {
    setText(typed);
    if (typed.trim() === '') return;
    const answer = await door.call('catalogue.search', { text: typed });
    if (answer.ok) setFound({ of: typed, goods: answer.value.slice(0, mostShown) });
  }
  const shown = text.trim() !== '' && found?.of === text ? found.goods : null;
  return (
    <div className="mc-add">
      <Field label={t.add} value={text} maxLength={200} onChange={(typed) => void look(typed)} />
      {shown !== null && (
        <ul className="mc-found" aria-label={t.add}>
          {shown.length === 0 && <li className="mc-none">{t.nothingFound}</li>}
          {shown.map((product) => (
            <li key={product.sku}>
              <button
                type="button"
                onClick={() => {
                  onAdd(product);
                  setText('');
                }}
              >
                <span>{product.name}</span>
                <Amount value={product.price} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
