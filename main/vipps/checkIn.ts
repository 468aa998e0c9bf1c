/**
 * The notice "recognised as member" in the customer's app: the port `CheckIn` on the Check-in API 1.0.2
 * (identity-and-loyalty.md 2). A proof of concept for Norwegian numbers; whoever calls it does not wait for it.
 */

import { ok } from '../../app/kernel/result.ts';
import type { CheckIn } from '../../app/ports/CheckIn.ts';
import { deadlines, type Platform } from './call.ts';

/** The API takes no others; sending them would only give a 400. */
const norwegian = /^47\d{8}$/;

export function createCheckIn(deps: { readonly platform: Platform }): CheckIn {
  return {
    async notify(msisdn, isMember) {
      if (!norwegian.test(msisdn)) return ok();
      const answered = await deps.platform.call({
        api: 'checkIn',
        name: 'notify',
        method: 'POST',
        path: '/point-of-sale/v1/loyalty-check-in',
        body: { phoneNumber: msisdn, isMember },
        nature: 'write',
        deadlineMs: deadlines.notice,
      });
      return answered.ok ? ok() : answered;
    },
  };
}
