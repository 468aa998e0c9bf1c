/** The club's registry of a store: Kari is a member. It can be away, or carry out and lose its answer. */

import type { Member, MemberId, MemberPurchase } from '../../../app/domain/member.ts';
import type { Msisdn } from '../../../app/domain/msisdn.ts';
import type { RemoteFault } from '../../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../../app/kernel/result.ts';
import { instant } from '../../../app/kernel/time.ts';
import type { Clock } from '../../../app/ports/Clock.ts';
import type { Members } from '../../../app/ports/Members.ts';

export interface FieldClub {
  readonly members: Members;
  /** Every purchase that reached the registry, repeats included. */
  readonly purchases: readonly MemberPurchase[];
  set(condition: 'up' | 'down' | 'deaf'): void;
}

export function fieldClub(member: Msisdn, time: Clock): FieldClub {
  const purchases: MemberPurchase[] = [];
  const known = new Map<Msisdn, Member>([[member, aMember(member, 'Kari')]]);
  let condition: 'up' | 'down' | 'deaf' = 'up';

  async function call<T>(work: () => T): Promise<Result<T, RemoteFault>> {
    await time.sleep(20);
    if (condition === 'down') return err({ kind: 'noConnection', service: { api: 'registry' } });
    const value = work();
    return condition === 'deaf' ? err({ kind: 'noAnswer', service: { api: 'registry' } }) : ok(value);
  }

  return {
    purchases,
    set(next) {
      condition = next;
    },
    members: {
      find: (msisdn) => call(() => known.get(msisdn) ?? null),
      enrol: ({ msisdn, givenName }) =>
        call(() => {
          const made = known.get(msisdn) ?? aMember(msisdn, givenName);
          known.set(msisdn, made);
          return made;
        }),
      registerPurchase: (purchase) => call(() => void purchases.push(purchase)),
    },
  };
}

function aMember(phone: Msisdn, name: string | null): Member {
  return { id: `member-${phone}` as MemberId, name, since: instant(0), number: null, points: null };
}
