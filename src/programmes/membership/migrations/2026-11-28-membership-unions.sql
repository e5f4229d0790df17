-- The unions' side: how a union is founded, what form it has, who leads it until when, how it changes and ends.
-- That it exists, and where in the tree, stands in kernel `organisations`; what was decided stands in kernel `review`.

-- An application to found a union, as it stands now. Each sending of it is kept whole in `founding_filing`.
create table membership.founding (
  id uuid primary key,
  -- The level above that the application was sent to (工会法 article 12).
  level_above_id uuid not null references organisations.organisation,
  account_id uuid not null,
  union_name text not null check (length(union_name) between 4 and 80),
  unit_name text not null check (length(unit_name) between 2 and 80),
  -- The employer's own code, GB 32100; an area or a trade has none.
  unit_code char(18),
  unit_kind text not null check (unit_kind in ('enterprise', 'institution', 'government', 'social-organisation')),
  adcode char(6) not null check (adcode ~ '^[0-9]{6}$'),
  scope text not null check (scope in ('one-unit', 'several-units', 'area', 'trade')),
  form text not null check (form in ('committee', 'organiser', 'joint', 'association')),
  new_form boolean not null,
  trade text check (trade in ('courier', 'rider', 'truck', 'ride-hailing')),
  workers integer not null check (workers between 0 and 1000000),
  members integer not null check (members between 0 and 1000000),
  women_members integer not null check (women_members between 0 and members),
  contact_name text not null check (length(contact_name) between 1 and 50),
  contact_phone_sealed bytea not null,
  content jsonb not null,
  filed_at timestamptz not null,
  filings integer not null default 1,
  -- Set when it is registered.
  organisation_id uuid unique references organisations.organisation,
  -- 工会法 article 11 counts members, never workers.
  constraint founding_own_form check (form not in ('committee', 'organiser') or scope = 'one-unit'),
  constraint founding_organiser_small check (form <> 'organiser' or members < 25),
  constraint founding_unit_code check ((unit_code is null) = (scope in ('area', 'trade')))
);
create index founding_account on membership.founding (account_id, filed_at desc);
create index founding_level_above on membership.founding (level_above_id);
-- One employer has one application under way or one union; whatever was refused or withdrawn lets go of its code.
create table membership.founding_unit (
  unit_code char(18) primary key,
  founding_id uuid not null references membership.founding
);

create table membership.founding_filing (
  founding_id uuid not null references membership.founding,
  no integer not null,
  content jsonb not null,
  -- What the rules said on that day, line by line.
  advice jsonb not null,
  filed_at timestamptz not null,
  made_by text not null,
  primary key (founding_id, no)
);

-- What was missing when an application went back, point by point.
create table membership.founding_return (
  founding_id uuid not null references membership.founding,
  at timestamptz not null,
  missing text[] not null check (cardinality(missing) > 0),
  made_by text not null,
  primary key (founding_id, at)
);

-- Who will be on the first roll. Names and numbers stand in kernel `people`; this is who, and that they asked.
create table membership.founding_member (
  founding_id uuid not null references membership.founding,
  person_bk platform.bucket not null,
  person_id uuid not null,
  added_at timestamptz not null,
  primary key (founding_id, person_bk, person_id)
);

-- What a members' meeting elected: of a founding, a re-election or a by-election. Each report is kept.
create table membership.election_report (
  id uuid primary key,
  founding_id uuid references membership.founding,
  organisation_id uuid references organisations.organisation,
  held_on date not null,
  meeting text not null check (meeting in ('members', 'delegates')),
  entitled integer not null check (entitled > 0),
  present integer not null,
  term_years integer not null check (term_years in (3, 5)),
  officers jsonb not null,
  reported_at timestamptz not null,
  made_by text not null,
  check ((founding_id is null) <> (organisation_id is null)),
  -- 工会基层组织选举工作条例: two thirds of those entitled must be there.
  constraint election_quorum check (present <= entitled and 3 * present >= 2 * entitled)
);
create index election_report_founding on membership.election_report (founding_id, reported_at desc);

