/** A dialog with a scrim, under which the page is inert. Never two at once. Esc closes it. */

import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { IconButton } from './Button.tsx';
import './Dialog.css';

export function Dialog(props: {
  readonly label: string;
  /** The small capital line above the subject. */
  readonly kind?: string;
  readonly subject: string;
  readonly close: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const dialog = useModal();
  return (
    <dialog
      ref={dialog}
      className={props.wide ? 'dialog wide' : 'dialog'}
      aria-label={props.label}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <div className="head">
        <div>
          {props.kind && <p className="label">{props.kind}</p>}
          <h2>{props.subject}</h2>
        </div>
        <IconButton icon="close" label={props.close} onPress={props.onClose} />
      </div>
      {props.children}
    </dialog>
  );
}

/** Opens the dialog that it is given to over the page for as long as it is shown. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    if (shown !== null && !shown.open) shown.showModal();
    return () => shown?.close();
  }, []);
  return dialog;
}
