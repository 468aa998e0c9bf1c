/** Check-in API: tells the customer's app that the till knows the member (identity-and-loyalty.md 2, OAS 1.0.2). */

import { z } from 'zod';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Call, Route, ServiceResponse } from './exchange.ts';
import { json } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { foreignMsn, headerFaults } from './gateway.ts';
import type { Mint } from './mint.ts';
import type { Settled } from './options.ts';
import type { Phones } from './phones.ts';
import { invalidParams, parseBody, wrongMediaType } from './problems.ts';

const checkInSchema = z.strictObject({
  phoneNumber: z
    .string()
    .regex(
      /^47[0-9]{8}$/,
      "The field phoneNumber must be in MSISDN format and match the regular expression '^47[0-9]{8}$'.",
    ),
  isMember: z.boolean(),
});

export interface Notice {
  readonly clubName: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface CheckIns {
  readonly routes: readonly Route[];
  noticeFor(phone: string): Notice | null;
  all(): readonly { readonly phone: string; readonly isMember: boolean; readonly at: number }[];
}

/** The member screen is gone after a while, as an app would have it. */
const shownFor = 60_000;

export function createCheckIns(
  clock: Clock,
  mint: Mint,
  settled: Settled,
  gateway: Gateway,
  phones: Phones,
): CheckIns {
  const sent: { readonly phone: string; readonly isMember: boolean; readonly at: number }[] = [];

  function checkIn(call: Call): ServiceResponse {
    const stop = gateway.admit(call);
    if (stop) return stop;
    const title = 'One or more validation errors occurred.';
    const headers = headerFaults(call, 'optional');
    if (headers.length > 0) return invalidParams(400, title, headers, mint.traceId());
    if (foreignMsn(call, settled)) return invalidParams(403, 'Forbidden', [], mint.traceId());
    const type = wrongMediaType(call, mint.traceId());
    if (type) return type;
    if (!settled.checkInWorks) return json(500, { title: 'Internal Server Error', status: 500 });
    const parsed = parseBody(call, checkInSchema);
    if (!parsed.ok) return invalidParams(400, title, parsed.details, mint.traceId());
    const { phoneNumber, isMember } = parsed.value;
    sent.push({ phone: phoneNumber, isMember, at: clock.now() });
    phones.changed(phoneNumber);
    // The answer is a bare JSON string although the schema sketches an object.
    return json(200, mint.uuid());
  }

  return {
    routes: [
      {
        method: 'POST',
        pattern: '/point-of-sale/v1/loyalty-check-in',
        endpoint: 'checkIn',
        handler: checkIn,
      },
    ],
    noticeFor(phone) {
      const last = sent.findLast((one) => one.phone === phone);
      // `isMember: false` shows nothing today.
      return last?.isMember && clock.now() - last.at < shownFor
        ? { clubName: settled.salesUnit.clubName, at: last.at }
        : null;
    },
    all: () => sent,
  };
}
