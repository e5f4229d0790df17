-- How people join, move, stay and leave, and the card that they carry. Where a case stands is kernel `review`'s;
-- `state` here is what its last action led to, written in the same transaction, so that lists can filter by it.

-- A code on a unit's poster. It opens a form and nothing else; a worn or copied poster gets a new one.
create table membership.join_code (
  code text not null check (code ~ '^[A-Z0-9]{10}$'),
  organisation_id uuid not null references organisations.organisation,
  issued_at timestamptz not null,
  issued_by text not null,
  ended_at timestamptz,
  primary key (code)
);
create unique index join_code_one on membership.join_code (organisation_id) where ended_at is null;

-- Somebody's wish to join. Nobody is a person of the register because they typed a number: name and document stay
-- sealed here until a union has compared them with their holder, and are taken away when the wish ends.
create table membership.application (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  account_id uuid not null,
  -- Known where the applicant's document was proved before; otherwise once they are admitted.
  person_bk platform.bucket,
  person_id uuid,
  document_kind text check (document_kind in ('resident-id', 'passport', 'hk-macao-permit', 'taiwan-permit')),
  name_sealed bytea,
  document_sealed bytea,
  -- Tells that two open applications hold the same document; equal to no index of the register of persons.
  document_index bytea,
  employment text not null check (employment ~ '^[a-z-]{3,30}$'),
  source text not null check (source in ('poster', 'search')),
  -- Purposes that the applicant ticked, each by itself; written into their consents when they are admitted.
  consents text[] not null default '{}',
  state text not null,
  applied_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  -- How the officer who decided made sure of who it is.
  identity_check text check (identity_check in ('card-seen', 'known-to-us')),
  forgotten_at timestamptz,
  check ((person_bk is null) = (person_id is null)),
  check ((document_sealed is null) = (name_sealed is null)),
  constraint application_identity check (
    person_id is not null or document_sealed is not null or forgotten_at is not null)
);
create index application_organisation on membership.application (organisation_id, state);
create index application_account on membership.application (account_id);
create index application_document on membership.application (document_index) where document_index is not null;
-- One wish at a time: a second union is a second wish.
create unique index application_one_open on membership.application (account_id)
  where state in ('checking', 'returned', 'second-look');

-- A membership on its way from one union to another. It moves in one transaction, once both have said yes.
create table membership.transfer (
  id uuid primary key,
  person_bk platform.bucket not null,
  person_id uuid not null,
  from_organisation_id uuid not null references organisations.organisation,
  -- Either a union of this city, or a federation of another one.
  to_organisation_id uuid references organisations.organisation,
  to_city text check (length(to_city) between 4 and 80),
  new_form boolean not null,
  asked_by text not null check (asked_by in ('member', 'application')),
  application_id uuid references membership.application,
  state text not null check (state in ('open', 'done', 'refused', 'cancelled')),
  asked_at timestamptz not null,
  released_at timestamptz,
  accepted_at timestamptz,
  ended_at timestamptz,
  -- The last day in the old union, once it moved.
  last_day date,
  -- Of the letter that the federation of another city asks for.
  certificate_no text unique,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint transfer_one_place check (num_nonnulls(to_organisation_id, to_city) = 1),
  constraint transfer_elsewhere check (to_organisation_id <> from_organisation_id),
  constraint transfer_ended check ((state = 'open') = (ended_at is null)),
  constraint transfer_both check (state <> 'done' or (released_at is not null and accepted_at is not null)),
  check ((asked_by = 'application') = (application_id is not null))
);
create unique index transfer_one_open on membership.transfer (person_bk, person_id) where state = 'open';
create index transfer_from on membership.transfer (from_organisation_id);
create index transfer_to on membership.transfer (to_organisation_id);

-- A membership's end by the member's own wish, or by a decision against them.
create table membership.ending (
  id uuid primary key,
  kind text not null check (kind in ('leaving', 'expulsion')),
  person_bk platform.bucket not null,
  person_id uuid not null,
  organisation_id uuid not null references organisations.organisation,
  state text not null,
  opened_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create unique index ending_one_open on membership.ending (person_bk, person_id)
  where state in ('asked', 'hearing', 'heard', 'appealed');
create index ending_organisation on membership.ending (organisation_id);

-- The card belongs to the person and stays the same when they move: whether it is good is asked of their membership.
create table membership.card (
  bk platform.bucket not null,
  person_id uuid not null,
  id uuid not null,
  serial text not null check (serial ~ '^[0-9A-HJKMNP-TV-Z]{14}$'),
  -- Signs the code that changes every half minute; the member's phone holds it too, where nothing can read it.
  secret_sealed bytea not null,
  issued_at timestamptz not null,
  ended_at timestamptz,
  primary key (bk, person_id, id),
  constraint card_serial unique (bk, serial),
  foreign key (bk, person_id) references people.person
);
create unique index card_one on membership.card (bk, person_id) where ended_at is null;

grant select, insert, update (ended_at) on membership.join_code to zhenyi_app;
grant select, insert, update (person_bk, person_id, document_kind, name_sealed, document_sealed, document_index,
  employment, state, identity_check, forgotten_at) on membership.application to zhenyi_app;
grant select, insert, update (state, released_at, accepted_at, ended_at, last_day, certificate_no)
  on membership.transfer to zhenyi_app;
grant select, insert, update (state) on membership.ending to zhenyi_app;
grant select, insert, update (ended_at) on membership.card to zhenyi_app;
