-- How a station comes, changes hands and goes. Cases live in `review`; here stands what they are about.

-- A host unit's application. What it says may be corrected: each submission is a version, and none is ever changed.
create table stations.application (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  applicant_account uuid not null,
  applicant_bk platform.bucket,
  applicant_id uuid,
  case_id uuid not null,
  applied_at timestamptz not null
);
create index application_organisation on stations.application (organisation_id, applied_at);
create index application_applicant on stations.application (applicant_account, applied_at);

create table stations.application_version (
  application_id uuid not null references stations.application,
  no integer not null check (no > 0),
  draft jsonb not null,
  -- What the applicant was asked and affirmed, such as a neighbour within 50 m.
  confirmed text[] not null default '{}',
  keeper_name text not null check (length(keeper_name) between 2 and 20),
  keeper_phone_index bytea not null,
  keeper_phone_sealed bytea not null,
  -- Public pictures made from what was uploaded: [{ fileId, thumbnailFileId, kind, takenAt }].
  photos jsonb not null,
  submitted_at timestamptz not null,
  primary key (application_id, no)
);
create index application_version_keeper on stations.application_version (keeper_phone_index);

-- The keeper agreed, signed in by the phone that the application names.
create table stations.application_keeper (
  application_id uuid not null,
  no integer not null,
  account_id uuid not null,
  agreed_at timestamptz not null,
  primary key (application_id, no),
  foreign key (application_id, no) references stations.application_version
);

create table stations.application_grant (
  application_id uuid primary key references stations.application,
  station_id uuid not null unique references stations.station,
  granted_at timestamptz not null
);

-- A keeper hands over: both agree, and in the moment in which the second does the one ends and the other begins.
create table stations.handover (
  id uuid primary key,
  station_id uuid not null references stations.station,
  keeper_id uuid not null references stations.keeper,
  successor_name text not null check (length(successor_name) between 2 and 20),
  successor_phone_index bytea not null,
  successor_phone_sealed bytea not null,
  offered_by text not null,
  offered_at timestamptz not null,
  expires_at timestamptz not null,
  keeper_agreed_at timestamptz,
  successor_agreed_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('handed-over', 'declined', 'taken-back')),
  check ((ended_at is null) = (outcome is null)),
  check (outcome is distinct from 'handed-over' or (keeper_agreed_at is not null and successor_agreed_at is not null))
);
create unique index handover_one_open on stations.handover (station_id) where ended_at is null;
create index handover_successor on stations.handover (successor_phone_index) where ended_at is null;

-- What was proposed in a case of leaving; what came of it stands in `leaving` and in the case.
create table stations.leaving_wish (
  case_id uuid primary key,
  station_id uuid not null references stations.station,
  merged_into uuid references stations.station,
  reason text not null,
  proposed_at timestamptz not null,
  check (merged_into <> station_id)
);

-- A station that is gone, and why. Its versions stay; its plate is to be brought back.
create table stations.leaving (
  station_id uuid primary key references stations.station,
  kind text not null check (kind in ('voluntary', 'merged', 'withdrawn')),
  merged_into uuid references stations.station,
  reason text not null,
  case_id uuid not null,
  decided_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  plate_returned_at timestamptz,
  plate_returned_to text,
  check ((kind = 'merged') = (merged_into is not null)),
  check (merged_into <> station_id),
  check ((plate_returned_at is null) = (plate_returned_to is null))
);

-- Honours of a station, each with its document; a revoked one ends and stays in the history.
create table stations.honour (
  id uuid primary key,
  station_id uuid not null references stations.station,
  level text not null check (level in ('national-best', 'provincial', 'municipal', 'county')),
  title text not null check (length(title) between 4 and 60),
  document_no text not null check (length(document_no) between 4 and 60),
  issuer text not null check (length(issuer) between 2 and 60),
  named_on date not null,
  file_id uuid,
  recorded_at timestamptz not null default clock_timestamp(),
  made_by text not null,
  revoked_on date check (revoked_on >= named_on),
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  check ((revoked_on is null) = (revoked_reason is null)),
  check ((revoked_on is null) = (revoked_at is null))
);
create index honour_station on stations.honour (station_id, named_on);
-- One document names a station once.
create unique index honour_once on stations.honour (station_id, document_no) where revoked_on is null;

-- An honour whose station no longer meets its standard waits for a person; nothing falls by itself.
create table stations.honour_watch (
  id uuid primary key,
  honour_id uuid not null references stations.honour,
  since timestamptz not null,
  why text not null,
  answered_at timestamptz,
  answer text check (answer in ('keeps', 'reported-up', 'revoked')),
  answered_by text,
  reason text,
  check ((answered_at is null) = (answer is null))
);
create unique index honour_watch_one_open on stations.honour_watch (honour_id) where answered_at is null;

grant select, insert on stations.application, stations.application_version, stations.application_keeper,
  stations.application_grant, stations.leaving_wish to zhenyi_app;
grant select, insert, update (keeper_agreed_at, successor_agreed_at, ended_at, outcome) on stations.handover to zhenyi_app;
grant select, insert, update (plate_returned_at, plate_returned_to) on stations.leaving to zhenyi_app;
grant select, insert, update (revoked_on, revoked_at, revoked_by, revoked_reason) on stations.honour to zhenyi_app;
grant select, insert, update (answered_at, answer, answered_by, reason) on stations.honour_watch to zhenyi_app;
