/** The keyboard of the page of payments. */

import { type PageKeys, taken, usePageKeys } from '../usePageKeys.ts';

export interface PaymentKeys {
  /** Chooses the row so many further down. */
  step(by: number): void;
  enter(): void;
  close(): void;
  refund(): void;
  print(): void;
  open(layer: 'search' | 'phone' | 'parked' | 'help'): void;
  scan: PageKeys['scan'];
}

export function usePaymentKeys(keys: PaymentKeys): void {
  usePageKeys({ key: (event) => act(event, keys), scan: keys.scan });
}

function act(event: KeyboardEvent, keys: PaymentKeys): boolean {
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl && event.key.toLowerCase() === 'p') {
    if (!event.repeat) keys.print();
    return true;
  }
  if (ctrl || event.altKey || event.isComposing) return false;
  // Under a dialog the page is inert; the browser must not take the keys all the same.
  if (event.target instanceof Element && event.target.closest('dialog, [role=menu]') !== null)
    return taken.test(event.key);
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      if (event.target instanceof HTMLInputElement && event.target.type === 'radio') return false;
      keys.step(event.key === 'ArrowDown' ? 1 : -1);
      return true;
    case 'Enter':
      if (event.target instanceof Element && event.target.closest('.explained button') !== null) return false;
      if (!event.repeat) keys.enter();
      return true;
    case 'Escape':
    case 'F8':
      keys.close();
      return true;
    case 'F3':
      keys.refund();
      return true;
    case 'F1':
      keys.open('help');
      return true;
    case 'F2':
      keys.open('search');
      return true;
    case 'F7':
      keys.open('parked');
      return true;
    default:
      return taken.test(event.key);
  }
}
