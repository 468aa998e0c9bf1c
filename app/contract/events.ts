/** What the till tells a window without being asked. */

import type { CashierView, DisplayView } from './view.ts';

export interface TillEvents {
  /** The newest state of the window's audience, whole. */
  readonly state: CashierView | DisplayView;
}
