-- A day's unannounced route: who goes, in which order. Nothing of it is shown to hosts or keepers.
create table stations.inspection_round (
  id uuid primary key,
  day date not null,
  organisation_id uuid not null references organisations.organisation,
  inspector_bk platform.bucket not null,
  inspector_id uuid not null,
  inspector_name text not null,
  -- Grows with each change of the order, so that two who change it see each other.
  revision integer not null default 1 check (revision > 0),
  made_by text not null,
  made_by_bk platform.bucket,
  made_by_id uuid,
  made_at timestamptz not null
);
create index inspection_round_inspector on stations.inspection_round (inspector_bk, inspector_id, day);
create index inspection_round_day on stations.inspection_round (day);

-- A visit: planned, perhaps begun, ended by its one result or called off. A repeat visit waits for a route.
create table stations.inspection (
  id uuid primary key,
  station_id uuid not null references stations.station,
  round_id uuid references stations.inspection_round,
  position integer check (position > 0),
  kind text not null check (kind in ('unannounced', 'repeat')),
  repeats uuid references stations.inspection,
  due_on date,
  version_id uuid not null references stations.standard_version,
  begun_at timestamptz,
  begun_by_name text,
  begun_by_bk platform.bucket,
  begun_by_id uuid,
  ended_at timestamptz,
  called_off_at timestamptz,
  called_off_why text,
  made_at timestamptz not null,
  check ((kind = 'repeat') = (repeats is not null)),
  check (ended_at is null or called_off_at is null),
  check ((begun_at is null) = (begun_by_name is null)),
  constraint inspection_repeated_once unique (repeats)
);
-- Two inspectors never stand at one station unknown to each other.
create unique index inspection_one_at_once on stations.inspection (station_id)
  where begun_at is not null and ended_at is null and called_off_at is null;
create unique index inspection_once_a_round on stations.inspection (round_id, station_id) where called_off_at is null;
create index inspection_station on stations.inspection (station_id, ended_at);
create index inspection_waiting on stations.inspection (due_on)
  where round_id is null and ended_at is null and called_off_at is null;

-- Append-only: what an inspector found. One a visit; sent again under its key it is the same one.
create table stations.inspection_result (
  inspection_id uuid primary key references stations.inspection,
  client_key text not null constraint inspection_result_key unique check (length(client_key) between 16 and 64),
  started_at timestamptz not null,
  ended_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  answers jsonb not null,
  is_passed boolean not null,
  -- The criteria that were found wanting.
  failing text[] not null,
  words text not null default '' check (length(words) <= 1000),
  proof text not null check (proof in ('code-and-position', 'code', 'position', 'none')),
  distance_metres integer check (distance_metres >= 0),
  by_name text not null,
  by_bk platform.bucket not null,
  by_id uuid not null,
  -- The case in which the station answers, where something was found.
  case_id uuid,
  check (ended_at >= started_at),
  check (is_passed = (cardinality(failing) = 0))
);
create index inspection_result_ended on stations.inspection_result (ended_at);

alter table stations.evidence add constraint evidence_inspection
  foreign key (inspection_id) references stations.inspection;

grant select, insert, update (revision) on stations.inspection_round to zhenyi_app;
grant select, insert on stations.inspection_result to zhenyi_app;
grant select, insert, update (round_id, position, version_id, begun_at, begun_by_name, begun_by_bk, begun_by_id, ended_at,
  called_off_at, called_off_why) on stations.inspection to zhenyi_app;
