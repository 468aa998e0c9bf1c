/** The keyboard of the day's page. Enter is the primary, except on a control that was gone to: there it is that control's. */

import { taken } from '../usePageKeys.ts';

export interface DayKeys {
  enter(): void;
  close(): void;
  print(): void;
  open(layer: 'search' | 'parked' | 'payments' | 'help'): void;
}

const layers = { F1: 'help', F2: 'search', F7: 'parked', F8: 'payments' } as const;

export function dayKey(event: KeyboardEvent, keys: DayKeys): boolean {
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl && event.key.toLowerCase() === 'p') {
    if (!event.repeat) keys.print();
    return true;
  }
  if (ctrl || event.altKey || event.isComposing) return false;
  const on = event.target instanceof Element ? event.target : null;
  if (on !== null && on.closest('[role=menu]') !== null) return taken.test(event.key);
  if (event.key === 'Enter') {
    if (on?.closest('button:not([data-primary]), input, a')) return false;
    if (!event.repeat) keys.enter();
    return true;
  }
  if (event.key === 'Escape') {
    keys.close();
    return true;
  }
  for (const [key, layer] of Object.entries(layers)) {
    if (event.key !== key) continue;
    keys.open(layer);
    return true;
  }
  return taken.test(event.key);
}
