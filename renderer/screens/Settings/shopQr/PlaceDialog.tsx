/** Asks for the place of a code: all that the customer's app shows of it. */

import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Fault } from '../../../../app/kernel/fault.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { FaultNote } from '../../../components/FaultNote.tsx';
import { Field } from '../../../components/Field.tsx';
import { useText, useTextOf } from '../../../text/index.ts';
import { fill } from '../../../text/language.ts';
import { shopQrText } from '../../../text/shopQr.ts';

/** As the service takes it (payments.md 5.3). */
const longestPlace = 36;

export function PlaceDialog(props: {
  readonly title: string;
  readonly place: string;
  readonly action: string;
  readonly busy: boolean;
  readonly onSave: (place: string) => Promise<Fault | null>;
  readonly onClose: () => void;
}) {
  const t = useTextOf(shopQrText);
  const { common } = useText();
  const [typed, setTyped] = useState(props.place);
  const [fault, setFault] = useState<Fault | null>(null);
  const field = useRef<HTMLInputElement>(null);
  // The dialog gives the focus to its first button when it opens.
  useEffect(() => field.current?.focus(), []);
  const place = typed.trim();
  const usable = place !== '' && !props.busy;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!usable) return;
    const refused = await props.onSave(place);
    if (refused === null) props.onClose();
    else setFault(refused);
  };
  return (
    <Dialog label={props.title} subject={props.title} close={common.close} onClose={props.onClose}>
      <form className="st-stack" onSubmit={(event) => void save(event)}>
        <Field
          inputRef={field}
          label={t.place}
          value={typed}
          maxLength={longestPlace}
          hint={fill(t.placeHint, { n: String(longestPlace) })}
          onChange={setTyped}
        />
        {fault && <FaultNote fault={fault} />}
        <div className="st-row">
          <Button onPress={props.onClose}>{common.back}</Button>
          <button type="submit" className="button outline usual" aria-disabled={!usable || undefined}>
            <span className="words">{props.action}</span>
          </button>
        </div>
      </form>
    </Dialog>
  );
}
