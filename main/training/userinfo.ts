/** Userinfo by `sub`: profile data shared with a payment, readable for a week (payments.md 8). */

import type { Clock } from '../../app/ports/Clock.ts';
import type { Customers } from './customers.ts';
import type { Call, Route, ServiceResponse } from './exchange.ts';
import { json } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { profileOf } from './loginTokens.ts';
import type { Mint } from './mint.ts';
import type { Payments } from './payments.ts';

const readableFor = 168 * 3_600_000;

export function userinfoRoutes(
  clock: Clock,
  mint: Mint,
  gateway: Gateway,
  customers: Customers,
  payments: Payments,
): readonly Route[] {
  function bySub(call: Call): ServiceResponse {
    const stop = gateway.admit(call);
    if (stop) return stop;
    const person = customers.bySub(call.params['sub'] ?? '');
    const shared = payments
      .all()
      .filter(
        (one) =>
          one.phone === person?.phone && one.standing.authorizedAt !== null && one.request.profile?.scope,
      );
    const last = shared.at(-1);
    if (!person || !last) return notFound();
    const scopes = last.request.profile?.scope?.split(' ') ?? [];
    const now = clock.now();
    // The address of an e-mail may be unverified here, unlike in Login.
    const profile = profileOf(person, (scope) => scopes.includes(scope), now, false);
    if (now - (last.standing.authorizedAt ?? 0) < readableFor) return json(200, profile);
    const faded = Object.keys(profile).map((name): [string, unknown] => [
      name,
      name === 'sub' ? profile['sub'] : '[Expired]',
    ]);
    return json(200, Object.fromEntries(faded));
  }

  function notFound(): ServiceResponse {
    return json(404, {
      type: 'https://example.com/validation-error',
      title: 'Not found',
      // A string in this API.
      status: '404',
      detail: 'No data is shared under this sub.',
      instance: mint.uuid(),
      extraInfo: {},
    });
  }

  return [
    {
      method: 'GET',
      pattern: '/vipps-userinfo-api/userinfo/{sub}',
      endpoint: 'userinfo.bySub',
      handler: bySub,
    },
  ];
}
