-- What every module stands on: extensions, the installation's stamp, and remembered command keys.
create extension if not exists ltree;
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- Buckets lead the keys of whatever belongs to a person (decision record 0003).
create domain platform.bucket as smallint check (value between 0 and 63);

-- Written once when the database is made. Demo is a property of the database, not of a process.
create table platform.installation (
  only_one boolean primary key default true check (only_one),
  id uuid not null,
  kind text not null check (kind in ('demo', 'real')),
  adcode char(6) not null check (adcode ~ '^[0-9]{6}$'),
  created_at timestamptz not null default now()
);
grant select on platform.installation to zhenyi_app;

-- A command repeated with the same key gives the first answer again.
create table platform.command_key (
  actor text not null,
  key text not null check (length(key) between 8 and 100),
  operation text not null,
  input_digest text not null,
  output jsonb,
  at timestamptz not null default now(),
  primary key (actor, key)
);
create index command_key_at on platform.command_key (at);
grant select, insert, update, delete on platform.command_key to zhenyi_app;
