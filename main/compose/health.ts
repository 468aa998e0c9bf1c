/** How the house is: what the manager must look at, and what anybody on this machine may know. */

import type { AttentionSays, TillView } from '../../app/contract/view.ts';
import { unresolvedSales } from '../../app/domain/tillState.ts';
import { type Instant, isoUtc } from '../../app/kernel/time.ts';
import type { Till } from '../../app/till.ts';
import type { Storage } from './storage.ts';
import type { StoreCodes } from './storeCodes.ts';
import type { WebhookRoad } from './webhooks.ts';

export interface House {
  readonly till: Till;
  readonly storage: Storage;
  readonly webhooks: Pick<WebhookRoad, 'state' | 'health'>;
  readonly codes: Pick<StoreCodes, 'road'>;
}

export function troubleOf({ till, storage, webhooks, codes }: House): readonly AttentionSays[] {
  const list: AttentionSays[] = [];
  if (storage.hasDamaged) list.push('attention.journalSetAside');
  if (storage.check.state() === 'damaged') list.push('attention.journalDamaged');
  // With the whole line down there is other trouble, and it is named elsewhere.
  const isUp = till.state().service.state === 'up';
  if (isUp && webhooks.state() === 'failing') list.push('attention.webhooksFail');
  const road = codes.road();
  if (isUp && road === 'failing') list.push('attention.storeCodeFails');
  // These two stay until somebody does something about them.
  if (road === 'taken') list.push('attention.storeCodeTaken');
  if (road === 'unreachable') list.push('attention.storeCodeUnreachable');
  return list;
}

export function healthOf(
  { till, storage, webhooks, codes }: House,
  about: { readonly profile: TillView['profile']; readonly version: string },
): Readonly<Record<string, unknown>> {
  const { checkedAt, lastSeenAt, refused } = webhooks.health();
  const iso = (at: Instant | null) => (at === null ? null : isoUtc(at));
  return {
    ...about,
    journal: till.state().journalFault ?? (storage.hasDamaged ? 'setAside' : 'ok'),
    journalCheck: storage.check.state(),
    service: till.state().service.state,
    webhooks: {
      state: webhooks.state(),
      checkedAt: iso(checkedAt),
      lastSeenAt: iso(lastSeenAt),
      refusedSignatures: refused,
    },
    storeCode: codes.road(),
    // Whoever stops or updates this till asks here first (I11).
    unresolved: unresolvedSales(till.state()).length,
  };
}
