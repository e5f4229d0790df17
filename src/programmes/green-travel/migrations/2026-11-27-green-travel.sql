-- One-fen bus rides. Slow tables first (reference tables where the database is spread over machines), then what belongs
-- to a rider, led by the bucket. The server's role reads all of it and writes by the owner's functions alone.
create schema green_travel;
grant usage on schema green_travel to zhenyi_app;

-- ---- what is agreed, and with whom ----

-- Programme data with a day from which it holds; a voucher keeps the terms under which it was issued.
create table green_travel.terms (
  id smallint primary key check (id > 0),
  from_day date not null unique,
  member_fen smallint not null check (member_fen >= 0),
  union_fen smallint not null check (union_fen > 0),
  rides_per_day smallint not null check (rides_per_day between 1 and 20),
  rides_per_month smallint not null check (rides_per_month between 1 and 400),
  -- Whole days that a voucher covers; with the day of its issue never more than 72 hours.
  voucher_days smallint not null check (voucher_days between 1 and 3),
  code_seconds smallint not null check (code_seconds between 10 and 300),
  clock_tolerance_seconds smallint not null check (clock_tolerance_seconds between 0 and 900),
  -- Days after a voucher's last one in which a late file still finds what was reserved.
  late_days smallint not null check (late_days between 0 and 60),
  -- Months after a month's end for which its rides are kept one by one (PIPL article 19).
  retention_months smallint not null check (retention_months between 1 and 120),
  made_by text not null,
  recorded_at timestamptz not null default clock_timestamp()
);

create table green_travel.company (
  id smallint primary key check (id > 0),
  organisation_id uuid not null constraint company_organisation_key unique references organisations.organisation,
  made_by text not null,
  recorded_at timestamptz not null default clock_timestamp()
);

create table green_travel.route (
  id smallint primary key check (id > 0),
  company smallint not null references green_travel.company,
  code text not null check (code ~ '^[A-Za-z0-9-]{1,16}$'),
  name text not null check (length(name) between 1 and 60),
  ended_on date,
  constraint route_code_key unique (company, code)
);

create table green_travel.reader (
  id integer primary key check (id > 0),
  company smallint not null references green_travel.company,
  code text not null check (code ~ '^[A-Za-z0-9-]{1,24}$'),
  -- Ed25519: signs the files of the reader's scans.
  public_key bytea not null check (octet_length(public_key) = 32),
  registered_on date not null,
  retired_on date check (retired_on >= registered_on),
  constraint reader_code_key unique (company, code)
);

-- Vouchers are signed by the newest key; readers hold all of them. The private half is sealed by the installation's keys.
create table green_travel.signing_key (
  no smallint primary key check (no between 1 and 255),
  public_key bytea not null check (octet_length(public_key) = 32),
  private_sealed bytea not null,
  recorded_at timestamptz not null default clock_timestamp()
);

-- A month's pseudonyms are a person's id under that month's own key. Without the row nobody can lead a ride back to a
-- person any more: it goes with the month's rides.
create table green_travel.pseudonym_key (
  month smallint primary key,
  key_sealed bytea not null,
  recorded_at timestamptz not null default clock_timestamp()
);

-- ---- the budget ----

create table green_travel.budget (
  id smallint primary key check (id > 0),
  -- Who pays; its members' rides and those of the unions below it are paid from here.
  organisation_id uuid not null references organisations.organisation,
  name text not null check (length(name) between 2 and 60),
  from_month smallint not null,
  to_month smallint not null check (to_month >= from_month),
  made_by text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint budget_one_a_month exclude using gist (
    organisation_id with =, int4range(from_month, to_month, '[]') with &&)
);

