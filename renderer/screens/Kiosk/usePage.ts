/** The goods that stand on the glass now: as many as it holds this way up, in this customer's size and reach. */

import { useSyncExternalStore } from 'react';
import type { MachineView } from '../../../app/contract/view.ts';
import { goodsOf, type Page, pageOf } from './kioskModel.ts';
import type { Aids } from './useAids.ts';

export function usePage(machine: MachineView, aids: Aids): Page {
  const portrait = useSyncExternalStore(listenToTurning, isPortrait);
  return pageOf(goodsOf(machine), { ...aids, portrait });
}

const upright = '(orientation: portrait)';
const isPortrait = () => matchMedia(upright).matches;
function listenToTurning(changed: () => void): () => void {
  const query = matchMedia(upright);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