-- The face of a union beside its dated history (decision record 0004).
create table membership.union_profile (
  organisation_id uuid primary key references organisations.organisation,
  form text not null check (form in ('committee', 'organiser', 'joint', 'association')),
  new_form boolean not null,
  trade text check (trade in ('courier', 'rider', 'truck', 'ride-hailing')),
  founded_on date not null,
  workers integer check (workers between 0 and 1000000),
  women_body text check (women_body in ('committee', 'commissioner')),
  version integer not null default 1
);
create table membership.union_profile_history (
  organisation_id uuid not null references organisations.organisation,
  version integer not null,
  valid_from date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  form text not null,
  new_form boolean not null,
  trade text,
  founded_on date not null,
  made_by text not null,
  primary key (organisation_id, version)
);

-- A committee's term (工会法 article 16: three or five years). Its last day counts.
create table membership.union_term (
  organisation_id uuid not null references organisations.organisation,
  no integer not null check (no >= 1),
  years integer not null check (years in (3, 5)),
  from_day date not null,
  until_day date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  made_by text not null,
  primary key (organisation_id, no),
  constraint union_term_years check (until_day = (from_day + make_interval(years => years))::date - 1)
);
-- A postponed election: a decision of the level above with its paper. The term's own days never change.
create table membership.union_term_extension (
  organisation_id uuid not null,
  term_no integer not null,
  until_day date not null,
  document_number text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  made_by text not null,
  primary key (organisation_id, term_no),
  foreign key (organisation_id, term_no) references membership.union_term
);

create table membership.union_officer (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  duty text not null check (duty in ('chair', 'vice-chair', 'committee', 'organiser', 'audit', 'women')),
  name text not null check (length(name) between 1 and 50),
  term_no integer not null,
  from_day date not null,
  until_day date,
  why_ended text,
  made_by text not null,
  check (until_day is null or until_day >= from_day),
  check ((until_day is null) = (why_ended is null))
);
create unique index union_officer_one_chair on membership.union_officer (organisation_id)
  where duty = 'chair' and until_day is null;
create index union_officer_union on membership.union_officer (organisation_id, from_day);

-- What a union wants changed and the level above decides: a name, a place in the tree, a merger, an end, an election.
create table membership.union_matter (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  kind text not null check (kind in (
    'rename', 'move', 'merge', 'dissolve', 're-election', 'by-election', 'extension')),
  content jsonb not null,
  reason text not null check (length(reason) between 4 and 1000),
  proposed_at timestamptz not null,
  made_by text not null,
  -- Set when what was granted was carried out.
  carried_out_at timestamptz,
  outcome jsonb
);
create index union_matter_union on membership.union_matter (organisation_id, proposed_at desc);

-- What a member of a union that is to end wishes; silence keeps the membership (retained).
create table membership.dissolution_wish (
  matter_id uuid not null references membership.union_matter,
  person_bk platform.bucket not null,
  person_id uuid not null,
  to_organisation_id uuid not null references organisations.organisation,
  wished_at timestamptz not null,
  primary key (matter_id, person_bk, person_id)
);

-- Papers issued by a federation, so that no number is given twice.
create table membership.issued_document (
  issuer_id uuid not null references organisations.organisation,
  number text not null check (number ~ '^[^〔〕]{1,20}〔20[0-9]{2}〕[1-9][0-9]{0,4}号$'),
  kind text not null check (kind in ('preparation', 'election', 'matter')),
  subject text not null,
  issued_on date not null,
  made_by text not null,
  constraint issued_document_number primary key (issuer_id, number)
);
create index issued_document_subject on membership.issued_document (subject);

-- Which warnings of a term went out, so that a job that runs twice tells nobody twice.
create table membership.term_warning (
  organisation_id uuid not null references organisations.organisation,
  until_day date not null,
  stage text not null check (stage in ('due-6', 'due-3', 'due-1', 'overdue', 'vacant')),
  told_at timestamptz not null,
  primary key (organisation_id, until_day, stage)
);

grant select, insert, update on membership.founding, membership.union_profile to zhenyi_app;
grant select, insert, delete on membership.founding_unit, membership.founding_member to zhenyi_app;
grant select, insert on membership.founding_filing, membership.founding_return, membership.election_report, membership.union_profile_history,
  membership.union_term, membership.union_term_extension, membership.issued_document, membership.term_warning
  to zhenyi_app;
grant select, insert on membership.union_officer, membership.union_matter to zhenyi_app;
grant update (until_day, why_ended) on membership.union_officer to zhenyi_app;
grant update (carried_out_at, outcome) on membership.union_matter to zhenyi_app;
grant select, insert, delete on membership.dissolution_wish to zhenyi_app;
