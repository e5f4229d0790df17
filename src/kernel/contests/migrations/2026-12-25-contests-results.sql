-- Films, and what follows a final: the result on public notice, standing, and its certificates.

-- Rules gain three members; nothing changes for a contest that had none of them.
update contests.contest set rules = '{"organisationPrize": null, "recommendation": null, "noticeWorkingDays": 5}'::jsonb || rules;
update contests.amendment set rules = '{"organisationPrize": null, "recommendation": null, "noticeWorkingDays": 5}'::jsonb || rules;

-- What an entry's film is, as read from the file, and what was made of it since.
create table contests.film (
  entry_id uuid primary key references contests.entry,
  file_id uuid not null references files.file,
  -- `videoFacts` in the shapes of `files`.
  facts jsonb not null,
  poster_file_id uuid references files.file,
  playback_file_id uuid references files.file,
  -- How often a job tried to make the small copy; after the third time the original stays.
  tries integer not null default 0 check (tries between 0 and 3),
  recorded_at timestamptz not null default clock_timestamp()
);
create index film_to_make on contests.film (entry_id) where playback_file_id is null and tries < 3;

-- Taken out by a person, for a reason. Append-only.
create table contests.disqualification (
  entry_id uuid primary key references contests.entry,
  reason text not null check (length(reason) between 2 and 500),
  decided_by text not null,
  decided_by_bk platform.bucket,
  decided_by_id uuid,
  decided_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp()
);

-- A result as somebody proposed it, with its lists; a second one follows where an objection was upheld. Append-only.
create table contests.result (
  id uuid primary key,
  contest_id uuid not null references contests.contest,
  no integer not null check (no > 0),
  -- SHA-256 over the three lists, one JSON line a row.
  digest char(64) not null,
  proposed_by text not null,
  proposed_by_bk platform.bucket,
  proposed_by_id uuid,
  proposed_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (contest_id, no)
);

create table contests.result_award (
  result_id uuid not null references contests.result,
  entry_id uuid not null references contests.entry,
  award text not null,
  award_name text not null,
  -- From 1, over all awards.
  place integer not null check (place > 0),
  rank integer not null check (rank > 0),
  mean text not null,
  primary key (result_id, entry_id),
  unique (result_id, place)
);
create index result_award_entry on contests.result_award (entry_id);

create table contests.result_unit (
  result_id uuid not null references contests.result,
  unit_id uuid not null references organisations.organisation,
  place integer not null check (place > 0),
  entries integer not null check (entries > 0),
  awards integer not null check (awards >= 0),
  points integer not null check (points >= 0),
  is_awarded boolean not null,
  primary key (result_id, unit_id)
);

create table contests.result_recommended (
  result_id uuid not null references contests.result,
  entry_id uuid not null references contests.entry,
  place integer not null check (place > 0),
  rank integer not null check (rank > 0),
  mean text not null,
  primary key (result_id, entry_id)
);

-- The result that stands: one a contest. Append-only.
create table contests.standing_result (
  contest_id uuid primary key references contests.contest,
  result_id uuid not null unique references contests.result,
  -- In the numbers of its certificates.
  series integer not null unique,
  published_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create sequence contests.certificate_series;

-- Its code stands in the QR code and tells nothing. Append-only.
create table contests.certificate (
  code char(16) primary key check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  no text not null unique,
  result_id uuid not null references contests.result,
  -- Of an entry, or of a unit.
  entry_id uuid references contests.entry,
  unit_id uuid references organisations.organisation,
  award_name text not null,
  place integer not null check (place > 0),
  recorded_at timestamptz not null default clock_timestamp(),
  check ((entry_id is null) <> (unit_id is null)),
  unique (result_id, place)
);
create unique index certificate_entry on contests.certificate (entry_id) where entry_id is not null;

-- Files with many certificates, made by a job.
create table contests.certificate_batch (
  result_id uuid not null references contests.result,
  no integer not null check (no > 0),
  from_place integer not null,
  to_place integer not null,
  file_id uuid references files.file,
  tries integer not null default 0,
  asked_by text not null,
  asked_at timestamptz not null,
  made_at timestamptz,
  primary key (result_id, no),
  check (from_place <= to_place),
  check ((file_id is null) = (made_at is null))
);
create index certificate_batch_to_make on contests.certificate_batch (asked_at) where file_id is null;

grant select, insert, update on contests.film, contests.certificate_batch to zhenyi_app;
grant select, insert on contests.disqualification, contests.result, contests.result_award, contests.result_unit,
  contests.result_recommended, contests.standing_result, contests.certificate to zhenyi_app;
grant usage on sequence contests.certificate_series to zhenyi_app;
