-- What a company claims for a month, how it differs from readers and journal, and the statements that were made of it.
create table green_travel.claim_file (
  id integer generated always as identity primary key,
  stored_file uuid not null constraint claim_file_stored_key unique,
  name text not null,
  company smallint not null references green_travel.company,
  -- Months since January 2020. The newest claim of a month is the one that stands; the others are its history.
  month smallint not null,
  lines integer not null,
  refused integer not null,
  rides integer not null,
  fen bigint not null,
  made_by text not null,
  received_at timestamptz not null
);
create index claim_file_month on green_travel.claim_file (company, month, id);

create table green_travel.claim_line (
  claim integer not null references green_travel.claim_file,
  line integer not null,
  -- The company's own number, where it gives one.
  number text,
  day date not null,
  route smallint not null references green_travel.route,
  rides integer not null check (rides > 0),
  fen bigint not null check (fen >= 0),
  primary key (claim, line)
);
create unique index claim_line_number on green_travel.claim_line (claim, number) where number is not null;

create table green_travel.claim_refusal (
  claim integer not null references green_travel.claim_file,
  line integer not null,
  reason text not null,
  value text not null,
  primary key (claim, line)
);

-- A difference is found once: the same one again is the same row. What was decided about it is a case of the kernel's
-- review, under the subject green-travel.difference:<id>.
create table green_travel.difference (
  id uuid primary key,
  company smallint not null references green_travel.company,
  month smallint not null,
  kind text not null check (kind in ('missing-in-journal', 'journal-without-scan', 'missing-in-claim', 'missing-in-scans',
    'second-use', 'refused-claimed', 'altered-amount', 'altered-route', 'altered-day')),
  day date not null,
  route smallint not null,
  rides integer not null check (rides >= 0),
  -- What the statement changes by where the other side is right.
  fen bigint not null,
  evidence jsonb not null,
  claim integer references green_travel.claim_file,
  case_id uuid not null,
  found_at timestamptz not null
);
create index difference_month on green_travel.difference (company, month);

-- How each ended: 'by-records' moves nothing, 'by-claim' moves `fen`, 'gone' was no longer found.
create table green_travel.difference_end (
  difference uuid primary key references green_travel.difference,
  outcome text not null check (outcome in ('by-records', 'by-claim', 'gone')),
  made_by text not null,
  recorded_at timestamptz not null
);

-- What is to be paid for a month. Its content says everything that its PDF shows; recomputing goes to the rides themselves.
create table green_travel.statement (
  id uuid primary key,
  company smallint not null references green_travel.company,
  month smallint not null,
  -- Files recorded up to here are in it; later ones are in a later month's, as late rides.
  cut_at timestamptz not null,
  content jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  due_fen bigint not null,
  case_id uuid not null,
  proposed_by text not null,
  proposed_at timestamptz not null
);
create index statement_month on green_travel.statement (company, month);

-- Approved by somebody else than who proposed it; one a month.
create table green_travel.statement_approval (
  company smallint not null,
  month smallint not null,
  statement uuid not null references green_travel.statement,
  approved_by text not null,
  recorded_at timestamptz not null,
  primary key (company, month)
);

grant select, insert on green_travel.claim_file, green_travel.claim_line, green_travel.claim_refusal,
  green_travel.difference, green_travel.difference_end, green_travel.statement, green_travel.statement_approval
  to zhenyi_app;
grant insert on green_travel.ride_total to zhenyi_app;
