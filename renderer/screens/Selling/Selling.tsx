/** The cashier's screen. */

import type { CashierView } from '../../../app/contract/view.ts';

export function Selling({ view }: { readonly view: CashierView }) {
  return <main>{view.till.store}</main>;
}
