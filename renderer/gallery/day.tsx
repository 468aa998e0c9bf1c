/** Pictures of the day's page. The choice of a day is opened by whoever looks. */

import type { CallName, CallOutput } from '../../app/contract/calls.ts';
import type { Door } from '../../app/contract/door.ts';
import type { DayReport } from '../../app/contract/view.ts';
import type { Fault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { base } from './cashierParts.ts';
import * as states from './dayStates.ts';
import { picture } from './frame.tsx';
import type { Pictures } from './gallery.tsx';

type Answers = { readonly [K in CallName]?: Result<CallOutput<K>> };

/** `asking`: the comparison never comes back. */
function page(report: DayReport, more: Answers = {}, asking = false) {
  const answers: Answers = { 'day.report': ok(report), ...more };
  const call: Door['call'] = async (name, input) => {
    if (asking && 'compare' in input) return new Promise(() => {});
    return answers[name] ?? err<Fault>({ kind: 'doorClosed' });
  };
  return picture({ state: base, view: { layer: 'day' }, call });
}

export const pictures: Pictures = {
  'day-open': () => page(states.withOpen),
  'day-ready': () => page(states.settled),
  'day-closed': () => page(states.closed),
  'day-closed-differing': () => page(states.closedDiffering),
  'day-many-open': () => page(states.manyOpen),
  'day-unread': () => page(states.unread),
  'day-comparing': () => page(states.notCompared, {}, true),
  'day-empty': () => page(states.empty),
  'day-older': () => page(states.older),
  'day-not-allowed': () => page(states.settled, { 'day.close': err({ kind: 'notAllowed' }) }),
  'day-not-read': () => page(states.settled, { 'day.report': err({ kind: 'storeLocked' }) }),
};
