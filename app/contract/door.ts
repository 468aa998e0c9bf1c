/** The door as a window sees it, whether through Electron's IPC or over HTTP. */

import type { Unsubscribe } from '../kernel/brand.ts';
import type { Result } from '../kernel/result.ts';
import type { CallInput, CallName, CallOutput } from './calls.ts';
import type { CashierView, DisplayView } from './view.ts';

export type { Result } from '../kernel/result.ts';

export type ScreenName = 'till' | 'display';

export interface Door {
  /** Which screen this window shows. */
  readonly screen: ScreenName;
  /** Never rejects: a door that cannot be reached answers with the fault `doorClosed`. */
  call<K extends CallName>(name: K, input: CallInput<K>): Promise<Result<CallOutput<K>>>;
  /** The listener gets the newest state at once and again at every change. */
  onState(listener: (state: CashierView | DisplayView) => void): Unsubscribe;
}
