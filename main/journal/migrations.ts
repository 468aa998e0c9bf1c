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

export const migrations: readonly string[] = [journal, members, catalogue];
