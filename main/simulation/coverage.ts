/**
 * What a batch of seeds has tried. A run that never tried a thing says nothing about it, so from some size on every row
 * below must have been reached.
 */

import { clubCalls, clubFaults } from './club.ts';
import { faultsOf, simulatedCalls } from './network.ts';
import { steps } from './power.ts';

/** How often each thing was reached, by its name. */
export type Counts = ReadonlyMap<string, number>;
export type Count = (name: string) => void;

/** From so many seeds on, everything must have been reached. */
export const enoughSeeds = 2000;

export const webhookFaults = [
  'lost',
  'duplicate',
  'forged',
  'outOfOrder',
  'slow',
  'dropBefore',
  'dropAfter',
] as const;

/** As the journal calls them; the disk's own words are full, input/output, busy and read-only. */
export const diskFaults = ['diskFull', 'storeDamaged', 'storeLocked', 'storeReadOnly'] as const;

const endings = [
  'payment.paid',
  'payment.paidReceiptLater',
  'payment.declined',
  'payment.expired',
  'payment.cancelled',
  'payment.released',
  'payment.refused.pushNotAllowed',
  'payment.refused.cannotSendToNumber',
  'payment.refused.rejected',
  'payment.refused.keysWrong',
  'payment.refused.productMissing',
  'payment.refused.noConnection',
  'payment.refused.neverArrived',
] as const;

/** What a started till found and went on with. */
const recoveries = [
  'intended',
  'waiting',
  'approved',
  'cancelling',
  'capture sent',
  'cancel sent',
  'release sent',
  'refund sent',
  'parked',
  'enrolment waiting',
  'consent given',
  'purchase owed',
  'receipt owed',
] as const;

/** Every row a large batch must have reached, group by group. */
export const demanded: Readonly<Record<string, readonly string[]>> = {
  'final states': endings.map((name) => `ending ${name}`),
  'call × fault': simulatedCalls.flatMap((call) => faultsOf(call).map((fault) => `call ${call} ${fault}`)),
  'club × fault': clubCalls.flatMap((call) => clubFaults.map((fault) => `club ${call} ${fault}`)),
  webhooks: webhookFaults.map((fault) => `webhook ${fault}`),
  disk: diskFaults.flatMap((fault) => [`disk ${fault}`, `disk ${fault} while starting`]),
  'death at a step': steps.flatMap((step) => [`crash ${step} before`, `crash ${step} after`]),
  'other deaths': ['crash while starting', 'crash just started', 'plug pulled', 'till closed'],
  recovery: recoveries.map((what) => `recovery ${what}`),
  refunds: ['refund done', 'refund refused', 'day closed'],
  'clock and keys': ['clock forward', 'clock back', 'tokens died'],
};

export function addCounts(into: Map<string, number>, from: Iterable<readonly [string, number]>): void {
  for (const [name, times] of from) into.set(name, (into.get(name) ?? 0) + times);
}
