-- The federation's tree: city, counties and industries, grassroots unions, groups. It is not the region tree
-- (the demonstration zone has a union of its own), so a unit carries its adcode. A reference table.
create schema organisations;
grant usage on schema organisations to zhenyi_app;

create table organisations.organisation (
  id uuid primary key,
  -- `root` is the city federation; below it each label is the unit's id without hyphens.
  path ltree not null constraint organisation_path_key unique,
  parent_id uuid references organisations.organisation,
  kind text not null check (kind in (
    'city-federation', 'county-federation', 'industry-federation', 'union-association',
    'grassroots-union', 'joint-union', 'union-group', 'department', 'host-unit', 'partner')),
  name text not null check (length(name) between 2 and 80),
  adcode char(6) not null check (adcode ~ '^[0-9]{6}$'),
  -- Unified social credit code, GB 32100-2015; checked by both of its check digits before it comes here.
  credit_code char(18) constraint organisation_credit_code_key unique,
  state text not null default 'active' check (state in ('active', 'dissolved')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint organisation_root check ((path = 'root') = (parent_id is null)),
  constraint organisation_kind_of_root check ((path = 'root') = (kind = 'city-federation'))
);
create index organisation_path on organisations.organisation using gist (path);
create index organisation_parent on organisations.organisation (parent_id);
create index organisation_name on organisations.organisation using gin (name gin_trgm_ops);

-- What a figure counts keeps its history: one dated row a change, never overwritten.
create table organisations.organisation_history (
  organisation_id uuid not null references organisations.organisation,
  version integer not null,
  valid_from date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  parent_id uuid,
  kind text not null,
  name text not null,
  adcode char(6) not null,
  credit_code char(18),
  state text not null,
  made_by text not null,
  primary key (organisation_id, version)
);

grant select, insert, update on organisations.organisation to zhenyi_app;
grant select, insert on organisations.organisation_history to zhenyi_app;
