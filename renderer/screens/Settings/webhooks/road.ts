/** Whether a scan of the store's own code reaches this till: without a webhook it reaches nobody (payments.md 5.3). */

import type { CodeRoad, WebhooksView } from '../../../../app/contract/view.ts';

/** As the page was told last; `unreachable` also before there is a code, so that none is made for nobody. */
export function roadOf({ url, checkIns }: WebhooksView, hasCode: boolean): CodeRoad {
  if (url === null) return 'unreachable';
  if (checkIns === 'registered') return 'open';
  if (checkIns === 'none') return hasCode ? 'coming' : 'idle';
  return checkIns;
}

/** There is a code, and whoever scans it reaches nobody. */
export function isBroken(road: CodeRoad): boolean {
  return road === 'failing' || road === 'taken' || road === 'unreachable';
}

/** What a registration tells of, without repeats; `other` holds the names of what this till does not know. */
export function toldOf(events: readonly string[]): {
  readonly payments: boolean;
  readonly checkIns: boolean;
  readonly other: readonly string[];
} {
  const isPayment = (name: string) => name.startsWith('epayments.payment.');
  const isCheckIn = (name: string) => name.startsWith('user.checked-in.');
  return {
    payments: events.some(isPayment),
    checkIns: events.some(isCheckIn),
    other: events.filter((name) => !isPayment(name) && !isCheckIn(name)),
  };
}

/** Something is on its way at the service, so it is worth to look again soon. */
export function isUnsettled({ url, payments, checkIns }: WebhooksView, hasCode: boolean): boolean {
  if (url === null) return false;
  return (
    payments === 'none' ||
    payments === 'failing' ||
    checkIns === 'failing' ||
    (checkIns === 'none' && hasCode)
  );
}
