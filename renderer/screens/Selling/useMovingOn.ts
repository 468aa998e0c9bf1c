/** What the screen does by itself: moves on after a paid sale, chooses a new line, brings the focus to the primary. */

import { useEffect, useRef } from 'react';
import type { CashierView } from '../../../app/contract/view.ts';
import { type Layer, leavesBasket, type View, type ViewStore } from '../../stores/viewStore.ts';
import { type Face, mayAsk, mayCallOff } from './face.ts';
import type { Action } from './modelTypes.ts';

/** A paid sale stays until Enter, the next scan, or so long. */
export const paidStaysMs = 20_000;

export function useMovingOn(face: Face, layer: Layer, act: (action: Action) => Promise<void>): void {
  const stays = face === 'paid' && leavesBasket(layer);
  useEffect(() => {
    if (!stays) return;
    const timer = setTimeout(() => void act({ do: 'next' }), paidStaysMs);
    return () => clearTimeout(timer);
  }, [stays, act]);
}

/** A layer that is about the payment goes with what it was about, and a number that was typed goes with it. */
export function useLayerEnds(face: Face, window: Pick<View, 'layer' | 'pending'>, store: ViewStore): void {
  const over = layerIsOver(face, window);
  useEffect(() => {
    if (over) store.setState({ layer: 'none', phoneDigits: '' });
  }, [over, store]);
}

export function layerIsOver(face: Face, { layer, pending }: Pick<View, 'layer' | 'pending'>): boolean {
  if (pending !== null) return false;
  switch (layer) {
    case 'notArrived':
    case 'otherPhone':
      return !mayCallOff(face);
    case 'elsewhere':
      return !mayAsk(face) && !mayCallOff(face);
    default:
      return false;
  }
}

/** A new line, or one that became more, is the chosen one. */
export function useNewLineChosen(view: CashierView, store: ViewStore): void {
  const before = useRef<ReadonlyMap<string, number> | null>(null);
  const lines = view.sale?.lines;
  useEffect(() => {
    const known = before.current;
    before.current = new Map((lines ?? []).map((line) => [line.id, line.quantity]));
    if (known === null) return;
    const grown = (lines ?? []).filter((line) => line.quantity > (known.get(line.id) ?? 0)).at(-1);
    if (grown !== undefined) store.setState({ chosenLine: grown.id });
  }, [lines, store]);
}

/** After each change of state the focus goes to the primary, except while somebody is typing. */
export function usePrimaryFocus(state: string): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    const { activeElement } = document;
    if (activeElement instanceof HTMLInputElement || activeElement?.closest('dialog') != null) return;
    document.querySelector<HTMLButtonElement>('[data-primary]')?.focus({ preventScroll: true });
  }, [state]);
}
