-- Whatever somebody applies for and somebody else decides. A case's facts and its actions are append-only; where it
-- stands is kept beside them, and the database holds that it is what the last action says.
create schema review;
grant usage on schema review to zhenyi_app;

create table review.case_file (
  id uuid primary key,
  procedure text not null check (procedure ~ '^[a-z][a-z0-9.-]*$'),
  -- What it is about, in its programme's words: `stations.application:0192…`.
  subject text not null check (subject ~ '^[a-z][a-z0-9.-]*:[0-9A-Za-z:._-]{1,100}$'),
  organisation_id uuid not null references organisations.organisation,
  -- What a list shows. It names no person: a list is read by more people than a case is.
  summary text not null check (length(summary) between 2 and 200),
  -- Pages of ours: where the programme shows the subject to staff, and to the applicant.
  href text check (href ~ '^/(?!/)'),
  applicant_href text check (applicant_href ~ '^/(?!/)'),
  applicant_bk platform.bucket,
  applicant_id uuid,
  applicant_account uuid,
  proposer_bk platform.bucket,
  proposer_id uuid,
  proposer_account uuid,
  -- One word for who somebody is: the person where one is known, otherwise the account that signed in.
  applicant text not null generated always as (coalesce(
    'person:' || applicant_id::text, 'account:' || applicant_account::text, 'nobody')) stored,
  proposer text not null generated always as (coalesce(
    'person:' || proposer_id::text, 'account:' || proposer_account::text, 'system')) stored,
  opened_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((applicant_bk is null) = (applicant_id is null)),
  check ((proposer_bk is null) = (proposer_id is null)),
  constraint case_file_parties unique (id, applicant, proposer)
);
create index case_file_subject on review.case_file (subject);
create index case_file_organisation on review.case_file (organisation_id);
create index case_file_applicant on review.case_file (applicant);

create table review.action (
  case_id uuid not null,
  no integer not null check (no >= 1),
  -- The action before; null for the first.
  before integer generated always as (nullif(no - 1, 0)) stored,
  move text not null check (move ~ '^[a-z][a-z0-9-]*$'),
  from_state text,
  to_state text not null,
  -- Copied from the case, and held to it by a foreign key, so that a check can compare them with the actor.
  applicant text not null,
  proposer text not null,
  actor_bk platform.bucket,
  actor_id uuid,
  actor_account uuid,
  actor_name text not null,
  actor text not null generated always as (coalesce(
    'person:' || actor_id::text, 'account:' || actor_account::text, 'system')) stored,
  -- Nobody makes this move who applied or proposed.
  decides boolean not null,
  -- Why an ended case is taken up again; each ground once.
  ground text check (ground ~ '^[a-z][a-z0-9-]*$'),
  reason text check (length(reason) between 1 and 1000),
  -- For those who may read the case, never for the public.
  note text check (length(note) between 1 and 2000),
  data jsonb,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint action_key primary key (case_id, no),
  constraint action_state_key unique (case_id, no, to_state),
  check ((actor_bk is null) = (actor_id is null)),
  constraint action_first check ((no = 1) = (from_state is null)),
  -- Each action starts in the state that the one before led to.
  constraint action_chain foreign key (case_id, before, from_state)
    references review.action (case_id, no, to_state),
  constraint action_parties foreign key (case_id, applicant, proposer)
    references review.case_file (id, applicant, proposer),
  constraint action_not_own check (not decides or (
    actor <> applicant and actor <> proposer
    and coalesce('account:' || actor_account::text, '') not in (applicant, proposer)))
);
create unique index action_ground_once on review.action (case_id, ground) where ground is not null;
create index action_actor on review.action (actor);

-- Where each case stands: derived from its actions and the calendar, kept for lists.
create table review.standing (
  case_id uuid primary key references review.case_file,
  procedure text not null,
  subject text not null,
  state text not null,
  seq integer not null,
  is_open boolean not null,
  since timestamptz not null,
  -- The last day of the deadline; it ends with that day where the city lies.
  due_on date,
  -- The calendar of that year was not published when this was computed.
  due_beyond_published boolean not null default false,
  assignee_bk platform.bucket,
  assignee_id uuid,
  check ((assignee_bk is null) = (assignee_id is null)),
  check (due_on is not null or not due_beyond_published),
  constraint standing_action foreign key (case_id, seq, state) references review.action (case_id, no, to_state)
);
create unique index standing_one_open on review.standing (procedure, subject) where is_open;
create index standing_open on review.standing (procedure, state) where is_open;
create index standing_due on review.standing (due_on) where is_open and due_on is not null;
create index standing_assignee on review.standing (assignee_bk, assignee_id) where is_open;

-- Whose desk a case lies on, from when, and why it moved.
create table review.assignment (
  case_id uuid not null references review.case_file,
  no integer not null check (no >= 1),
  -- Nobody in particular where null: whoever may.
  assignee_bk platform.bucket,
  assignee_id uuid,
  made_by_bk platform.bucket,
  made_by_id uuid,
  reason text not null check (length(reason) between 1 and 500),
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint assignment_key primary key (case_id, no),
  check ((assignee_bk is null) = (assignee_id is null)),
  check ((made_by_bk is null) = (made_by_id is null))
);

