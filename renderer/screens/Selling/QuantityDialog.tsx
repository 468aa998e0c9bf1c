/** The quantity of the chosen line, with what it comes to before it is set. */

import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { CashierView } from '../../../app/contract/view.ts';
import { formatAmount, money, subtract, times } from '../../../app/domain/money.ts';
import { mostQuantity } from '../../../app/domain/sale.ts';
import { Amount } from '../../components/Amount.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { Keypad } from '../../components/Keypad.tsx';
import { PrimaryButton } from '../../components/PrimaryButton.tsx';
import { useStores } from '../../stores/context.tsx';
import type { View } from '../../stores/viewStore.ts';
import { useText } from '../../text/index.ts';
import { chosenLine } from './basketModel.ts';
import type { Action } from './modelTypes.ts';

export function QuantityDialog(props: {
  readonly view: CashierView;
  readonly window: View;
  readonly act: (action: Action) => Promise<void>;
}) {
  const { view, window, act } = props;
  const { selling, common } = useText();
  const stores = useStores();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const lines = view.sale?.lines ?? [];
  const line = lines.find((one) => one.id === chosenLine(lines, window.chosenLine));
  if (line === undefined) return null;

  const typed = window.quantityDigits;
  const quantity = typed === '' ? line.quantity : Number(typed);
  // A member's saving is the same for every unit of a line, so it scales without rounding.
  const saved = money((line.memberSaving.minor / line.quantity) * quantity, line.memberSaving.currency);
  const type = (text: string) => {
    const digits = text.replace(/\D/g, '').replace(/^0+/, '').slice(0, 3);
    if (Number(digits) <= mostQuantity) stores.view.setState({ quantityDigits: digits });
  };
  const set = () => void act({ do: 'setQuantity', lineId: line.id, quantity });
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    set();
  };
  return (
    <Dialog
      label={selling.quantityOf(line.quantity, line.name)}
      kind={selling.quantity}
      subject={line.name}
      close={common.close}
      onClose={() => void act({ do: 'close' })}
    >
      <div className="quantityline">
        <input
          ref={input}
          className="digits"
          inputMode="numeric"
          aria-label={selling.quantity}
          autoComplete="off"
          value={typed}
          placeholder={String(line.quantity)}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKey}
        />
        <p className="small second">
          <span className="digits">
            {quantity} × {formatAmount(line.unitPrice)}
          </span>
          <Amount value={subtract(times(line.unitPrice, quantity), saved)} size="small" />
          {saved.minor > 0 && (
            <span className="saving digits">
              {selling.member} {formatAmount(money(-saved.minor, saved.currency))}
            </span>
          )}
        </p>
      </div>
      {window.fault?.at === 'basket' && <FaultNote fault={window.fault.fault} />}
      <Keypad
        onDigit={(digit) => type(typed + digit)}
        left={{ icon: 'erase', label: selling.erase, onPress: () => type(typed.slice(0, -1)) }}
        right={{
          icon: 'remove',
          label: selling.removeTheLine,
          onPress: () => void act({ do: 'remove', lineId: line.id }),
        }}
      />
      <div className="dialogprimary">
        <PrimaryButton
          look="go"
          small
          label={selling.setTo(String(quantity))}
          icon="done"
          keycap="Enter"
          turn="quantity"
          onPress={set}
        />
      </div>
    </Dialog>
  );
}