-- What was granted, and taken back; the sum is the appropriation.
create table green_travel.appropriation (
  id uuid primary key,
  budget smallint not null references green_travel.budget,
  amount_fen bigint not null check (amount_fen <> 0),
  document text not null check (length(document) between 2 and 80),
  reason text not null check (length(reason) between 4 and 400),
  made_by text not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create index appropriation_budget on green_travel.appropriation (budget);

create table green_travel.budget_event (
  budget smallint not null references green_travel.budget,
  no integer not null check (no > 0),
  kind text not null check (kind in ('paused', 'resumed')),
  reason text not null check (length(reason) between 4 and 400),
  made_by text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (budget, no)
);

-- What is neither spent nor reserved and lies in no slice. One row a budget is a queue, hence the slices.
create table green_travel.budget_parent (
  budget smallint primary key references green_travel.budget,
  free_fen bigint not null default 0 constraint budget_not_overspent check (free_fen >= 0),
  paused boolean not null default false,
  slices smallint not null default 1 check (slices between 1 and 64)
);

create table green_travel.budget_slice (
  bk platform.bucket not null,
  budget smallint not null,
  free_fen bigint not null constraint slice_not_overspent check (free_fen >= 0),
  primary key (bk, budget),
  foreign key (budget) references green_travel.budget
) with (fillfactor = 50);

-- ---- what belongs to a rider ----

-- A pseudonym of one month, and how many rides of that month were issued to it and not given back.
create table green_travel.rider (
  bk platform.bucket not null,
  month smallint not null,
  id uuid not null,
  issued smallint not null default 0 check (issued >= 0),
  primary key (bk, month, id)
);

create table green_travel.rider_day (
  bk platform.bucket not null,
  month smallint not null,
  rider uuid not null,
  day date not null,
  issued smallint not null check (issued >= 0),
  primary key (bk, month, rider, day),
  foreign key (bk, month, rider) references green_travel.rider
);

-- A voucher's number tells its month and bucket: months since January 2020, then six bits, then 34 random ones; at most
-- 15 digits, so that no spreadsheet rounds it. Its rides are shared out to its days: counters 1 to rides_1 are good on the
-- first, the next rides_2 on the second, and so on. So (voucher, counter) says the day of a ride, whatever a clock says,
-- and the key of a ride is the daily limit.
create table green_travel.voucher (
  bk platform.bucket not null,
  id bigint not null,
  month smallint not null,
  rider uuid not null,
  union_id uuid not null references organisations.organisation,
  budget smallint not null references green_travel.budget,
  terms smallint not null references green_travel.terms,
  signing_key smallint not null references green_travel.signing_key,
  -- Made by the phone for this voucher alone, so that no key links two of them.
  device_key bytea not null check (octet_length(device_key) = 32),
  first_day date not null,
  rides_1 smallint not null check (rides_1 between 0 and 20),
  rides_2 smallint not null check (rides_2 between 0 and 20),
  rides_3 smallint not null check (rides_3 between 0 and 20),
  void_due_on date not null,
  issued_at timestamptz not null default clock_timestamp(),
  -- Codes made from this moment on are refused.
  refused_from timestamptz,
  revoked_why text check (length(revoked_why) between 2 and 200),
  -- Rides that were given back to budget and limits: what stays unused when late files are over, or is revoked.
  voided_rides smallint not null default 0 check (voided_rides >= 0),
  voided_at timestamptz,
  primary key (bk, id),
  foreign key (bk, month, rider) references green_travel.rider,
  constraint voucher_number check (month = id >> 40 and bk = ((id >> 34) & 63)),
  constraint voucher_has_rides check (rides_1 + rides_2 + rides_3 between 1 and 60),
  constraint voucher_in_one_month check (
    first_day >= make_date(2020 + month / 12, month % 12 + 1, 1)
    and first_day + case when rides_3 > 0 then 2 when rides_2 > 0 then 1 else 0 end
      < make_date(2020 + (month + 1) / 12, (month + 1) % 12 + 1, 1)),
  constraint voucher_revoked check ((refused_from is null) = (revoked_why is null))
);
create index voucher_rider on green_travel.voucher (bk, month, rider);
create index voucher_void_due on green_travel.voucher (bk, void_due_on) where voided_at is null;
create index voucher_revoked on green_travel.voucher (first_day) where refused_from is not null;

-- The journal: a ride is (voucher, counter), and its row is its balanced entry. Partitioned by the voucher's number, and so
-- by its month, which no clock can change: the key holds over all partitions. No foreign key to the voucher, because its
-- trigger costs a million-line file more than all else; the functions below find the voucher first, verification proves it.
create table green_travel.ride (
  bk platform.bucket not null,
  voucher bigint not null,
  counter smallint not null check (counter between 1 and 60),
  day date not null,
  -- When the phone made the code, by its signature; when the reader read it, by its own clock.
  taken_at timestamptz not null,
  read_at timestamptz,
  recorded_at timestamptz not null default clock_timestamp(),
  company smallint not null,
  route smallint,
  reader integer not null,
  budget smallint not null,
  member_fen smallint not null check (member_fen >= 0),
  union_fen smallint not null check (union_fen >= 0),
  company_fen smallint not null,
  -- 1: a connected reader asked. 2: a file of scans.
  source smallint not null check (source in (1, 2)),
  file integer,
  signature bytea check (octet_length(signature) = 64),
  primary key (bk, voucher, counter),
  constraint ride_balances check (member_fen + union_fen = company_fen),
  constraint ride_bucket check (bk = ((voucher >> 34) & 63))
) partition by range (voucher);
create index ride_recorded on green_travel.ride using brin (recorded_at) with (pages_per_range = 32);

-- The legs of each entry, for whoever reads books: what is paid in adds up to what the company is owed.
create view green_travel.ride_leg as
  select bk, voucher, counter, day, company, budget, leg.account, leg.debit_fen, leg.credit_fen
  from green_travel.ride
  cross join lateral (values
    ('member', member_fen, 0), ('union', union_fen, 0), ('company', 0, company_fen))
    leg (account, debit_fen, credit_fen);

-- A ride is never changed; that it should not have been paid is a row of its own.
create table green_travel.ride_reversal (
  bk platform.bucket not null,
  voucher bigint not null,
  counter smallint not null,
  -- The day of the reversal, and so the month whose statement holds it.
  day date not null,
  company smallint not null,
  route smallint,
  budget smallint not null,
  member_fen smallint not null,
  union_fen smallint not null,
  company_fen smallint not null,
  reason text not null check (length(reason) between 4 and 400),
  made_by text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (bk, voucher, counter),
  constraint reversal_balances check (member_fen + union_fen = company_fen)
);

-- ---- the days' totals in the kernel's ledger ----

-- What of a day was carried to the ledger, transfer by transfer: late rides make another one. Reversed fen are negative.
create table green_travel.day_posting (
  day date not null,
  company smallint not null references green_travel.company,
  budget smallint not null references green_travel.budget,
  no smallint not null check (no > 0),
  rides integer not null,
  member_fen bigint not null,
  union_fen bigint not null check (union_fen <> 0),
  transfer_id uuid not null constraint day_posting_transfer_key unique,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (day, company, budget, no)
);

-- What is left of a month when its rides are gone: totals a day, company and budget, and the digest of their rows.
create table green_travel.purged_day (
  month smallint not null,
  day date not null,
  company smallint not null references green_travel.company,
  budget smallint not null references green_travel.budget,
  rides integer not null,
  member_fen bigint not null,
  union_fen bigint not null,
  digest text not null,
  purged_at timestamptz not null default clock_timestamp(),
  primary key (day, company, budget)
);

-- Standing is looked at again for whoever's membership changed since; the job's own watermark.
create table green_travel.watermark (
  name text primary key,
  up_to timestamptz not null
);

grant select on all tables in schema green_travel to zhenyi_app;
grant insert on green_travel.terms, green_travel.company, green_travel.route, green_travel.reader,
  green_travel.signing_key, green_travel.pseudonym_key, green_travel.budget, green_travel.budget_event,
  green_travel.day_posting to zhenyi_app;
grant insert, update on green_travel.watermark to zhenyi_app;
grant update (retired_on) on green_travel.reader to zhenyi_app;
grant update (ended_on) on green_travel.route to zhenyi_app;
grant insert (budget, slices), update (paused, slices) on green_travel.budget_parent to zhenyi_app;
