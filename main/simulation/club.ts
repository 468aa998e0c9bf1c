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
import type { Count } from './coverage.ts';
import type { Fate } from './fate.ts';
import type { Person } from './people.ts';

/** Every call of the club, and how much likelier than usual something befalls a rare one. */
const weights = {
  'members.find': 1,
  'members.enrol': 8,
  'members.registerPurchase': 8,
  'login.userExists': 3,
  'login.start': 3,
  'login.poll': 2,
} as const;
type ClubCall = keyof typeof weights;

export const clubCalls = Object.keys(weights) as readonly ClubCall[];

/** Everything that may befall one of them. */
export const clubFaults = [
  'noConnection',
  'noAnswer',
  'doneNoAnswer',
  'serviceDown',
  'unauthorised',
] as const;

export interface Club {
  readonly members: Members;
  readonly login: Login;
  /** Every purchase that reached the registry, repeats included. */
  readonly purchases: readonly MemberPurchase[];
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
  const logins = new Map<string, { person: Person; answerAt: number }>();
  for (const { phone, name } of parts.membersFromTheStart) byPhone.set(phone, aMember(phone, name));

  async function call<T, F>(name: ClubCall, work: () => Result<T, F>): Promise<Result<T, F | RemoteFault>> {
    await time.sleep(lag.between(5, 80));
    const share = parts.trouble * weights[name];
    const struck = fate.strike('club', share, (chance) => chance.pick(clubFaults), name);
    if (struck === null) return work();
    const kind = struck.what;
    parts.count(`club ${name} ${kind}`);
    if (kind === 'doneNoAnswer') work();
    return err({ kind: kind === 'doneNoAnswer' ? 'noAnswer' : kind, service: { api: name } });
  }

  function pollAnswer(authReqId: string): Result<LoginAnswer, RemoteFault> {
    const login = logins.get(authReqId);
    if (login === undefined) return err({ kind: 'rejected', service: { api: 'login' } });
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
    members: {
      find: (msisdn) => call('members.find', () => ok(byPhone.get(msisdn) ?? null)),
      enrol: (consented) =>
        call('members.enrol', () => {
          const member = byPhone.get(consented.msisdn) ?? aMember(consented.msisdn, consented.givenName);
          byPhone.set(consented.msisdn, member);
          return ok(member);
        }),
      registerPurchase: (purchase) =>
        call('members.registerPurchase', () => {
          purchases.push(purchase);
          return ok();
        }),
    },
    login: {
      userExists: () => call('login.userExists', () => ok(true)),
      start: ({ msisdn, expirySeconds }) =>
        call('login.start', () => {
          const person = people.find((one) => one.phone === msisdn);
          if (person === undefined) return err({ kind: 'notWalletUser', service: { api: 'login' } });
          const authReqId = `login-${logins.size + 1}`;
          logins.set(authReqId, {
            person,
            answerAt: time.monotonic() + lag.between(0, 30_000),
          });
          return ok({ authReqId, until: instant(time.now() + expirySeconds * 1000), intervalMs: 5000 });
        }),
      poll: (authReqId) => call('login.poll', () => pollAnswer(authReqId)),
    },
  };
}

function aMember(phone: Msisdn, name: string | null): Member {
  return { id: `member-${phone}` as MemberId, name, since: instant(0), number: null, points: null };
}
