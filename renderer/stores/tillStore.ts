/** A mirror of the state that the till tells this window: the newest one, whole, and nothing computed from it. */

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CashierView, DisplayView } from '../../app/contract/view.ts';
import type { Unsubscribe } from '../../app/kernel/brand.ts';
import type { WindowDoor } from '../till.ts';

export type TillState = CashierView | DisplayView;

export interface TillMirror {
  /** `null` until the till has spoken for the first time. */
  readonly state: TillState | null;
  /** Whether the till can be reached; what is shown while it cannot is what it said last. */
  readonly connected: boolean;
}

export type TillStore = StoreApi<TillMirror>;

/** Listens at the door for as long as the window lives, or until `stop`. What was told last is shown. */
export function createTillStore(door: Pick<WindowDoor, 'onState' | 'onConnection'>): {
  store: TillStore;
  stop: Unsubscribe;
} {
  const store = createStore<TillMirror>(() => ({ state: null, connected: true }));
  const deaf = door.onConnection?.((connected) => store.setState({ connected }));
  const stop = door.onState((state) => store.setState({ state }));
  return {
    store,
    stop: () => {
      stop();
      deaf?.();
    },
  };
}

export function isCashierView(state: TillState | null): state is CashierView {
  return state !== null && 'attention' in state;
}

/** Whether this page belongs to the manager of a machine that sells by itself. */
export function isMachinesManager({ state }: Pick<TillMirror, 'state'>): boolean {
  return isCashierView(state) && state.machine !== null;
}
