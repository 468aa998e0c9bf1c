/** What a scanner sent and the till could not use, in the few kinds that mean something to the store. */

import type { ScannerDeviceView } from '../../../../app/contract/view.ts';

export type DroppedGroup = 'half' | 'garbled' | 'early' | 'empty' | 'noCode';

const groups: Readonly<Record<string, DroppedGroup>> = {
  timeout: 'half',
  torn: 'half',
  rest: 'half',
  removed: 'half',
  stale: 'early',
  empty: 'empty',
  foreign: 'noCode',
  reply: 'noCode',
};

/** Only what has happened. A reason that this page does not know counts as unreadable. */
export function droppedGroups(dropped: ScannerDeviceView['dropped']): ReadonlyMap<DroppedGroup, number> {
  const counts = new Map<DroppedGroup, number>();
  for (const { why, count } of dropped) {
    if (count === 0) continue;
    const group = groups[why] ?? 'garbled';
    counts.set(group, (counts.get(group) ?? 0) + count);
  }
  return counts;
}
