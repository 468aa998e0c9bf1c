/**
 * Says a scan that came to nothing, whichever device made it: the till tells every window, and this window puts it where
 * such a fault belongs. It goes with the next thing that happens to the sale, as the till has it.
 */

import type { Unsubscribe } from '../../../app/kernel/brand.ts';
import type { Stores } from '../../stores/context.tsx';
import { isCashierView, type TillMirror } from '../../stores/tillStore.ts';
import { leavesBasket } from '../../stores/viewStore.ts';
import { placeOf } from './actions.ts';

export function followRefusedScans({ till, view }: Pick<Stores, 'till' | 'view'>): Unsubscribe {
  let shown: ReturnType<typeof refusedIn> = null;
  return till.subscribe((mirror) => {
    const refused = refusedIn(mirror);
    if (refused?.at === shown?.at) return;
    const { fault, layer } = view.getState();
    if (refused !== null) {
      const at = placeOf(refused.fault, leavesBasket(layer) ? 'basket' : 'layer');
      view.setState({ fault: { fault: refused.fault, at } });
    } else if (fault?.fault === shown?.fault) {
      view.setState({ fault: null });
    }
    shown = refused;
  });
}

function refusedIn({ state }: TillMirror) {
  return isCashierView(state) ? state.refusedScan : null;
}
