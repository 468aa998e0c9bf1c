/** The sentence of what serves the customers here while no scan comes. */

import { useTill } from '../../../stores/context.tsx';
import { isCashierView } from '../../../stores/tillStore.ts';
import { useTextOf } from '../../../text/index.ts';
import { insteadOfScan } from '../../../text/insteadOfScan.ts';

export function useInsteadOfScan(): string {
  const kind = useTill(({ state }) => (isCashierView(state) ? state.till.kind : 'staffed'));
  return useTextOf(insteadOfScan)[kind];
}
