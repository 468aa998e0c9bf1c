/** What the next customer of training can be told to do: the calls that each choice makes, in this order. */

import type { CallInput } from '../../../app/contract/calls.ts';

const wayNames = [
  'approve',
  'decline',
  'late',
  'noPush',
  'lineBreaks',
  'captureRefused',
  'tooYoung',
  'join',
  'refuseToJoin',
] as const;

export type WayName = (typeof wayNames)[number];

/** A machine invites nobody to the club, and only a machine asks for an age. */
export function waysAt(machine: boolean): readonly WayName[] {
  const notHere: readonly WayName[] = machine ? ['join', 'refuseToJoin'] : ['tooYoung'];
  return wayNames.filter((name) => !notHere.includes(name));
}

export interface Way {
  readonly customer: Omit<CallInput<'training.customer'>, 'phone'>;
  /** What goes wrong besides; every choice takes away what was to go wrong before. */
  readonly fault: CallInput<'training.fault'> | null;
}

/** The customer whose phone training shows, and whoever scans a code without having been identified. */
export const whoseTurn = ['+4791234567', 'walkIn'] as const;

const approve = { does: 'approve', afterMs: 3000 } as const;

export const ways: Readonly<Record<WayName, Way>> = {
  approve: { customer: approve, fault: null },
  decline: { customer: { does: 'decline', afterMs: 3000 }, fault: null },
  late: { customer: { does: 'approveWhileCancelled' }, fault: null },
  noPush: { customer: { does: 'never' }, fault: null },
  lineBreaks: { customer: approve, fault: { endpoint: 'epayment.create', what: 'dropAfter' } },
  captureRefused: { customer: approve, fault: { endpoint: 'epayment.capture', what: 'http4xx' } },
  tooYoung: { customer: { ...approve, age: 15 }, fault: null },
  join: { customer: { ...approve, enrolment: 'approve' }, fault: null },
  refuseToJoin: { customer: { ...approve, enrolment: 'refuse' }, fault: null },
};
