-- Where to build next, and what could close: points that say where people are, candidate places, and runs over them.

-- A list of places as it was given: where people are (demand) or where a station could stand (sites). Never changed; a
-- better list is another one. `method` says how the numbers were made, and pages repeat it.
create table stations.point_set (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  kind text not null check (kind in ('demand', 'sites')),
  name text not null check (length(name) between 2 and 60),
  method text not null check (length(method) between 4 and 400),
  -- Invented numbers say so wherever they are used.
  is_invented boolean not null,
  -- The day the numbers are of; figures use the newest demand set whose day has come.
  valid_from date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  file_id uuid,
  file_name text not null default '',
  points integer not null check (points between 1 and 5000),
  persons integer not null check (persons >= 0),
  made_by text not null,
  made_by_bk platform.bucket,
  made_by_id uuid
);
create index point_set_organisation on stations.point_set (organisation_id, kind);

create table stations.point (
  set_id uuid not null references stations.point_set,
  no integer not null check (no > 0),
  name text not null check (length(name) between 1 and 60),
  adcode char(6),
  -- GCJ-02.
  longitude double precision not null check (longitude between 73 and 136),
  latitude double precision not null check (latitude between 3 and 54),
  -- As received, kept and never computed with.
  received_longitude double precision not null,
  received_latitude double precision not null,
  received_datum text not null check (received_datum in ('WGS-84', 'GCJ-02')),
  -- Of a demand point, how many outdoor workers are about there; 0 at a site.
  persons integer not null check (persons between 0 and 1000000),
  primary key (set_id, no)
);

-- What was asked. The answer stands in `siting_answer`, once.
create table stations.siting_run (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  title text not null check (length(title) between 2 and 60),
  question text not null check (question in ('build', 'close')),
  count integer not null check (count between 1 and 500),
  reach text not null check (reach in ('one-km', 'fifteen-minutes')),
  detour_factor double precision not null check (detour_factor between 1 and 3),
  demand_id uuid not null references stations.point_set,
  sites_id uuid references stations.point_set,
  time_limit_seconds integer not null check (time_limit_seconds between 1 and 120),
  made_by text not null,
  made_by_bk platform.bucket,
  made_by_id uuid,
  created_at timestamptz not null,
  check ((question = 'build') = (sites_id is not null))
);
create index siting_run_organisation on stations.siting_run (organisation_id, created_at);

create table stations.siting_answer (
  run_id uuid primary key references stations.siting_run,
  status text not null check (status in ('optimal', 'cut-off', 'nothing-found', 'none-in-reach', 'cancelled', 'failed')),
  -- The plan with the stations as they then stood: see `sitingPlan` in shapes-siting.ts.
  plan jsonb,
  answered_at timestamptz not null,
  check ((status in ('optimal', 'cut-off', 'none-in-reach')) = (plan is not null))
);

grant select, insert on stations.point_set, stations.point, stations.siting_run, stations.siting_answer to zhenyi_app;
