/**
 * The schema of `till.sqlite`, step by step; the file's `user_version` says how many steps it has. A step is never
 * changed once released: what comes later is a new step at the end.
 */

const journal = `
create table sale (
  number integer primary key,
  sale_id text not null unique,
  unfinished integer not null check (unfinished in (0, 1))
) strict;
create index sale_unfinished on sale (number) where unfinished = 1;

create table entry (
  seq integer primary key,
  sale_id text not null references sale (sale_id),
  at integer not null,
  kind text not null,
  version integer not null,
  body text not null
) strict;
create index entry_sale on entry (sale_id, seq);

create trigger entry_is_never_changed before update on entry
begin select raise(abort, 'the journal is append-only'); end;
create trigger entry_is_never_deleted before delete on entry
begin select raise(abort, 'the journal is append-only'); end;
create trigger sale_is_never_deleted before delete on sale
begin select raise(abort, 'the journal is append-only'); end;
create trigger sale_keeps_its_number before update of number, sale_id on sale
begin select raise(abort, 'the journal is append-only'); end;
`;

/** Numbers and names are sealed; the keyed hash is for look-up only. A member whose number went to another person has none. */
const members = `
create table member (
  id text primary key,
  msisdn_hash text unique,
  msisdn_sealed text,
  sub text unique,
  name_sealed text,
  given_name_sealed text,
  email_sealed text,
  name_shown integer not null check (name_shown in (0, 1)),
  since integer not null,
  number text,
  points integer,
  visits integer not null default 0,
  total_minor integer not null default 0,
  saved_minor integer not null default 0,
  consents text not null default '[]'
) strict;

create table member_alias (
  old_id text primary key,
  member_id text not null references member (id)
) strict;

create table member_purchase (
  sale_id text primary key,
  member_id text not null references member (id),
  at integer not null,
  currency text not null,
  total_minor integer not null,
  saved_minor integer not null,
  paid_by text not null
) strict;
create index member_purchase_member on member_purchase (member_id);
create index member_alias_member on member_alias (member_id);
`;

/** `place` is the place in alphabetical order, so that a search that takes the first matches takes the right ones. */
const catalogue = `
create table product (
  place integer primary key,
  sku text not null unique,
  sku_key text not null,
  name text not null,
  name_key text not null,
  currency text not null,
  price integer not null,
  member_price integer,
  vat_rate integer not null,
  barcodes text not null
) strict;
create index product_sku_key on product (sku_key);
create index product_name_key on product (name_key);

create table barcode (
  gtin text primary key,
  shown text not null,
  place integer not null references product (place)
) strict, without rowid;
create index barcode_shown on barcode (shown);
create index barcode_place on barcode (place);

create virtual table product_word using fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3 4');
`;

/**
 * What can be made anew from the entries at any time (`readModels.ts`), and the closings of days, which cannot. A row in
 * `read_model` says that the tables were filled once. Entries have a check sum from here on (`chain.ts`).
 */
const readModels = `
alter table entry add column sum text;

create table vault_check (sealed text not null) strict;

create table read_model (filled integer primary key check (filled = 1)) strict;
insert into read_model (filled) select 1 where not exists (select 1 from sale);

create table history (
  sale_id text primary key,
  number text not null,
  at integer not null,
  state text not null,
  payment text,
  via text,
  reference text,
  paid_elsewhere text,
  currency text not null,
  total integer not null,
  captured integer not null,
  refunded integer not null,
  unresolved integer not null check (unresolved in (0, 1)),
  late_approval integer not null check (late_approval in (0, 1)),
  msisdn_hash text,
  msisdn_sealed text,
  name_sealed text
) strict, without rowid;
create index history_at on history (at);
create index history_number on history (number, at);
create index history_msisdn on history (msisdn_hash, at);
create index history_total on history (total);
create index history_captured on history (captured);
create index history_refunded on history (refunded);
create index history_unresolved on history (at) where unresolved = 1;
create index history_with_refund on history (at) where refunded > 0;

create table movement (
  sale_id text not null,
  place integer not null,
  reference text not null,
  kind text not null,
  at integer not null,
  currency text not null,
  amount integer not null,
  member integer not null check (member in (0, 1)),
  reason text,
  primary key (sale_id, place)
) strict, without rowid;
create index movement_at on movement (at);

create table payment_reference (
  reference text primary key,
  sale_id text not null
) strict, without rowid;

create table day_closing (
  date text primary key,
  at integer not null,
  currency text not null,
  captured integer not null,
  refunded integer not null,
  agreed integer not null check (agreed in (0, 1))
) strict, without rowid;
create trigger day_closing_is_never_changed before update on day_closing
begin select raise(abort, 'the journal is append-only'); end;
create trigger day_closing_is_never_deleted before delete on day_closing
begin select raise(abort, 'the journal is append-only'); end;
`;

export const migrations: readonly string[] = [journal, members, catalogue, readModels];

/** What the journal alone needs: for a simulation that makes thousands of them and sells from a list of its own. */
export const journalSteps: readonly string[] = [journal, readModels];
