-- Publications: what was proposed, decided and frozen. Nothing here is ever changed; the server's role has no
-- UPDATE or DELETE. A correction is a publication of its own.
create schema figures;
grant usage on schema figures to zhenyi_app;

create table figures.proposal (
  id uuid primary key,
  organisation_id uuid not null,
  title text not null check (length(title) between 4 and 80),
  as_of date not null,
  figure_keys text[] not null check (cardinality(figure_keys) between 1 and 200),
  note text not null default '',
  corrects uuid,
  proposed_by_bk platform.bucket not null,
  proposed_by_id uuid not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null default clock_timestamp(),
  -- Lets a decision carry the proposer, so that a check can compare the two.
  constraint proposal_proposer unique (id, proposed_by_bk, proposed_by_id)
);
create index proposal_at on figures.proposal (proposed_at);

-- One a proposal. Nobody approves or declines what they proposed; only they withdraw it.
create table figures.decision (
  proposal_id uuid constraint decision_once primary key,
  outcome text not null check (outcome in ('approved', 'declined', 'withdrawn')),
  proposed_by_bk platform.bucket not null,
  proposed_by_id uuid not null,
  decided_by_bk platform.bucket not null,
  decided_by_id uuid not null,
  decided_by_name text not null,
  decided_at timestamptz not null default clock_timestamp(),
  reason text not null default '',
  foreign key (proposal_id, proposed_by_bk, proposed_by_id)
    references figures.proposal (id, proposed_by_bk, proposed_by_id),
  constraint decision_by_another check (
    (outcome = 'withdrawn') = ((proposed_by_bk, proposed_by_id) = (decided_by_bk, decided_by_id))),
  constraint decision_outcome unique (proposal_id, outcome)
);

create table figures.publication (
  id uuid primary key,
  proposal_id uuid not null unique,
  outcome text not null default 'approved' check (outcome = 'approved'),
  title text not null,
  as_of date not null,
  recorded_up_to timestamptz not null,
  published_at timestamptz not null default clock_timestamp(),
  note text not null default '',
  corrects uuid references figures.publication,
  -- The latest audit seal when it was frozen; none on a database that has not sealed yet.
  seal_no bigint,
  seal_digest text,
  -- Over every line below, the day, the moment and the seal.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  foreign key (proposal_id, outcome) references figures.decision (proposal_id, outcome),
  check ((seal_no is null) = (seal_digest is null))
);
create index publication_at on figures.publication (published_at);
create index publication_corrects on figures.publication (corrects);

create table figures.published_value (
  publication_id uuid not null references figures.publication,
  position integer not null,
  figure_key text not null,
  -- Title, definition, unit and so on in the words of the day.
  declared jsonb not null,
  value double precision,
  numerator double precision,
  denominator double precision,
  records bigint not null check (records >= 0),
  -- SHA-256 of the record list, rows ordered by key.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  primary key (publication_id, position),
  unique (publication_id, figure_key)
);
create index published_value_key on figures.published_value (figure_key, publication_id);

-- A lawful purge of records that a figure counted (a retention period that ended): by whom, on what ground.
create table figures.purge (
  id uuid primary key,
  figure_key text not null,
  -- Records of days up to this one are gone.
  until_day date not null,
  ground text not null check (length(ground) >= 4),
  made_by text not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create index purge_key on figures.purge (figure_key);

grant select, insert on figures.proposal, figures.decision, figures.publication, figures.published_value,
  figures.purge to zhenyi_app;
