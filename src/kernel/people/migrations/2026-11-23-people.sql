-- Identity once: a row is made when a document is known. Keys are led by the bucket (decision record 0003), which
-- comes from the blind index of the document, so that `unique (bk, blind_index)` is unique everywhere.
create schema people;
grant usage on schema people to zhenyi_app;

create table people.person (
  bk platform.bucket not null,
  id uuid not null,
  document_kind text not null check (document_kind in (
    'resident-id', 'passport', 'hk-macao-permit', 'taiwan-permit')),
  -- HMAC of kind and number, under a key that is never rotated. After an erasure a random value stands here.
  blind_index bytea not null check (octet_length(blind_index) = 32),
  -- The number, encrypted; null once the person is erased. No part of it is kept in clear, not even its end.
  document_sealed bytea,
  name text not null check (length(name) between 1 and 40),
  phone_sealed bytea,
  -- For looking a person up by an exact phone number; several persons may share one.
  phone_index bytea check (octet_length(phone_index) = 32),
  -- The organisation that keeps this person's record, and whose officers may see it: kept by memberships.
  home_organisation_id uuid references organisations.organisation,
  version integer not null default 1,
  erased_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (bk, id),
  constraint person_blind_index_key unique (bk, blind_index),
  constraint person_phone_whole check ((phone_sealed is null) = (phone_index is null)),
  constraint person_erased check ((erased_at is null) = (document_sealed is not null))
);
create index person_name on people.person (name text_pattern_ops);
create index person_phone on people.person (phone_index) where phone_index is not null;
create index person_home on people.person (home_organisation_id);

-- A number that was corrected, or two rows that turned out to be one person: the old row points to the one that
-- survives, and no row moves. One link a row, so that following links ends.
create table people.person_link (
  bk platform.bucket not null,
  person_id uuid not null,
  survivor_bk platform.bucket not null,
  survivor_id uuid not null,
  why text not null check (why in ('number-corrected', 'same-person')),
  reason text not null check (length(reason) between 4 and 400),
  made_by text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (bk, person_id),
  foreign key (bk, person_id) references people.person,
  constraint person_link_not_itself check ((bk, person_id) <> (survivor_bk, survivor_id))
);
create index person_link_survivor on people.person_link (survivor_bk, survivor_id);

-- The words that people agreed to, kept as they stood; a changed wording is a new version.
create table people.consent_wording (
  purpose text not null check (purpose ~ '^[a-z][a-z0-9-]{1,60}$'),
  version integer not null check (version > 0),
  zh text not null,
  en text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (purpose, version)
);

-- Given and withdrawn, one dated row each; the latest row is the state (PIPL articles 14 and 15).
create table people.consent (
  bk platform.bucket not null,
  person_id uuid not null,
  id uuid not null,
  purpose text not null,
  wording_version integer not null,
  given boolean not null,
  origin text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (bk, person_id, purpose, id),
  foreign key (bk, person_id) references people.person,
  foreign key (purpose, wording_version) references people.consent_wording
);

-- A person's wish to have something corrected or deleted (PIPL articles 46 and 47). The wish itself is encrypted.
create table people.request (
  bk platform.bucket not null,
  person_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('correction', 'deletion')),
  field text check (field in ('name', 'document', 'phone', 'other')),
  wish_sealed bytea,
  explanation text not null check (length(explanation) between 4 and 400),
  state text not null default 'open' check (state in ('open', 'granted', 'refused')),
  due_on date not null,
  made_at timestamptz not null default clock_timestamp(),
  decided_at timestamptz,
  decided_by text,
  decided_by_bk platform.bucket,
  decided_by_id uuid,
  answer text check (length(answer) between 4 and 400),
  primary key (bk, person_id, id),
  foreign key (bk, person_id) references people.person,
  constraint request_field check ((kind = 'correction') = (field is not null)),
  constraint request_decided check ((state = 'open') = (decided_at is null and answer is null)),
  constraint request_not_by_oneself check ((decided_by_bk, decided_by_id) is distinct from (bk, person_id))
);
create index request_open on people.request (due_on) where state = 'open';
-- One open wish to be deleted is enough.
create unique index request_one_deletion on people.request (bk, person_id)
  where kind = 'deletion' and state = 'open';

grant select, insert, update on people.person to zhenyi_app;
grant select, insert on people.person_link, people.consent_wording, people.consent to zhenyi_app;
grant select, insert, update on people.request to zhenyi_app;
