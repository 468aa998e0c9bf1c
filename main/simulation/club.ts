/**
 * The club of a simulated world: registry and login by ports of its own, since real ones would let the operating system
 * decide the order of things. Calls get lost before or after they were carried out, like all others.
 */

import type { Consented, Member, MemberId, MemberPurchase } from '../../app/domain/member.ts';
import type { Msisdn } from '../../app/domain/msisdn.ts';
import type { RemoteFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { instant } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Login, LoginAnswer } from '../../app/ports/Login.ts';
import type { Members } from '../../app/ports/Members.ts';
import { type Count, clubFaults } from './coverage.ts';
import type { Fate } from './fate.ts';
import type { Person } from './people.ts';

export interface Club {
  readonly members: Members;
  readonly login: Login;
  /** Every purchase that reached the registry, repeats included. */
  readonly purchases: readonly MemberPurchase[];
  memberCount(): number;
}

export function simulatedClub(parts: {
  readonly people: readonly Person[];
  readonly membersFromTheStart: readonly Person[];
  readonly time: Clock;
  readonly fate: Fate;
  readonly count: Count;
  /** Share of the calls that something befalls. */
  readonly trouble: number;
}): Club {
  const { people, time, fate } = parts;
  const lag = fate.stream('club lag');
  const byPhone = new Map<string, Member>();
  const purchases: MemberPurchase[] = [];
  const logins = new Map<string, { person: Person; answerAt: number; used: boolean }>();
  for (const { phone, name } of parts.membersFromTheStart) byPhone.set(phone, aMember(phone, name));

  async function call<T, F>(
    api: string,
    work: () => Result<T, F>,
    weight = 1,
  ): Promise<Result<T, F | RemoteFault>> {
    await time.sleep(lag.between(5, 80));
    const struck = fate.strike('club', parts.trouble * weight, (chance) => chance.pick(clubFaults), api);
    if (struck === null) return work();
    const kind = struck.what;
    parts.count(`club ${kind}`);
    if (kind === 'doneNoAnswer') work();
    return err({ kind: kind === 'doneNoAnswer' ? 'noAnswer' : kind, service: { api } });
  }

  function pollAnswer(authReqId: string): Result<LoginAnswer, RemoteFault> {
    const login = logins.get(authReqId);
    if (login === undefined || login.used) return err({ kind: 'rejected', service: { api: 'login' } });
    if (time.monotonic() < login.answerAt) return ok({ kind: 'pending', slowDown: false });
    if (!login.person.joins) return ok({ kind: 'refused' });
    // The wallet gives it once; the client keeps it until userinfo was read, so a lost answer may be asked for again.
    const { phone, name } = login.person;
    const consented: Consented = {
      sub: `sub-${phone}`,
      msisdn: phone,
      name: `${name} Nordmann`,
      givenName: name,
      email: null,
      channels: {},
      consentedAt: time.now(),
      consentText: 'v1',
    };
    return ok({ kind: 'approved', consented });
  }

  return {
    purchases,
    memberCount: () => byPhone.size,
    members: {
      find: (msisdn) => call('registry', () => ok(byPhone.get(msisdn) ?? null)),
      enrol: (consented) =>
        call('registry', () => {
          const member = byPhone.get(consented.msisdn) ?? aMember(consented.msisdn, consented.givenName);
          byPhone.set(consented.msisdn, member);
          return ok(member);
        }),
      registerPurchase: (purchase) =>
        call(
          'registry',
          () => {
            purchases.push(purchase);
            return ok();
          },
          4,
        ),
    },
    login: {
      userExists: () => call('login', () => ok(true)),
      start: ({ msisdn, expirySeconds }) =>
        call('login', () => {
          const person = people.find((one) => one.phone === msisdn);
          if (person === undefined) return err({ kind: 'notWalletUser', service: { api: 'login' } });
          const authReqId = `login-${logins.size + 1}`;
          logins.set(authReqId, {
            person,
            answerAt: time.monotonic() + lag.between(0, 30_000),
            used: false,
          });
          return ok({ authReqId, until: instant(time.now() + expirySeconds * 1000), intervalMs: 5000 });
        }),
      poll: (authReqId) => call('login', () => pollAnswer(authReqId)),
    },
  };
}

function aMember(phone: Msisdn, name: string | null): Member {
  return { id: `member-${phone}` as MemberId, name, since: instant(0), number: null, points: null };
}
