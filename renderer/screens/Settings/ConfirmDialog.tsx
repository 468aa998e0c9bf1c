/** Asks before something is taken away that others may still rely on. What then happens stands between the two buttons. */

import type { Fault } from '../../../app/kernel/fault.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { useText } from '../../text/index.ts';

export function ConfirmDialog(props: {
  readonly title: string;
  readonly subject: string;
  readonly what: string;
  readonly yes: string;
  readonly keep: string;
  readonly busy: boolean;
  readonly fault: Fault | null;
  readonly onYes: () => void;
  readonly onClose: () => void;
}) {
  const { common } = useText();
  return (
    <Dialog
      label={props.title}
      kind={props.subject}
      subject={props.title}
      close={common.close}
      onClose={props.onClose}
    >
      <div className="st-stack">
        <p>{props.what}</p>
        {props.fault && <FaultNote fault={props.fault} />}
        <div className="st-row">
          <Button onPress={props.onClose}>{props.keep}</Button>
          <Button look="danger" icon="remove" busy={props.busy} onPress={props.onYes}>
            {props.yes}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
