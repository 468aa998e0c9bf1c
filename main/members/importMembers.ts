/**
 * A club's members from a CSV file: `phone;name;number;points;since;showName`, Norwegian or English names. Only the
 * number is needed. A name is shown at the till only where the file says that the member agreed to it.
 */

import { type CallingCode, type Msisdn, readMsisdn } from '../../app/domain/msisdn.ts';
import { type Instant, readInstant } from '../../app/kernel/time.ts';
import { type CsvRow, columnsOf, decodeText, readCsv } from '../csv.ts';

export type MemberProblem =
  | 'fileEmpty'
  | 'columnMissing'
  | 'quoteOpen'
  | 'phoneUnreadable'
  | 'phoneTwice'
  | 'pointsUnreadable'
  | 'sinceUnreadable'
  | 'showNameUnreadable';

/** As the file has it; `null` where the cell is empty or the column missing. */
export interface ListedMember {
  readonly msisdn: Msisdn;
  readonly name: string | null;
  readonly nameShown: boolean | null;
  readonly number: string | null;
  readonly points: number | null;
  readonly since: Instant | null;
}

export interface MembersRead {
  readonly members: readonly ListedMember[];
  /** By line as an editor counts; never with the number itself, for a report may be passed on. */
  readonly problems: readonly { readonly line: number; readonly why: MemberProblem }[];
}

const names = {
  phone: ['phone', 'mobile', 'msisdn', 'telefon', 'mobil', 'mobilnummer', 'telefonnummer', 'tlf'],
  name: ['name', 'navn', 'fullt navn'],
  number: ['number', 'member number', 'medlemsnummer', 'medlemsnr', 'kundenummer'],
  points: ['points', 'poeng', 'bonuspoeng'],
  since: ['since', 'member since', 'medlem siden', 'innmeldt'],
  showName: ['showname', 'vis navn', 'navnesamtykke'],
} as const;

type Field = keyof typeof names;

/** `home`: the calling code of numbers without one. */
export function readMembers(file: Uint8Array, home: CallingCode): MembersRead {
  const table = readCsv(decodeText(file));
  if (table === null) return { members: [], problems: [{ line: 1, why: 'fileEmpty' }] };
  const columns = columnsOf<Field>(table.header, names);
  if (!columns.has('phone')) {
    return { members: [], problems: [{ line: table.header.line, why: 'columnMissing' }] };
  }
  const members = new Map<Msisdn, ListedMember>();
  const problems: { line: number; why: MemberProblem }[] = [];
  for (const row of table.rows) {
    const read = readRow(row, columns, home);
    if (typeof read === 'string') problems.push({ line: row.line, why: read });
    else if (members.has(read.msisdn)) problems.push({ line: row.line, why: 'phoneTwice' });
    else members.set(read.msisdn, read);
  }
  if (table.openQuote !== null) problems.push({ line: table.openQuote, why: 'quoteOpen' });
  return { members: [...members.values()], problems };
}

function readRow(
  row: CsvRow,
  columns: ReadonlyMap<Field, number>,
  home: CallingCode,
): ListedMember | MemberProblem {
  const cell = (field: Field) => row.cells[columns.get(field) ?? -1]?.trim() || null;
  const msisdn = readMsisdn(cell('phone') ?? '', home);
  if (msisdn === null) return 'phoneUnreadable';
  const points = cell('points');
  if (points !== null && !/^\d{1,9}$/.test(points)) return 'pointsUnreadable';
  const since = cell('since');
  const sinceAt = since === null ? null : readDay(since);
  if (since !== null && sinceAt === null) return 'sinceUnreadable';
  const showName = cell('showName');
  const nameShown = showName === null ? null : readYesNo(showName);
  if (showName !== null && nameShown === null) return 'showNameUnreadable';
  return {
    msisdn,
    name: cell('name'),
    nameShown,
    number: cell('number'),
    points: points === null ? null : Number(points),
    since: sinceAt,
  };
}

/** `2024-03-01` or `1.3.2024`, the start of that day in UTC. */
function readDay(text: string): Instant | null {
  const nordic = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [, day = '', month = '', year = ''] = nordic ?? [];
  const iso = nordic ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return null;
  const at = readInstant(`${iso}T00:00:00Z`);
  // The 31st of a short month would be read as a day of the next.
  return at !== null && new Date(at).toISOString().startsWith(iso) ? at : null;
}

function readYesNo(text: string): boolean | null {
  if (/^(ja|j|yes|y|1|x|true|sann)$/i.test(text)) return true;
  return /^(nei|n|no|0|false|usann)$/i.test(text) ? false : null;
}
