-- Rest stations for outdoor workers. Slow tables: references. What a figure counts keeps its history.
create schema stations;
grant usage on schema stations to zhenyi_app;

-- The current face of a station; every change also writes the dated row below, in the same transaction.
create table stations.station (
  id uuid primary key,
  code text not null constraint station_code_key unique,
  version integer not null default 1 check (version > 0),
  organisation_id uuid not null references organisations.organisation,
  state text not null default 'operating' check (state in ('operating', 'suspended', 'closed')),
  name text not null check (length(name) between 2 and 60),
  adcode char(6) not null check (adcode ~ '^[0-9]{6}$'),
  address text not null,
  -- GCJ-02, the working datum; converted once on the way in, and never back.
  longitude double precision not null check (longitude between 73 and 136),
  latitude double precision not null check (latitude between 3 and 54),
  -- As received, kept and never computed with.
  received_longitude double precision not null,
  received_latitude double precision not null,
  received_datum text not null check (received_datum in ('WGS-84', 'GCJ-02')),
  received_text text not null default '',
  hours jsonb not null,
  hours_text text not null default '',
  facilities text[] not null default '{}',
  other_facilities text[] not null default '{}',
  host_unit text not null default '',
  phone text not null default '',
  level text not null default 'ordinary'
    check (level in ('national-best', 'provincial', 'municipal', 'county', 'ordinary')),
  opened_on date,
  updated_at timestamptz not null default clock_timestamp()
);
create index station_organisation on stations.station (organisation_id);
create index station_adcode on stations.station (adcode, code);
-- Neighbours within 50 m, which may be one station entered twice.
create index station_place on stations.station (latitude, longitude);
create index station_name on stations.station using gin (name gin_trgm_ops);

-- Append-only. A figure asks: the latest row with valid_from <= asOf and recorded_at <= recordedUpTo.
create table stations.station_version (
  station_id uuid not null references stations.station,
  version integer not null,
  valid_from date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  made_by text not null,
  made_by_bk platform.bucket,
  made_by_id uuid,
  reason text not null default '',
  organisation_id uuid not null,
  code text not null,
  state text not null,
  name text not null,
  adcode char(6) not null,
  level text not null,
  -- The whole row as it then stood, for the history page and for conflict views.
  snapshot jsonb not null,
  primary key (station_id, version)
);
create index station_version_recorded on stations.station_version (recorded_at);

-- The unguessable code on a station's plate: found by its index, sealed for printing again. A new one ends the old.
create table stations.plate (
  id uuid primary key,
  station_id uuid not null references stations.station,
  secret_index bytea not null constraint plate_secret_key unique,
  secret_sealed bytea not null,
  issued_at timestamptz not null,
  ended_at timestamptz,
  check (ended_at is null or ended_at >= issued_at)
);
create unique index plate_one_current on stations.plate (station_id) where ended_at is null;

-- A keeper is known by phone: whoever signs in with it keeps the station.
create table stations.keeper (
  id uuid primary key,
  station_id uuid not null references stations.station,
  name text not null check (length(name) between 2 and 20),
  phone_index bytea not null,
  phone_sealed bytea not null,
  from_at timestamptz not null,
  until_at timestamptz,
  check (until_at is null or until_at >= from_at)
);
create unique index keeper_one_current on stations.keeper (station_id) where until_at is null;
create index keeper_phone on stations.keeper (phone_index) where until_at is null;

-- A visitor is an account, or a device that is not signed in; both as a keyed digest, so that a trace of places
-- names nobody by itself. The bucket is the digest's.
create table stations.check_in (
  bk platform.bucket not null,
  id uuid not null,
  visitor bytea not null check (length(visitor) = 16),
  station_id uuid not null references stations.station,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  -- Half hours since 1970: a second scan in the same half hour is the same visit.
  half_hour integer not null,
  proof text not null check (proof in ('code-and-position', 'code', 'position', 'none')),
  distance_metres integer check (distance_metres >= 0),
  primary key (bk, id),
  constraint check_in_once unique (bk, visitor, station_id, half_hour)
);
create index check_in_station on stations.check_in (station_id, at);
create index check_in_at on stations.check_in (at);

create table stations.report (
  id uuid primary key,
  station_id uuid not null references stations.station,
  kind text not null check (kind in ('locked', 'broken', 'no-water', 'dirty', 'other')),
  facility text,
  words text not null default '' check (length(words) <= 300),
  visitor_bk platform.bucket not null,
  visitor bytea not null check (length(visitor) = 16),
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  proof text not null check (proof in ('code-and-position', 'code', 'position', 'none')),
  distance_metres integer check (distance_metres >= 0),
  weight real not null check (weight between 0 and 1),
  due_at timestamptz not null
);
create index report_station on stations.report (station_id, at);
create index report_visitor on stations.report (visitor_bk, visitor, at);
create index report_at on stations.report (at);

-- Append-only; a report's state is its last event.
create table stations.report_event (
  report_id uuid not null references stations.report,
  no integer not null check (no > 0),
  kind text not null check (kind in ('reported', 'answered', 'reopened', 'settled')),
  answer text check (answer in ('was-open', 'opened', 'fixed', 'will-fix', 'not-so')),
  words text not null default '' check (length(words) <= 300),
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  by_kind text not null check (by_kind in ('reporter', 'keeper', 'officer', 'system')),
  by_name text not null default '',
  by_bk platform.bucket,
  by_id uuid,
  primary key (report_id, no),
  check ((kind = 'answered') = (answer is not null))
);

create table stations.photo (
  id uuid primary key,
  station_id uuid not null references stations.station,
  file_id uuid not null,
  thumbnail_file_id uuid,
  kind text not null check (kind in ('sign', 'outside', 'inside', 'equipment', 'rules')),
  taken_at timestamptz,
  added_at timestamptz not null,
  removed_at timestamptz
);
create index photo_station on stations.photo (station_id) where removed_at is null;

-- An import is judged first and written later, in one transaction.
create table stations.import (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  file_id uuid not null,
  file_name text not null,
  datum text not null check (datum in ('WGS-84', 'GCJ-02')),
  state text not null default 'preview' check (state in ('preview', 'committed', 'abandoned')),
  columns jsonb not null,
  made_by_bk platform.bucket,
  made_by_id uuid,
  created_at timestamptz not null,
  committed_at timestamptz
);

create table stations.import_row (
  import_id uuid not null references stations.import on delete cascade,
  row integer not null,
  cells jsonb not null,
  decision text not null check (decision in ('ready', 'confirm', 'refused', 'skipped', 'confirmed')),
  problems jsonb not null default '[]',
  parsed jsonb,
  changes_code text,
  primary key (import_id, row)
);
create index import_row_decision on stations.import_row (import_id, decision, row);

grant select, insert, update on stations.station, stations.import to zhenyi_app;
-- Plates, keepers and photos end; nothing else about them ever changes.
grant select, insert, update (ended_at) on stations.plate to zhenyi_app;
grant select, insert, update (until_at) on stations.keeper to zhenyi_app;
grant select, insert, update (removed_at) on stations.photo to zhenyi_app;
grant select, insert, update, delete on stations.import_row to zhenyi_app;
grant select, insert on stations.station_version, stations.check_in, stations.report, stations.report_event to zhenyi_app;
