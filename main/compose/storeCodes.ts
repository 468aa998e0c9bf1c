/**
 * This till's own codes and the road by which a scan of one comes back to it: learned at the start, and as soon as the
 * service can be reached where it could not then.
 */

import type { CodeRoad } from '../../app/contract/viewStaticQr.ts';
import type { CheckedIn } from '../../app/flows/receiveArrivals.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Till } from '../../app/till.ts';
import { type CodesLearner, learnCodes } from './learnCodes.ts';
import { createStaticQrs, type StaticQrParts, type StaticQrs } from './staticQrs.ts';
import type { WebhookRoad } from './webhooks.ts';

export interface StoreCodes extends StaticQrs {
  road(): CodeRoad;
  /** Asks the service which codes there are, once everything else is open. */
  learn(): void;
  /** Somebody scanned a code of the sales unit: let through to this till where it is one of its own. */
  scanned(checkedIn: CheckedIn): void;
  /** A registration was looked at: where that reached the service, it can be asked for the codes too. */
  roadChanged(): void;
  close(): void;
}

export interface StoreCodesParts extends Omit<StaticQrParts, 'owns' | 'reached'> {
  readonly till: Pick<Till, 'state' | 'onChange' | 'checkedIn'>;
  readonly webhooks: () => Pick<WebhookRoad, 'reachable' | 'state' | 'checkIns' | 'wantCheckIns'>;
  readonly clock: Clock;
  readonly log: Log;
}

export function openStoreCodes(parts: StoreCodesParts): StoreCodes {
  const { till, webhooks, changed, log } = parts;
  let hasCode = false;
  let learner: CodesLearner | null = null;
  const staticQrs = createStaticQrs({
    ...parts,
    owns(any) {
      hasCode = any;
      webhooks().wantCheckIns(any);
    },
    reached: () => webhooks().reachable,
  });

  let wasDown = false;
  const leave = till.onChange(() => {
    const isDown = till.state().service.state === 'down';
    if (wasDown && !isDown) learner?.lineIsBack();
    wasDown = isDown;
  });

  return {
    ...staticQrs,
    road() {
      if (!hasCode) return 'idle';
      if (!webhooks().reachable) return 'unreachable';
      const state = webhooks().checkIns();
      if (state === 'registered') return 'open';
      return state === 'none' ? 'coming' : state;
    },
    learn() {
      learner = learnCodes({ ...parts, list: staticQrs.list });
    },
    scanned(checkedIn) {
      if (staticQrs.isOurs(checkedIn.qrId)) till.checkedIn(checkedIn);
      else log.info('checkIn.otherTill', {});
    },
    roadChanged() {
      if (webhooks().state() === 'registered') learner?.lineIsBack();
      changed();
    },
    close() {
      leave();
      learner?.close();
    },
  };
}
