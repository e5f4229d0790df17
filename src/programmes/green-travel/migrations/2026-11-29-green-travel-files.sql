-- Files of scans: what came, how far each is, what was refused line by line, and the totals that its rides made. A file is
-- counted in two halves of the buckets, each in one transaction, so that whatever dies in between leaves a whole half or none.
create table green_travel.scan_file (
  id integer generated always as identity primary key,
  stored_file uuid not null constraint scan_file_stored_key unique,
  name text not null,
  bytes bigint not null check (bytes >= 0),
  company smallint not null references green_travel.company,
  made_by text not null,
  received_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'paused', 'reading', 'posting', 'done', 'refused')),
  -- Why the file is refused as a whole: a name of `fileRefusals`.
  refusal text,
  reader integer references green_travel.reader,
  -- The reader's own count of its files; a number that never came is a gap.
  number integer check (number > 0),
  made_at timestamptz,
  -- SHA-256 of what the reader signed.
  digest text,
  lines integer,
  read_bytes bigint not null default 0,
  -- Median of the reader's clock less the phones', in seconds.
  clock_offset integer,
  sample_checked integer not null default 0,
  sample_failed integer not null default 0,
  -- A line of the sample did not hold: every line's signature is checked.
  checks_all boolean not null default false,
  started_at timestamptz,
  ended_at timestamptz,
  check ((state = 'refused') = (refusal is not null))
);
-- One file a number; what is refused takes no number.
create unique index scan_file_number on green_travel.scan_file (reader, number) where state <> 'refused';
create index scan_file_company on green_travel.scan_file (company, received_at);
create index scan_file_open on green_travel.scan_file (id) where state in ('waiting', 'reading', 'posting');

create table green_travel.scan_half (
  file integer not null references green_travel.scan_file,
  half smallint not null check (half in (0, 1)),
  accepted integer not null,
  duplicate integer not null,
  refused integer not null,
  -- Of the refused: the same code by another reader, which is the company's risk.
  second_use integer not null,
  recorded_at timestamptz not null,
  primary key (file, half)
);

-- Lines that are not simply accepted or there before: rules/results.ts, and from 30 on rules/files/form-refusals.ts.
create table green_travel.scan_refusal (
  file integer not null references green_travel.scan_file,
  line integer not null check (line > 0),
  result smallint not null check (result > 0),
  voucher bigint,
  counter smallint,
  taken_at timestamptz,
  route smallint,
  primary key (file, line)
);

-- What lines add up to, a row a posting, company, route, day and result, never changed: statements and figures read these
-- and not the rides, so that they do not grow with the journal. Result 0 is money; the others say how many lines a reader
-- handed in that are none. `file` is null for what connected readers asked.
create table green_travel.ride_total (
  company smallint not null,
  route smallint,
  budget smallint,
  -- The ride's day; the code's day where no voucher says one.
  day date not null,
  result smallint not null,
  file integer references green_travel.scan_file,
  half smallint,
  rides integer not null,
  member_fen bigint not null,
  union_fen bigint not null,
  recorded_at timestamptz not null default clock_timestamp(),
  check (result <> 0 or budget is not null),
  check (result = 0 or (member_fen = 0 and union_fen = 0))
);
create index ride_total_company on green_travel.ride_total (company, day);
create index ride_total_day on green_travel.ride_total (day, recorded_at) where result = 0;

create unlogged table green_travel.stage_0 (
  voucher bigint not null, counter smallint not null, line integer not null, code_at integer not null,
  read_at integer not null, route smallint not null
);
create unlogged table green_travel.stage_1 (like green_travel.stage_0);

grant select on green_travel.scan_file, green_travel.scan_half, green_travel.scan_refusal, green_travel.ride_total to zhenyi_app;
grant insert on green_travel.scan_file, green_travel.scan_refusal, green_travel.stage_0, green_travel.stage_1 to zhenyi_app;
grant update (state, refusal, reader, number, made_at, digest, lines, read_bytes, clock_offset, sample_checked, sample_failed,
  checks_all, started_at, ended_at) on green_travel.scan_file to zhenyi_app;

-- How closely the programme looks, with the day from which it holds.
create table green_travel.watchfulness (
  from_day date primary key,
  -- Lines of a file whose phone's signature is checked; all of them once one does not hold.
  sample_lines smallint not null check (sample_lines between 10 and 10000),
  -- Nobody gets from one bus to another faster: kilometres an hour as the crow flies.
  speed_kmh smallint not null check (speed_kmh between 20 and 400),
  made_by text not null,
  recorded_at timestamptz not null default clock_timestamp()
);
insert into green_travel.watchfulness (from_day, sample_lines, speed_kmh, made_by) values ('2020-01-01', 300, 90, 'as delivered');
grant select, insert on green_travel.watchfulness to zhenyi_app;
create index scan_refusal_taken on green_travel.scan_refusal (taken_at) where voucher is not null;
