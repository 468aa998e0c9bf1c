/** One member as a row: what is stored, and how it is sealed and opened. */

import { z } from 'zod';
import type { Consented, Member, MemberId } from '../../app/domain/member.ts';
import { type Instant, instant } from '../../app/kernel/time.ts';
import { StoreDamaged } from '../journal/faults.ts';
import { jsonIn, textIn, textOrNullIn, wholeIn, wholeOrNullIn } from '../journal/rows.ts';
import type { Row, SqlValue } from '../journal/sqlite.ts';
import type { Vault } from '../journal/vault.ts';

const consentSchema = z.strictObject({
  at: z.int(),
  /** The text that was agreed to, or its version. */
  text: z.string(),
  channels: z.record(z.string(), z.boolean()),
});

export type Consent = z.infer<typeof consentSchema>;

/** A member with everything the registry keeps; `Member` is what the till sees of it. */
export interface KeptMember {
  readonly id: MemberId;
  /** `null` once the number went to another person. */
  readonly msisdn: string | null;
  readonly sub: string | null;
  readonly name: string | null;
  readonly givenName: string | null;
  readonly email: string | null;
  /** Whether the member agreed that the first name is shown at the till. */
  readonly nameShown: boolean;
  readonly since: Instant;
  readonly number: string | null;
  readonly points: number | null;
  readonly visits: number;
  readonly totalMinor: number;
  readonly savedMinor: number;
  readonly consents: readonly Consent[];
}

export const memberColumns =
  'id, msisdn_hash, msisdn_sealed, sub, name_sealed, given_name_sealed, email_sealed, name_shown, since, number, points, visits, total_minor, saved_minor, consents';

/** The values of `memberColumns`, in their order. */
export function memberValues(member: KeptMember, vault: Vault): SqlValue[] {
  const seal = (text: string | null) => (text === null ? null : vault.seal(text));
  return [
    member.id,
    member.msisdn === null ? null : vault.hash(member.msisdn),
    seal(member.msisdn),
    member.sub,
    seal(member.name),
    seal(member.givenName),
    seal(member.email),
    member.nameShown ? 1 : 0,
    member.since,
    member.number,
    member.points,
    member.visits,
    member.totalMinor,
    member.savedMinor,
    JSON.stringify(member.consents),
  ];
}

export function memberIn(row: Row, vault: Vault): KeptMember {
  const unsealed = (column: string) => {
    const sealed = textOrNullIn(row, column);
    return sealed === null ? null : vault.open(sealed);
  };
  const consents = z.array(consentSchema).safeParse(jsonIn(row, 'consents'));
  if (!consents.success) throw new StoreDamaged('consents have an unknown shape');
  return {
    id: textIn(row, 'id') as MemberId,
    msisdn: unsealed('msisdn_sealed'),
    sub: textOrNullIn(row, 'sub'),
    name: unsealed('name_sealed'),
    givenName: unsealed('given_name_sealed'),
    email: unsealed('email_sealed'),
    nameShown: wholeIn(row, 'name_shown') === 1,
    since: instant(wholeIn(row, 'since')),
    number: textOrNullIn(row, 'number'),
    points: wholeOrNullIn(row, 'points'),
    visits: wholeIn(row, 'visits'),
    totalMinor: wholeIn(row, 'total_minor'),
    savedMinor: wholeIn(row, 'saved_minor'),
    consents: consents.data,
  };
}

/** What the till may know: the first name only, and only where it may be shown. */
export function seenAtTill(member: KeptMember): Member {
  const first = member.givenName ?? member.name?.trim().split(/\s+/)[0] ?? null;
  return {
    id: member.id,
    name: member.nameShown && first !== null && first !== '' ? first : null,
    since: member.since,
    number: member.number,
    points: member.points,
  };
}

/** A member who just joined. */
export function joined(id: MemberId, consented: Consented): KeptMember {
  return withConsent(
    {
      id,
      msisdn: null,
      sub: null,
      name: null,
      givenName: null,
      email: null,
      nameShown: true,
      since: consented.consentedAt,
      number: null,
      points: null,
      visits: 0,
      totalMinor: 0,
      savedMinor: 0,
      consents: [],
    },
    consented,
  );
}

/** The newest consented data; what the wallet did not pass on this time stays as it was. Each consent is kept once. */
export function withConsent(member: KeptMember, consented: Consented): KeptMember {
  const { sub, msisdn, consentedAt, consentText, channels } = consented;
  const known = member.consents.some((one) => one.at === consentedAt && one.text === consentText);
  const consent = { at: consentedAt, text: consentText, channels: { ...channels } };
  return {
    ...member,
    sub,
    msisdn,
    name: consented.name ?? member.name,
    givenName: consented.givenName ?? member.givenName,
    email: consented.email ?? member.email,
    nameShown: true,
    consents: known ? member.consents : [...member.consents, consent],
  };
}

/** Two rows that turned out to be one person: `kept` stays, and has what either had. */
export function merged(kept: KeptMember, other: KeptMember): KeptMember {
  const points =
    kept.points === null && other.points === null ? null : (kept.points ?? 0) + (other.points ?? 0);
  return {
    ...kept,
    name: kept.name ?? other.name,
    givenName: kept.givenName ?? other.givenName,
    email: kept.email ?? other.email,
    since: instant(Math.min(kept.since, other.since)),
    number: kept.number ?? other.number,
    points,
    visits: kept.visits + other.visits,
    totalMinor: kept.totalMinor + other.totalMinor,
    savedMinor: kept.savedMinor + other.savedMinor,
    consents: [...other.consents, ...kept.consents],
  };
}
