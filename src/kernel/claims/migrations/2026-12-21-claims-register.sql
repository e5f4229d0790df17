-- What was said in public in numbers. Nothing here is changed: a correction is a version with its reason, and a verdict
-- stands until another one is found. Who wrote a row is kept by name; `at_bk`, `at_id` let them see what they wrote.
create table claims.source (
  id uuid primary key,
  organisation_id uuid not null,
  medium text not null check (length(medium) between 2 and 60),
  title text not null check (length(title) between 2 and 120),
  said_on date not null,
  href text check (href ~ '^https?://'),
  made_by_bk platform.bucket,
  made_by_id uuid,
  made_by text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((made_by_bk is null) = (made_by_id is null))
);

create table claims.claim_version (
  claim_id uuid not null,
  version integer not null check (version >= 1),
  source_id uuid not null references claims.source,
  topic_zh text not null check (length(topic_zh) between 2 and 60),
  topic_en text not null check (length(topic_en) between 2 and 120),
  -- The numeric phrase alone, never the sentence around it.
  words text not null check (length(words) between 1 and 20),
  -- Money in fen, a ratio as a part of one; null above: there is no upper end.
  value double precision not null,
  low double precision not null,
  high double precision,
  unit_zh text not null check (length(unit_zh) between 1 and 12),
  unit_en text not null check (length(unit_en) between 1 and 24),
  dimension text not null check (dimension in ('places', 'persons', 'turns', 'money', 'money-of-others', 'cover',
    'organisations', 'documents', 'awards', 'ratio', 'area', 'duration', 'things')),
  -- The day that it tells of, and since when it counts, where that was said.
  of_day date not null,
  since date,
  figure_key text check (figure_key ~ '^[a-z][A-Za-z0-9-]*\.[a-z][A-Za-z0-9]*$'),
  state text not null check (state in ('standing', 'withdrawn')),
  reason text not null default '',
  made_by_bk platform.bucket,
  made_by_id uuid,
  made_by text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (claim_id, version),
  check (low <= value and (high is null or value <= high)),
  check (since is null or since <= of_day),
  check (version = 1 or length(reason) >= 4),
  check ((made_by_bk is null) = (made_by_id is null))
);
create index claim_version_source on claims.claim_version (source_id);
create index claim_version_figure on claims.claim_version (figure_key);

create table claims.relation_version (
  relation_id uuid not null,
  version integer not null check (version >= 1),
  organisation_id uuid not null,
  code text check (length(code) between 1 and 12),
  title_zh text not null check (length(title_zh) between 4 and 80),
  title_en text not null check (length(title_en) between 4 and 160),
  -- As `relation-schema.ts` has it.
  relation jsonb not null,
  state text not null check (state in ('standing', 'withdrawn')),
  reason text not null default '',
  made_by_bk platform.bucket,
  made_by_id uuid,
  made_by text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (relation_id, version),
  check (version = 1 or length(reason) >= 4),
  check ((made_by_bk is null) = (made_by_id is null))
);

-- One row each time that a verdict or the arithmetic under it comes out otherwise than before.
create table claims.judgement (
  subject_kind text not null check (subject_kind in ('claim', 'relation')),
  subject_id uuid not null,
  no integer not null check (no >= 1),
  version integer not null check (version >= 1),
  verdict text not null check (verdict in ('agrees', 'rounds', 'out-of-date', 'contradicts', 'cannot-be-checked')),
  why text,
  lines jsonb not null,
  as_of date not null,
  judged_at timestamptz not null default clock_timestamp(),
  primary key (subject_kind, subject_id, no)
);

-- Each time that everything was looked at, whether or not something had changed.
create table claims.run (
  id uuid primary key,
  looked_at integer not null check (looked_at >= 0),
  changed integer not null check (changed between 0 and looked_at),
  ran_at timestamptz not null default clock_timestamp()
);
create index run_at on claims.run (ran_at);

grant select, insert on claims.source, claims.claim_version, claims.relation_version, claims.judgement, claims.run
  to zhenyi_app;
