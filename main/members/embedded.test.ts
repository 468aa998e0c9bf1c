import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Consented, MemberId, MemberPurchase } from '../../app/domain/member.ts';
import { money } from '../../app/domain/money.ts';
import type { Msisdn } from '../../app/domain/msisdn.ts';
import { instant } from '../../app/kernel/time.ts';
import type { Ids } from '../../app/ports/Ids.ts';
import { createFailingDisk } from '../journal/testing/failingDisk.ts';
import { driversHere, openForTest, temporaryFolder, vaultForTest } from '../journal/testing/storeForTest.ts';
import { createEmbeddedMembers } from './embedded.ts';
import { memberIn } from './rows.ts';

const joinedAt = instant(Date.UTC(2026, 2, 1));
const today = instant(Date.UTC(2026, 2, 2));
const number = (text: string) => text as Msisdn;
const unknown = { ok: true, value: null };

function numberedIds(): Ids {
  let made = 0;
  return {
    unique() {
      made += 1;
      return `member-${made}`;
    },
    below: () => 0,
  };
}

function consent(change: Partial<Consented> = {}): Consented {
  return {
    sub: 'sub-1',
    msisdn: number('4791234567'),
    name: 'Førstenavn Etternavn',
    givenName: 'Førstenavn',
    email: 'somebody@example.com',
    channels: { email: true, sms: false },
    consentedAt: joinedAt,
    consentText: '2026-03',
    ...change,
  };
}

describe.each(driversHere)('the embedded registry over %s', (driver) => {
  async function aRegistry(disk = createFailingDisk(), folder = temporaryFolder()) {
    const { database } = await openForTest(folder, { driver, wrap: disk.wrap });
    const vault = vaultForTest();
    const members = createEmbeddedMembers({
      database,
      vault,
      home: '47',
      ids: numberedIds(),
      clock: { now: () => today, monotonic: () => 0, sleep: () => Promise.resolve() },
    });
    const kept = () =>
      database
        .prepare('select * from member order by id')
        .all()
        .map((row) => memberIn(row, vault));
    return { members, kept, folder, database };
  }

  const purchase = (change: Partial<MemberPurchase> = {}): MemberPurchase => ({
    saleId: 'sale-1',
    member: 'member-1' as MemberId,
    at: today,
    total: money(34900, 'NOK'),
    saved: money(9000, 'NOK'),
    paidBy: 'wallet',
    ...change,
  });

  it('finds nobody in the beginning, and a member after the enrolment', async () => {
    const { members } = await aRegistry();
    expect(await members.find(number('4791234567'))).toEqual(unknown);
    const member = { id: 'member-1', name: 'Førstenavn', since: joinedAt, number: null, points: null };
    expect(await members.enrol(consent())).toEqual({ ok: true, value: member });
    expect(await members.find(number('4791234567'))).toEqual({ ok: true, value: member });
    expect(await members.find(number('4791234568'))).toEqual(unknown);
  });

  it('keeps every consent once, with its time and text', async () => {
    const { members, kept } = await aRegistry();
    await members.enrol(consent());
    await members.enrol(consent());
    await members.enrol(consent({ consentedAt: today, consentText: '2026-04', channels: {} }));
    expect(kept().map(({ id, sub, email, consents }) => ({ id, sub, email, consents }))).toEqual([
      {
        id: 'member-1',
        sub: 'sub-1',
        email: 'somebody@example.com',
        consents: [
          { at: joinedAt, text: '2026-03', channels: { email: true, sms: false } },
          { at: today, text: '2026-04', channels: {} },
        ],
      },
    ]);
  });

  it('leaves neither number, name nor address readable on disk', async () => {
    const { members, folder } = await aRegistry();
    await members.enrol(consent());
    const bytes = Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))));
    const personal = ['91234567', 'rstenavn', 'Etternavn', 'somebody@'];
    expect(personal.filter((text) => bytes.includes(text))).toEqual([]);
    expect(bytes.includes('member-1')).toBe(true);
  });

  it('shows no name that was not passed on', async () => {
    const { members } = await aRegistry();
    const enrolled = await members.enrol(consent({ name: null, givenName: null }));
    expect(enrolled).toMatchObject({ ok: true, value: { name: null } });
  });

  it('links a number that the club knew already', async () => {
    const { members, kept } = await aRegistry();
    members.importMembers(
      Buffer.from('phone;name;number;points;since\n91234567;Annet Navn;77;120;2019-05-01'),
    );
    expect(await members.enrol(consent())).toEqual({
      ok: true,
      value: {
        id: 'member-1',
        name: 'Førstenavn',
        since: Date.UTC(2019, 4, 1),
        number: '77',
        points: 120,
      },
    });
    expect(kept().map(({ sub }) => sub)).toEqual(['sub-1']);
  });

  it('follows a member to a new number', async () => {
    const { members } = await aRegistry();
    await members.enrol(consent());
    await members.enrol(consent({ msisdn: number('4740000001') }));
    expect(await members.find(number('4791234567'))).toEqual(unknown);
    expect(await members.find(number('4740000001'))).toMatchObject({ value: { id: 'member-1' } });
  });

  it('gives a number that moved to another person to that person, with nothing of the old holder', async () => {
    const { members, kept } = await aRegistry();
    await members.enrol(consent());
    await members.registerPurchase(purchase());
    await members.enrol(consent({ sub: 'sub-2', givenName: 'Ny' }));
    expect(await members.find(number('4791234567'))).toMatchObject({ value: { id: 'member-2', name: 'Ny' } });
    expect(kept().map(({ id, sub, msisdn, visits }) => [id, sub, msisdn, visits])).toEqual([
      ['member-1', 'sub-1', null, 1],
      ['member-2', 'sub-2', '4791234567', 0],
    ]);
  });

  it('makes one member of two rows when a known person turns up with a listed number', async () => {
    const { members, kept } = await aRegistry();
    await members.enrol(consent());
    await members.registerPurchase(purchase());
    members.importMembers(Buffer.from('phone;number;points\n40000001;88;50'));
    await members.registerPurchase(purchase({ saleId: 'sale-2', member: 'member-2' as MemberId }));
    await members.enrol(consent({ msisdn: number('4740000001') }));
    // A purchase that was on its way under the old id still reaches the person.
    expect(
      await members.registerPurchase(purchase({ saleId: 'sale-3', member: 'member-2' as MemberId })),
    ).toEqual({
      ok: true,
    });
    expect(kept()).toMatchObject([
      { id: 'member-1', msisdn: '4740000001', number: '88', points: 50, visits: 3, totalMinor: 104700 },
    ]);
  });

  it('counts a purchase once, however often it is told', async () => {
    const { members, kept } = await aRegistry();
    await members.enrol(consent());
    for (let i = 0; i < 3; i += 1) expect((await members.registerPurchase(purchase())).ok).toBe(true);
    await members.registerPurchase(purchase({ saleId: 'sale-2' }));
    expect(kept()).toMatchObject([{ visits: 2, totalMinor: 69800, savedMinor: 18000 }]);
  });

  it('says so when a purchase is of nobody', async () => {
    const { members } = await aRegistry();
    expect(await members.registerPurchase(purchase())).toEqual({
      ok: false,
      fault: { kind: 'notFound', service: { api: 'registry' } },
    });
  });

  it('changes nothing when the disk fails, wherever it fails', async () => {
    const disk = createFailingDisk();
    const { members, kept } = await aRegistry(disk);
    await members.enrol(consent());
    const before = kept();
    for (let place = 0; place < 3; place += 1) {
      disk.fail('full', place);
      expect(await members.registerPurchase(purchase())).toEqual({ ok: false, fault: { kind: 'diskFull' } });
      disk.fail(null);
      expect(kept()).toEqual(before);
    }
    disk.fail('busy');
    expect(await members.enrol(consent({ sub: 'sub-2' }))).toEqual({
      ok: false,
      fault: { kind: 'storeLocked' },
    });
    disk.fail(null);
    expect(kept()).toEqual(before);
  });
});

