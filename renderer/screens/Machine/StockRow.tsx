/** One of the machine's goods: how many, from which age, behind which door. What cannot be is said below its field. */

import { useId } from 'react';
import { Amount } from '../../components/Amount.tsx';
import { IconButton } from '../../components/Button.tsx';
import { useTextOf } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { machinePageText } from '../../text/machinePage.ts';
import { longestCode, type StockRow as Slot, type SlotField } from './stock.ts';

/** As much as is looked at before it is refused. */
const mostDigits = 12;

export function StockRow(props: {
  readonly row: Slot;
  readonly onType: (field: SlotField, text: string) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}) {
  const { row, onType, onStep } = props;
  const t = useTextOf(machinePageText);
  const id = useId();
  const names = { name: row.name };
  return (
    <li>
      <p className="mc-name">
        {row.name}
        <span className="mc-sku">{row.sku}</span>
      </p>
      <Amount value={row.price} />
      <IconButton icon="remove" label={fill(t.remove, names)} onPress={props.onRemove} />
      <div className="mc-slot">
        <div className="mc-count">
          <IconButton icon="minus" outlined label={fill(t.fewer, names)} onPress={() => onStep(-1)} />
          <input
            inputMode="numeric"
            aria-label={`${t.count}: ${row.name}`}
            {...told(row.wrong.includes('count'), `${id}-count`)}
            autoComplete="off"
            maxLength={mostDigits}
            value={row.now.count}
            onChange={(event) => onType('count', event.target.value)}
          />
          <IconButton icon="plus" outlined label={fill(t.more, names)} onPress={() => onStep(1)} />
        </div>
        <Small row={row} field="age" label={t.age} id={id} onType={onType} unit={t.years} />
        <Small row={row} field="code" label={t.door} id={id} onType={onType} />
      </div>
      {row.newWithoutLimit && <p className="mc-new">{t.newWithoutLimit}</p>}
      <Wrong row={row} id={id} />
    </li>
  );
}

function Small(props: {
  readonly row: Slot;
  readonly field: 'age' | 'code';
  readonly label: string;
  readonly id: string;
  readonly onType: (field: SlotField, text: string) => void;
  readonly unit?: string;
}) {
  const { row, field, label, id, onType } = props;
  const t = useTextOf(machinePageText);
  const wrong = row.wrong.includes(field);
  return (
    <label>
      {label}
      <input
        aria-label={`${label}: ${row.name}`}
        {...told(wrong, `${id}-${field}`)}
        autoComplete="off"
        inputMode={field === 'age' ? 'numeric' : 'text'}
        maxLength={longestCode}
        placeholder={t.none}
        spellCheck={false}
        value={row.now[field]}
        onChange={(event) => onType(field, event.target.value)}
      />
      {props.unit !== undefined && <span>{props.unit}</span>}
    </label>
  );
}

function Wrong({ row, id }: { readonly row: Slot; readonly id: string }) {
  const t = useTextOf(machinePageText);
  return row.wrong.map((field) => (
    <p key={field} id={`${id}-${field}`} className="mc-wrong">
      {t.wrong[field]}
    </p>
  ));
}

function told(wrong: boolean, by: string) {
  return wrong ? ({ 'aria-invalid': true, 'aria-describedby': by } as const) : {};
}
