/** The keyboard of the cashier's screen: Enter is the primary and nothing else, every other key is what the model says. */

import { useLayoutEffect, useRef } from 'react';
import { listenForKeys, scanCall } from '../../wedge.ts';
import type { Actions } from './actions.ts';
import type { SellingModel } from './modelTypes.ts';

export function useKeys(model: SellingModel, actions: Actions): void {
  const newest = useRef({ model, actions });
  // Before the screen is seen: a scanner may type as soon as it stands there.
  useLayoutEffect(() => {
    newest.current = { model, actions };
  });
  useLayoutEffect(
    () =>
      listenForKeys(window, {
        onScan: (scan) => void newest.current.actions.scanned(scanCall(scan)),
        onKey: (event) => onKey(event, newest.current.model, newest.current.actions),
      }),
    [],
  );
}

/** Function keys that a browser would take for itself. F11 is left to it. */
const taken = /^F([1-9]|10|12)$/;

function onKey(event: KeyboardEvent, model: SellingModel, actions: Actions): void {
  if (event.target instanceof Element && event.target.closest('dialog, [role=menu]') !== null) return;
  const name = nameOf(event);
  if (taken.test(name) || name === 'Ctrl B') event.preventDefault();
  if (name === 'Enter') {
    event.preventDefault();
    if (!event.repeat) document.querySelector<HTMLButtonElement>('.lineside [data-primary]')?.click();
    return;
  }
  const typing = event.target instanceof HTMLInputElement && event.target.type !== 'radio';
  if (typing && (name === '+' || name === '-' || name === 'Delete')) return;
  // A radio row keeps its own arrows, which the keyboard needs to get through the choices.
  if (event.target instanceof HTMLInputElement && event.target.type === 'radio' && name.startsWith('Arrow'))
    return;
  const action = model.keys.get(name);
  if (action === undefined) return;
  event.preventDefault();
  void actions.act(action);
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key === '\u2212' ? '-' : event.key;
  if (event.ctrlKey || event.metaKey) return `Ctrl ${key.toUpperCase()}`;
  return event.altKey ? `Alt ${key}` : key;
}