describe('an import of members', () => {
  async function imported(...files: readonly string[]) {
    const { database } = await openForTest(temporaryFolder());
    const members = createEmbeddedMembers({
      database,
      vault: vaultForTest(),
      home: '47',
      ids: numberedIds(),
      clock: { now: () => today, monotonic: () => 0, sleep: () => Promise.resolve() },
    });
    return { members, reports: files.map((file) => members.importMembers(Buffer.from(file, 'latin1'))) };
  }

  it('takes the good lines and names the others by line, without the number', async () => {
    const { members, reports } = await imported(
      [
        'Telefon;Navn;Medlemsnummer;Poeng;Medlem siden;Vis navn',
        '+47 912 34 567;Ærlig Øyvindsen;1001;250;1.3.2020;ja',
        '40000001;Skjult Navn;;;;nei',
        'ring meg;;;;;',
        '004791234567;;;;;',
        '40000002;;;mange;;',
        '40000003;;;;31.2.2020;',
        '40000004;;;;;kanskje',
        '40000005;;;;;',
      ].join('\r\n'),
    );
    expect(reports).toEqual([
      {
        ok: true,
        value: {
          imported: 3,
          problems: [
            { line: 4, why: 'phoneUnreadable' },
            { line: 5, why: 'phoneTwice' },
            { line: 6, why: 'pointsUnreadable' },
            { line: 7, why: 'sinceUnreadable' },
            { line: 8, why: 'showNameUnreadable' },
          ],
        },
      },
    ]);
    expect(await members.find(number('4791234567'))).toMatchObject({
      value: { name: 'Ærlig', number: '1001', points: 250, since: Date.UTC(2020, 2, 1) },
    });
    expect(await members.find(number('4740000001'))).toMatchObject({ value: { name: null, since: today } });
  });

  it('updates by number and doubles nobody', async () => {
    const { members, reports } = await imported(
      'phone;number;points\n91234567;1;10\n40000001;2;20',
      'phone;points\n91234567;15',
    );
    expect(reports.map((report) => report.ok && report.value.imported)).toEqual([2, 1]);
    expect(members.count()).toEqual({ ok: true, value: 2 });
    expect(await members.find(number('4791234567'))).toMatchObject({ value: { number: '1', points: 15 } });
  });

  it('says what a file lacks', async () => {
    const { reports } = await imported('', 'name;points\nA;1');
    expect(reports).toMatchObject([
      { value: { imported: 0, problems: [{ line: 1, why: 'fileEmpty' }] } },
      { value: { imported: 0, problems: [{ line: 1, why: 'columnMissing' }] } },
    ]);
  });
});
