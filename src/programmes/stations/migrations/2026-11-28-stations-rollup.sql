-- Figures over check-ins without reading ten million rows: folded once a recorded day is over, by the job `fold-visits`.
-- Every row keeps both of its days, so that a figure of a past day, by what was recorded by a past moment, stays exact:
-- folded days before the moment's day, and the rows themselves for the day in which it lies.

-- Visits by the day they were recorded, the day they happened (both in the city's zone) and the district in the
-- station's code, which never changes.
create table stations.visit_rollup (
  recorded_day date not null,
  visit_day date not null,
  adcode char(6) not null,
  visits integer not null check (visits > 0),
  primary key (recorded_day, visit_day, adcode)
);

-- The same without the district: what the total and the months need.
create table stations.visit_day_rollup (
  recorded_day date not null,
  visit_day date not null,
  visits integer not null check (visits > 0),
  primary key (recorded_day, visit_day)
);

-- Of each visitor the earliest day of a visit among all that is folded.
create table stations.visitor_seen (
  bk platform.bucket not null,
  visitor bytea not null check (length(visitor) = 16),
  first_day date not null,
  primary key (bk, visitor)
);

-- New visitors by both days. A visit that was sent late may turn out to be earlier than the first known one: then the
-- visitor counts from either point, and the point at which both hold takes one off, so that nobody counts twice.
create table stations.visitor_rollup (
  recorded_day date not null,
  visit_day date not null,
  visitors integer not null,
  primary key (recorded_day, visit_day)
);

-- Whatever was recorded before this day is folded.
create table stations.rollup_mark (
  id boolean primary key default true check (id),
  folded_before date not null
);

create index check_in_recorded on stations.check_in using brin (recorded_at) with (pages_per_range = 16);
-- Stations that count to another district than the one in their code: few, and looked up one by one.
create index station_version_moved on stations.station_version (station_id) where adcode <> left(code, 6);

grant select, insert on stations.visit_rollup, stations.visit_day_rollup, stations.visitor_rollup to zhenyi_app;
grant select, insert, update on stations.visitor_seen, stations.rollup_mark to zhenyi_app;