-- What was said about a deadline, once each: that it is near, that it passed, that it rose to the level above.
create table review.reminder (
  case_id uuid not null,
  action_no integer not null,
  kind text not null check (kind in ('near', 'passed', 'risen')),
  level smallint not null default 0 check (level between 0 and 9),
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (case_id, action_no, kind, level),
  foreign key (case_id, action_no) references review.action (case_id, no)
);

-- Days off and make-up working days, as the State Council's yearly notice states them. A corrected year is a new
-- version; the newest counts.
create table review.calendar_year (
  year smallint not null check (year between 2000 and 2100),
  version smallint not null check (version >= 1),
  -- Number of the official notice, such as 国办发明电〔2025〕7号; null where only a collection was read.
  notice_no text check (length(notice_no) between 4 and 60),
  source text not null check (length(source) between 2 and 200),
  made_by_bk platform.bucket,
  made_by_id uuid,
  made_by text not null,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint calendar_year_key primary key (year, version),
  check ((made_by_bk is null) = (made_by_id is null))
);

create table review.calendar_day (
  year smallint not null,
  version smallint not null,
  day date not null,
  kind text not null check (kind in ('day-off', 'make-up')),
  name_zh text not null check (length(name_zh) between 1 and 60),
  name_en text not null check (length(name_en) between 1 and 120),
  primary key (year, version, day),
  foreign key (year, version) references review.calendar_year,
  constraint calendar_day_in_year check (extract(year from day) = year),
  -- A make-up day is a Saturday or a Sunday; a Monday is a working day anyway.
  constraint calendar_day_make_up check (kind <> 'make-up' or extract(isodow from day) in (6, 7))
);

-- 公示. What stands here is already masked: what was hidden is kept nowhere in this table.
create table review.notice (
  id uuid primary key,
  case_id uuid not null,
  action_no integer not null,
  purpose text not null check (purpose in ('aid', 'honour', 'organisation')),
  title text not null check (length(title) between 2 and 120),
  body text not null check (length(body) between 2 and 5000),
  -- [{"label": {"zh", "en"}, "value"}], masked
  subjects jsonb not null check (jsonb_typeof(subjects) = 'array'),
  working_days smallint not null check (working_days between 1 and 60),
  from_day date not null,
  until_day date not null,
  beyond_published boolean not null,
  opened_by_bk platform.bucket,
  opened_by_id uuid,
  opened_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint notice_days check (until_day >= from_day),
  constraint notice_once unique (case_id, action_no),
  check ((opened_by_bk is null) = (opened_by_id is null)),
  foreign key (case_id, action_no) references review.action (case_id, no)
);
create index notice_until on review.notice (until_day);

create table review.objection (
  notice_id uuid not null references review.notice,
  no integer not null check (no between 1 and 10000),
  objector_bk platform.bucket,
  objector_id uuid,
  objector_account uuid not null,
  objector text not null generated always as (coalesce(
    'person:' || objector_id::text, 'account:' || objector_account::text)) stored,
  text text not null check (length(text) between 10 and 2000),
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint objection_key primary key (notice_id, no),
  constraint objection_objector unique (notice_id, no, objector),
  check ((objector_bk is null) = (objector_id is null))
);
create index objection_by on review.objection (objector);

-- One answer each, and never by the one who objected.
create table review.objection_answer (
  notice_id uuid not null,
  no integer not null,
  objector text not null,
  is_upheld boolean not null,
  answer text not null check (length(answer) between 5 and 2000),
  answered_by_bk platform.bucket,
  answered_by_id uuid,
  answered_by_name text not null,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint objection_answer_key primary key (notice_id, no),
  foreign key (notice_id, no, objector) references review.objection (notice_id, no, objector),
  check ((answered_by_bk is null) = (answered_by_id is null)),
  constraint objection_answer_not_own check (objector <> coalesce('person:' || answered_by_id::text, 'system'))
);

-- The certificate of a notice that ran its course, or that it was broken off and why.
create table review.notice_end (
  notice_id uuid primary key references review.notice,
  outcome text not null check (outcome in ('completed', 'broken-off')),
  reason text check (length(reason) between 1 and 500),
  objections integer not null check (objections >= 0),
  upheld integer not null check (upheld between 0 and objections),
  answered integer not null,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((outcome = 'broken-off') = (reason is not null)),
  constraint notice_end_all_answered check (outcome = 'broken-off' or answered = objections)
);

grant select, insert on review.case_file, review.action, review.assignment, review.reminder,
  review.calendar_year, review.calendar_day, review.notice, review.objection, review.objection_answer,
  review.notice_end to zhenyi_app;
grant select, insert, update on review.standing to zhenyi_app;
