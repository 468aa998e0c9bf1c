/**
 * The club's registry inside the till: SQLite, numbers as keyed hash for look-up and sealed for display (row D9).
 * A person is known by the wallet's `sub` first and by the number second, because numbers move between people.
 */

import type { Consented, MemberId, MemberPurchase } from '../../app/domain/member.ts';
import type { CallingCode } from '../../app/domain/msisdn.ts';
import type { JournalFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Ids } from '../../app/ports/Ids.ts';
import type { Members } from '../../app/ports/Members.ts';
import { guarded } from '../journal/faults.ts';
import type { Database } from '../journal/open.ts';
import { only, textIn, wholeIn } from '../journal/rows.ts';
import type { SqlValue } from '../journal/sqlite.ts';
import type { Vault } from '../journal/vault.ts';
import { type ListedMember, type MembersRead, readMembers } from './importMembers.ts';
import {
  joined,
  type KeptMember,
  memberColumns,
  memberIn,
  memberValues,
  merged,
  seenAtTill,
  withConsent,
} from './rows.ts';

export interface EmbeddedMembers extends Members {
  /**
   * Members from a CSV file, all good lines or, when the store fails, none. A number that is known already gets the
   * file's details; nobody is doubled and nobody is removed.
   */
  importMembers(file: Uint8Array): Result<MembersImport, JournalFault>;
  count(): Result<number, JournalFault>;
}

export interface MembersImport {
  readonly imported: number;
  readonly problems: MembersRead['problems'];
}

export interface EmbeddedMembersOptions {
  readonly database: Database;
  readonly vault: Vault;
  readonly ids: Ids;
  readonly clock: Clock;
  /** For numbers that an imported file gives without a calling code. */
  readonly home: CallingCode;
}

export function createEmbeddedMembers(options: EmbeddedMembersOptions): EmbeddedMembers {
  const { database, vault, ids, clock, home } = options;
  const columnNames = memberColumns.split(', ');
  const marks = columnNames.map(() => '?').join(', ');
  const updates = columnNames.map((name) => `${name} = excluded.${name}`).join(', ');
  const put = database.prepare(
    `insert into member (${memberColumns}) values (${marks}) on conflict (id) do update set ${updates}`,
  );
  const byNumber = database.prepare(`select ${memberColumns} from member where msisdn_hash = ?`);
  const bySub = database.prepare(`select ${memberColumns} from member where sub = ?`);
  const byId = database.prepare(`select ${memberColumns} from member where id = ?`);
  const aliasOf = database.prepare('select member_id from member_alias where old_id = ?');
  const putPurchase = database.prepare(
    `insert into member_purchase (sale_id, member_id, at, currency, total_minor, saved_minor, paid_by)
     values (?, ?, ?, ?, ?, ?, ?) on conflict (sale_id) do nothing`,
  );
  const counted = database.prepare('select count(*) as members from member');

  const one = (statement: typeof byId, key: SqlValue) => {
    const row = statement.get(key);
    return row === undefined ? null : memberIn(row, vault);
  };
  const withNumber = (msisdn: string) => one(byNumber, vault.hash(msisdn));
  const save = (member: KeptMember) => {
    put.run(...memberValues(member, vault));
    return member;
  };
  const newId = () => ids.unique() as MemberId;

  function enrol(consented: Consented): KeptMember {
    const known = one(bySub, consented.sub);
    const holder = withNumber(consented.msisdn);
    if (holder === null || holder.id === known?.id) {
      return save(known === null ? joined(newId(), consented) : withConsent(known, consented));
    }
    if (holder.sub !== null) {
      // The wallet vouches for the number, so it has moved to another person; the old holder keeps the rest.
      save({ ...holder, msisdn: null });
      return save(known === null ? joined(newId(), consented) : withConsent(known, consented));
    }
    if (known === null) return save(withConsent(holder, consented));
    return save(withConsent(takeOver(known, holder), consented));
  }

  /** `other` was listed by number only and is the same person: its purchases and ids lead to `kept` from now on. */
  function takeOver(kept: KeptMember, other: KeptMember): KeptMember {
    database.prepare('update member_purchase set member_id = ? where member_id = ?').run(kept.id, other.id);
    database.prepare('update member_alias set member_id = ? where member_id = ?').run(kept.id, other.id);
    database.prepare('insert into member_alias (old_id, member_id) values (?, ?)').run(other.id, kept.id);
    database.prepare('delete from member where id = ?').run(other.id);
    return merged(kept, other);
  }

  function registerPurchase(purchase: MemberPurchase): boolean {
    const alias = aliasOf.get(purchase.member);
    const member = one(byId, alias === undefined ? purchase.member : textIn(alias, 'member_id'));
    if (member === null) return false;
    const { saleId, at, total, saved, paidBy } = purchase;
    const added = putPurchase.run(saleId, member.id, at, total.currency, total.minor, saved.minor, paidBy);
    if (added === 0) return true;
    save({
      ...member,
      visits: member.visits + 1,
      totalMinor: member.totalMinor + total.minor,
      savedMinor: member.savedMinor + saved.minor,
    });
    return true;
  }

  function list(listed: ListedMember): void {
    const { msisdn, name, nameShown, number, points, since } = listed;
    const known = withNumber(msisdn);
    if (known !== null) {
      save({
        ...known,
        name: name ?? known.name,
        nameShown: nameShown ?? known.nameShown,
        number: number ?? known.number,
        points: points ?? known.points,
        since: since ?? known.since,
      });
      return;
    }
    save({
      id: newId(),
      msisdn,
      sub: null,
      name,
      givenName: null,
      email: null,
      nameShown: nameShown ?? false,
      since: since ?? clock.now(),
      number,
      points,
      visits: 0,
      totalMinor: 0,
      savedMinor: 0,
      consents: [],
    });
  }

  return {
    async find(msisdn) {
      return guarded(() => {
        const member = withNumber(msisdn);
        return member === null ? null : seenAtTill(member);
      });
    },
    async enrol(consented) {
      return guarded(() => database.transaction(() => seenAtTill(enrol(consented))));
    },
    async registerPurchase(purchase) {
      const done = guarded(() => database.transaction(() => registerPurchase(purchase)));
      if (!done.ok) return done;
      return done.value ? ok() : err({ kind: 'notFound', service: { api: 'registry' } });
    },
    importMembers(file) {
      const { members, problems } = readMembers(file, home);
      const done = guarded(() =>
        database.transaction(() => {
          for (const member of members) list(member);
        }),
      );
      return done.ok ? ok({ imported: members.length, problems }) : done;
    },
    count: () => guarded(() => wholeIn(only(counted.get()), 'members')),
  };
}
