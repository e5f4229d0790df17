-- The real-name roster: what the national form asks about a member beyond identity and membership, and the files that
-- rosters come as.

-- The latest word on each member; no figure counts it, so it keeps no history.
create table membership.particulars (
  bk platform.bucket not null,
  person_id uuid not null,
  employment text not null check (employment in (
    'delivery-rider', 'courier', 'truck-driver', 'ride-hailing-driver', 'other-platform', 'domestic-worker',
    'care-worker', 'security-guard', 'shop-assistant', 'estate-agent', 'employed')),
  ethnicity text check (length(ethnicity) between 2 and 20),
  education text check (education in (
    'doctor', 'master', 'bachelor', 'college', 'vocational', 'senior', 'junior', 'primary')),
  skill text check (skill in ('none', '5', '4', '3', '2', '1')),
  household text check (household in ('rural', 'urban')),
  recorded_at timestamptz not null default now(),
  primary key (bk, person_id),
  foreign key (bk, person_id) references people.person
);

-- checking: its rows are read and judged, one by one. comparing: with one another and with who is known. preview: a
-- person looks. writing: good rows become members, chunk by chunk. The row numbers say how far; they are committed
-- with the rows themselves, so that whoever goes on after a crash neither loses nor repeats one.
create table membership.roster_import (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  file_id uuid not null,
  file_name text not null check (length(file_name) between 1 and 200),
  file_format text not null check (file_format in ('xlsx', 'csv')),
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  default_day date not null,
  default_employment text not null,
  state text not null default 'checking' check (state in (
    'checking', 'comparing', 'preview', 'writing', 'done', 'stopped', 'cancelled', 'failed')),
  is_paused boolean not null default false,
  -- What the file says it holds, for telling how far; null where it does not say.
  rows_expected integer,
  rows_checked integer not null default 0,
  checked_through integer not null default 0,
  written_through integer not null default 0,
  rows_written integer not null default 0,
  -- Known members whose particulars or phone were brought up to date.
  rows_updated integer not null default 0,
  -- Rows a verdict: `{"new": 59631, "refused": 12, …}`, and what was wrong, by code.
  tally jsonb not null default '{}',
  faults jsonb not null default '{}',
  columns jsonb,
  header_row integer,
  -- Why it failed, in both languages.
  failure jsonb,
  with_changes boolean not null default false,
  -- The rows and the file are gone; what they came to stays.
  purged_at timestamptz,
  made_by text not null,
  made_by_bk platform.bucket,
  made_by_id uuid,
  created_at timestamptz not null default now(),
  checked_at timestamptz,
  ordered_at timestamptz,
  ended_at timestamptz,
  constraint roster_import_maker check ((made_by_bk is null) = (made_by_id is null)),
  constraint roster_import_failed check ((state = 'failed') = (failure is not null))
);
create index roster_import_organisation on membership.roster_import (organisation_id, created_at desc);
create index roster_import_open on membership.roster_import (created_at)
  where state in ('checking', 'comparing', 'writing');

-- One row of a file. A number stands here sealed and indexed, as it will stand in the register; of a row that is
-- refused only masks are kept, since the file itself has the rest. All of it goes when the import is purged.
create table membership.roster_row (
  import_id uuid not null references membership.roster_import,
  row integer not null,
  -- new: a person nobody knew. joins: known, and no member now. changes, present: a member here already, with
  -- something new or nothing. elsewhere: a member of another union. twice: said before in this file. refused.
  verdict text not null check (verdict in (
    'new', 'joins', 'changes', 'present', 'elsewhere', 'twice', 'refused')),
  bk smallint,
  person_id uuid,
  membership_id uuid,
  organisation_id uuid,
  from_day date,
  new_form boolean,
  document_kind text,
  blind_index bytea,
  document_sealed bytea,
  name text,
  phone_sealed bytea,
  phone_index bytea,
  employment text,
  ethnicity text,
  education text,
  skill text,
  household text,
  -- The row that stands for somebody who is known already.
  known_bk smallint,
  known_id uuid,
  -- Of a member of another union: whether a transfer was asked for.
  transfer_asked boolean not null default false,
  shown_name text,
  shown_document text,
  problems jsonb,
  primary key (import_id, row),
  constraint roster_row_whole check (verdict = 'refused' or (
    bk is not null and person_id is not null and membership_id is not null and organisation_id is not null
    and from_day is not null and new_form is not null and document_kind is not null and blind_index is not null
    and document_sealed is not null and name is not null))
);
create index roster_row_seen on membership.roster_row (import_id, verdict, row)
  where verdict <> 'new' or problems is not null;

grant select, insert, update on membership.particulars, membership.roster_import to zhenyi_app;
grant delete on membership.particulars to zhenyi_app;
grant select, insert, update, delete on membership.roster_row to zhenyi_app;
