-- Contests as data: rules, entries, panels, rounds, sealed scores and what comes of them.
create schema contests;
grant usage on schema contests to zhenyi_app;

create table contests.contest (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  title text not null check (length(title) between 2 and 80),
  state text not null default 'draft' check (state in ('draft', 'open', 'ended')),
  -- The rules in force: `contestRules` in shapes.ts. Since the opening equal to the last amendment.
  rules jsonb not null,
  -- Kept beside the rules, because an entry is compared with it by the database's clock.
  entries_from timestamptz not null,
  entries_until timestamptz not null,
  version integer not null default 1,
  made_by text not null,
  made_by_bk platform.bucket,
  made_by_id uuid,
  created_at timestamptz not null,
  opened_at timestamptz,
  recorded_at timestamptz not null default clock_timestamp(),
  check (entries_from < entries_until),
  check ((state = 'draft') = (opened_at is null))
);
create index contest_organisation on contests.contest (organisation_id, created_at);

-- The rules as they were opened (number 0) and every change after that, with its reason, for everybody to read.
create table contests.amendment (
  contest_id uuid not null references contests.contest,
  no integer not null check (no >= 0),
  rules jsonb not null,
  reason text not null,
  made_by text not null,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (contest_id, no)
);

create table contests.entry (
  id uuid primary key,
  contest_id uuid not null references contests.contest,
  category text not null,
  -- Counted within the contest; the entrant's own number. Judges see another.
  no integer not null check (no > 0),
  kind text not null check (kind in ('person', 'team', 'unit')),
  title text not null check (length(title) between 2 and 80),
  unit_id uuid not null references organisations.organisation,
  -- Who enters, and answers for a team or a unit.
  entrant_bk platform.bucket not null,
  entrant_id uuid not null,
  state text not null default 'submitted' check (state in ('submitted', 'withdrawn')),
  body text,
  file_id uuid,
  entered_at timestamptz not null default clock_timestamp(),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (contest_id, no),
  check ((body is null) <> (file_id is null))
);
-- One entry of a person, or of the unit that somebody enters for, in a category at a time.
create unique index entry_once on contests.entry (contest_id, category, entrant_bk, entrant_id)
  where state = 'submitted' and kind <> 'unit';
create unique index entry_unit_once on contests.entry (contest_id, category, unit_id)
  where state = 'submitted' and kind = 'unit';
create index entry_unit on contests.entry (contest_id, unit_id);
create index entry_entrant on contests.entry (entrant_bk, entrant_id);

-- What became of an entry, dated: figures count by it.
create table contests.entry_event (
  entry_id uuid not null references contests.entry,
  no integer not null check (no > 0),
  state text not null check (state in ('submitted', 'withdrawn')),
  valid_from timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (entry_id, no)
);

create table contests.participant (
  entry_id uuid not null references contests.entry,
  no integer not null check (no > 0),
  name text not null check (length(name) between 1 and 40),
  is_minor boolean not null,
  guardian_name text not null,
  -- Nobody stands here who has not agreed.
  consented_at timestamptz not null,
  primary key (entry_id, no),
  constraint participant_guardian check (not is_minor or guardian_name <> '')
);

create table contests.judge (
  id uuid primary key,
  contest_id uuid not null references contests.contest,
  -- The judge's number in what is published.
  no integer not null check (no > 0),
  person_bk platform.bucket not null,
  person_id uuid not null,
  name text not null,
  unit_id uuid not null references organisations.organisation,
  -- Set where they drop out; what they handed in stands.
  left_at timestamptz,
  left_reason text,
  added_at timestamptz not null,
  unique (contest_id, no),
  constraint judge_once unique (contest_id, person_bk, person_id)
);

-- Kin whom a judge declares by name; whoever bears that name is not judged by them.
create table contests.kin (
  judge_id uuid not null references contests.judge,
  name text not null check (length(name) between 1 and 40),
  declared_at timestamptz not null,
  primary key (judge_id, name)
);

create table contests.round (
  id uuid primary key,
  contest_id uuid not null references contests.contest,
  no integer not null check (no > 0),
  state text not null default 'judging' check (state in ('judging', 'closed')),
  -- The rules as they were when the round opened: a later amendment changes no round that runs.
  rule jsonb not null,
  tie_criteria jsonb not null,
  -- Scores are sealed to the public key; the other half is sealed by the house and opened by the close alone.
  public_key bytea not null,
  private_key_sealed bytea not null,
  -- How good the assignment is: status, seconds, least and most entries of a judge.
  assignment jsonb not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  list_digest char(64),
  unique (contest_id, no),
  check ((state = 'closed') = (closed_at is not null)),
  check ((state = 'closed') = (list_digest is not null))
);

-- An entry in a round under a number drawn by lot: neither number nor order says when it came or whose it is.
create table contests.round_entry (
  round_id uuid not null references contests.round,
  entry_id uuid not null references contests.entry,
  label integer not null check (label > 0),
  primary key (round_id, entry_id),
  unique (round_id, label)
);

create table contests.assignment (
  id uuid primary key,
  round_id uuid not null references contests.round,
  entry_id uuid not null references contests.entry,
  judge_id uuid not null references contests.judge,
  -- A sheet not handed in is taken from whoever drops out or may not judge.
  ended_at timestamptz,
  ended_reason text,
  constraint assignment_once unique (round_id, entry_id, judge_id),
  foreign key (round_id, entry_id) references contests.round_entry
);
create index assignment_judge on contests.assignment (judge_id, round_id);

-- A draft is the judge's own and sealed; it counts for nothing.
create table contests.draft (
  assignment_id uuid primary key references contests.assignment,
  sealed bytea not null,
  saved_at timestamptz not null
);

-- What was handed in: sealed, and fixed by its commitment. Append-only.
create table contests.sheet (
  assignment_id uuid primary key references contests.assignment,
  sealed bytea not null,
  commitment char(64) not null unique,
  submitted_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp()
);

-- The same after the close, readable. Append-only.
create table contests.opened_sheet (
  assignment_id uuid primary key references contests.sheet,
  points jsonb not null,
  nonce text not null
);

create table contests.ranking (
  round_id uuid not null,
  entry_id uuid not null,
  rank integer not null check (rank > 0),
  numerator text not null check (numerator ~ '^[0-9]+$'),
  denominator text not null check (denominator ~ '^[1-9][0-9]*$'),
  primary key (round_id, entry_id),
  foreign key (round_id, entry_id) references contests.round_entry
);

-- A tie across the edge of a quota that no rule breaks, as a person ordered it. Append-only.
create table contests.tie_decision (
  round_id uuid not null references contests.round,
  no integer not null check (no > 0),
  -- Entries from the better down.
  entry_ids uuid[] not null check (cardinality(entry_ids) >= 2),
  reason text not null,
  decided_by text not null,
  decided_by_bk platform.bucket,
  decided_by_id uuid,
  decided_at timestamptz not null,
  primary key (round_id, no)
);

grant select, insert, update on contests.contest, contests.entry, contests.judge, contests.round, contests.assignment,
  contests.draft to zhenyi_app;
grant delete on contests.draft to zhenyi_app;
grant select, insert on contests.amendment, contests.entry_event, contests.participant, contests.kin, contests.round_entry,
  contests.sheet, contests.opened_sheet, contests.ranking, contests.tie_decision to zhenyi_app;
