/** What a batch of machines' days must have reached. */

import { diskFaults, webhookFaults } from './coverage.ts';
import { controllerDeeds } from './machineController.ts';
import { faultsOf } from './network.ts';
import { passerByDeeds } from './passersBy.ts';
import type { Step } from './power.ts';

/** From so many seeds on, everything must have been reached. */
export const enoughSeeds = 600;

const calls = [
  'accessToken',
  'epayment.create',
  'epayment.get',
  'epayment.capture',
  'epayment.cancel',
  'orderManagement.receipt',
] as const;

const steps: readonly Step[] = [
  'journal.append',
  'journal.unfinished',
  'journal.saleCount',
  'payments.create',
  'payments.read',
  'payments.capture',
  'payments.cancel',
  'receipts.add',
];

/** A machine that comes back calls off what was not approved at once, so nothing waits by then. */
const recoveries = [
  'approved',
  'cancelling',
  'capture sent',
  'cancel sent',
  'release sent',
  'receipt owed',
] as const;

export const demanded: Readonly<Record<string, readonly string[]>> = {
  'how a sale ended': ['done', 'tooLate', 'fault', 'notApproved', 'restarted'].map((why) => `end ${why}`),
  'what came of a piece': ['dispensed', 'failed', 'tooLate', 'unknown'].map((what) => `outcome ${what}`),
  money: ['money taken in part', 'money taken whole', 'money released whole', 'piece given away'],
  screen: ['idle', 'asking', 'choosing', 'dispensing', 'settling', 'result', 'outOfOrder'].map(
    (phase) => `screen ${phase}`,
  ),
  customers: passerByDeeds.map(([, name]) => `customer ${name}`),
  controller: controllerDeeds.map(([, name]) => `controller ${name}`),
  refusals: ['machineBusy', 'ageLimit', 'reservedTooLittle', 'nothingReserved'].map(
    (fault) => `take refused ${fault}`,
  ),
  'call × fault': calls.flatMap((call) => faultsOf(call).map((fault) => `call ${call} ${fault}`)),
  webhooks: webhookFaults.map((fault) => `webhook ${fault}`),
  disk: diskFaults.flatMap((fault) => [`disk ${fault}`, `disk ${fault} while starting`]),
  'death at a step': steps.flatMap((step) => [`crash ${step} before`, `crash ${step} after`]),
  'other deaths': ['crash while starting', 'crash just started', 'plug pulled', 'till closed'],
  recovery: recoveries.map((what) => `recovery ${what}`),
  'clock and keys': ['clock forward', 'clock back', 'tokens died'],
};
