-- What looks wrong and is for a person to judge, and what others said of this programme, to be held against the records.

-- Where a route's buses stop (GCJ-02): how far apart two rides must at least have been.
create table green_travel.route_stop (
  route smallint not null references green_travel.route,
  place smallint not null check (place > 0),
  longitude double precision not null check (longitude between 73 and 136),
  latitude double precision not null check (latitude between 3 and 54),
  primary key (route, place)
);

-- Great-circle metres (haversine, mean radius 6,371,008.8 m).
create function green_travel.metres_between(lon_1 double precision, lat_1 double precision, lon_2 double precision,
  lat_2 double precision) returns double precision language sql immutable parallel safe as $$
  select 2 * 6371008.8 * asin(sqrt(least(1,
    sin(radians(lat_2 - lat_1) / 2) ^ 2 + cos(radians(lat_1)) * cos(radians(lat_2)) * sin(radians(lon_2 - lon_1) / 2) ^ 2)))
$$;

-- Found once; what a person decided is a case of the kernel's review under green-travel.flag:<id>. A rider stands in the
-- evidence by the month's pseudonym only.
create table green_travel.flag (
  id uuid primary key,
  kind text not null check (kind in ('impossible-travel', 'code-sharing', 'reader-replay')),
  key text not null,
  company smallint not null references green_travel.company,
  day date not null,
  evidence jsonb not null,
  case_id uuid not null,
  found_at timestamptz not null,
  constraint flag_once unique (kind, key)
);
create index flag_day on green_travel.flag (company, day);

-- A number that stands in print, beside which the page sets what the records say.
create table green_travel.said_figure (
  id smallint primary key,
  rides bigint not null,
  paid_fen bigint not null,
  since_year smallint not null,
  source text not null,
  recorded_at timestamptz not null default clock_timestamp()
);

grant select on green_travel.route_stop, green_travel.flag, green_travel.said_figure to zhenyi_app;
grant insert on green_travel.route_stop, green_travel.flag, green_travel.said_figure to zhenyi_app;
grant execute on function green_travel.metres_between(double precision, double precision, double precision, double precision)
  to zhenyi_app;
