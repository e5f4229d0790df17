-- The audit log: plain inserts in the command's own transaction; a job seals them into chained segments, so
-- that no command waits on a chain's head. Append-only by privileges: the server's role has no UPDATE or DELETE.
create schema audit;
grant usage on schema audit to zhenyi_app;

create table audit.line (
  id uuid primary key,
  at timestamptz not null default clock_timestamp(),
  operation text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  code text,
  origin text not null,
  actor_kind text not null,
  actor text not null,
  actor_name text not null,
  person_bk platform.bucket,
  person_id uuid,
  organisation_id uuid,
  subjects text[] not null default '{}',
  subject_count integer not null default 0,
  reason text,
  input jsonb,
  detail jsonb,
  request_id text not null,
  check ((person_bk is null) = (person_id is null))
);
create index line_at on audit.line (at);
create index line_organisation on audit.line (organisation_id, at);
create index line_subjects on audit.line using gin (subjects);

-- What a line's digest is taken over: named columns in a fixed order, so that a later column changes nothing.
create function audit.line_digest(l audit.line) returns text language sql immutable parallel safe as $$
  select encode(sha256(convert_to(jsonb_build_array(
    l.id, extract(epoch from l.at)::numeric(20, 6)::text, l.operation, l.outcome, l.code, l.origin, l.actor_kind, l.actor, l.actor_name,
    l.person_bk::smallint, l.person_id, l.organisation_id, l.subjects, l.subject_count, l.reason, l.input,
    l.detail, l.request_id)::text, 'UTF8')), 'hex')
$$;

create table audit.seal (
  no bigint primary key check (no > 0),
  sealed_at timestamptz not null default clock_timestamp(),
  line_count integer not null check (line_count between 1 and 1000),
  previous_digest text not null,
  digest text not null unique
);

create table audit.sealed_line (
  line_id uuid primary key,
  seal_no bigint not null references audit.seal,
  position integer not null,
  digest text not null,
  unique (seal_no, position)
);

grant select, insert on audit.line, audit.seal, audit.sealed_line to zhenyi_app;
