/** What a batch of machines' days must have reached. */

import { chooserDeeds } from './choosers.ts';
import { diskFaults, webhookFaults } from './coverage.ts';
import { controllerDeeds, turnNames } from './machineController.ts';
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

const ends = ['done', 'tooLate', 'fault', 'notApproved', 'restarted'];
const outcomes = ['dispensed', 'failed', 'tooLate', 'unknown'];

export const demanded: Readonly<Record<string, readonly string[]>> = {
  'how a sale ended': ends.map((why) => `end ${why}`),
  'what came of a piece': outcomes.map((what) => `outcome ${what}`),
  money: ['money taken in part', 'money taken whole', 'money released whole', 'piece given away'],
  screen: ['idle', 'asking', 'choosing', 'dispensing', 'settling', 'result', 'outOfOrder'].map(
    (phase) => `screen ${phase}`,
  ),
  customers: passerByDeeds.map(([, name]) => `customer ${name}`),
  'customers who choose first': [
    ...chooserDeeds.map(([, name]) => name),
    'scans a code: done',
    'scans a code: tooLate',
  ].map((name) => `customer ${name}`),
  'how it ended where it was chosen first': ends.map((why) => `chosen end ${why}`),
  'what came of what was chosen first': [
    ...[...outcomes, 'notApproved'].map((what) => `outcome ${what}`),
    'another after the first',
    'money taken in part',
    'money taken whole',
    'money released whole',
    'piece given away',
  ].map((what) => `chosen ${what}`),
  'refusals where it is chosen first': ['machineBusy', 'machineOutOfOrder', 'soldOut'].map(
    (fault) => `choose refused ${fault}`,
  ),
  controller: controllerDeeds.map(([, name]) => `controller ${name}`),
  'controller where it was chosen first': turnNames.map((name) => `controller chosen, ${name}`),
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
