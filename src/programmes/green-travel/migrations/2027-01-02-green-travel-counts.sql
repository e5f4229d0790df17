-- What pages ask and would otherwise count over all the years before: kept beside the rows it is counted from, in the same
-- transaction, so that a page costs the same however old the books are. `recount` makes all of it anew from the rows, and
-- `zhenyi green-travel verify-journal` proves that it is what the rows say.

-- Numbers of a reader's files that never came, as runs. What stands here is the page of gaps, and its length their number.
create table green_travel.reader_gap (
  reader integer not null references green_travel.reader,
  first_number integer not null check (first_number > 0),
  last_number integer not null,
  primary key (reader, first_number),
  check (last_number >= first_number),
  constraint reader_gap_apart exclude using gist (reader with =, int4range(first_number, last_number, '[]') with &&)
);
create index scan_file_reader_received on green_travel.scan_file (reader, received_at) where state <> 'refused';

-- What of a budget is posted: the sum of its day_posting.
create table green_travel.budget_posted (
  budget smallint primary key references green_travel.budget,
  rides bigint not null,
  member_fen bigint not null,
  union_fen bigint not null
);

-- The last moment at which a file brought rides of a month, a row a half, so that the halves never wait for each other: a statement
-- that is counted again goes to the months into which something came since, and to no other.
create table green_travel.month_recorded (
  month smallint not null,
  half smallint not null check (half in (0, 1)),
  recorded_at timestamptz not null,
  primary key (month, half)
);
create index month_recorded_at on green_travel.month_recorded (recorded_at);

-- Totals by the month of the ride and the month of the record, so that the figures of a past day can be told as they were known.
-- Everything recorded before `folded_before` is in it, once; the rest is read from ride_total by when it was recorded.
create table green_travel.ride_rollup (
  recorded_month date not null,
  month date not null,
  company smallint not null,
  -- 0: none was told.
  route smallint not null,
  budget smallint not null,
  rides bigint not null,
  member_fen bigint not null,
  union_fen bigint not null,
  primary key (month, recorded_month, company, route, budget)
);
create table green_travel.rollup_mark (
  id boolean primary key default true check (id),
  folded_before date not null
);
create index ride_total_when on green_travel.ride_total (recorded_at) where result = 0;

create function green_travel.month_of(day date) returns smallint language sql immutable parallel safe as $$
  select ((extract(year from day)::integer - 2020) * 12 + extract(month from day)::integer - 1)::smallint
$$;

-- Makes the runs around a number anew from the neighbours that are there. Whoever takes a number or gives it back calls it in
-- the same transaction; the same again changes nothing.
create function green_travel.note_number(p_reader integer, p_number integer) returns void language plpgsql
security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  before integer;
  after integer;
  is_there boolean;
begin
  perform pg_advisory_xact_lock(4204, p_reader);
  select coalesce(max(number), 0) into before from green_travel.scan_file
  where reader = p_reader and number < p_number and state <> 'refused';
  select min(number) into after from green_travel.scan_file
  where reader = p_reader and number > p_number and state <> 'refused';
  is_there := exists (select from green_travel.scan_file
    where reader = p_reader and number = p_number and state <> 'refused');
  delete from green_travel.reader_gap
  where reader = p_reader and last_number > before and (after is null or first_number < after);
  insert into green_travel.reader_gap (reader, first_number, last_number)
  select p_reader, first, last
  from (values (before + 1, case when is_there then p_number else after end - 1),
    (p_number + 1, case when is_there then after end - 1)) gap (first, last)
  where first <= last;
end $$;

create function green_travel.reader_gaps_by_files()
returns table (reader integer, first_number integer, last_number integer) language sql stable
set search_path = pg_catalog, pg_temp as $$
  select reader, before + 1, number - 1
  from (select reader, number, lag(number, 1, 0) over (partition by reader order by number) as before
    from green_travel.scan_file where state <> 'refused' and number is not null) n
  where number > before + 1
$$;

-- Adds to the rollup what was recorded within a time; whoever folds moves the mark.
create function green_travel.fold_totals(p_from timestamptz, p_to timestamptz) returns void language sql
security definer set search_path = pg_catalog, pg_temp as $$
  insert into green_travel.ride_rollup as known (recorded_month, month, company, route, budget, rides, member_fen, union_fen)
  select date_trunc('month', recorded_at at time zone 'Asia/Shanghai')::date, date_trunc('month', day)::date, company,
    coalesce(route, 0), budget, sum(rides), sum(member_fen), sum(union_fen)
  from green_travel.ride_total where result = 0 and recorded_at >= p_from and recorded_at < p_to
  group by 1, 2, 3, 4, 5
  on conflict (month, recorded_month, company, route, budget) do update
  set rides = known.rides + excluded.rides, member_fen = known.member_fen + excluded.member_fen,
    union_fen = known.union_fen + excluded.union_fen
$$;

-- All of it from the rows: for what was put there in bulk. Totals recorded before `p_folded_before` are folded.
create function green_travel.recount(p_folded_before date) returns void language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
  delete from green_travel.reader_gap;
  insert into green_travel.reader_gap select * from green_travel.reader_gaps_by_files();
  delete from green_travel.budget_posted;
  insert into green_travel.budget_posted
  select budget, sum(rides), sum(member_fen), sum(union_fen) from green_travel.day_posting group by 1;
  delete from green_travel.month_recorded;
  insert into green_travel.month_recorded
  select green_travel.month_of(day), half, max(recorded_at)
  from green_travel.ride_total where result = 0 and half is not null group by 1, 2;
  delete from green_travel.ride_rollup;
  perform green_travel.fold_totals('-infinity', p_folded_before::timestamp at time zone 'Asia/Shanghai');
  insert into green_travel.rollup_mark (folded_before) values (p_folded_before)
  on conflict (id) do update set folded_before = excluded.folded_before;
end $$;

-- Up to yesterday's day only: an older transaction may still write into the day before today.
select green_travel.recount(((now() at time zone 'Asia/Shanghai')::date - 1)) where exists (select from green_travel.ride_total);

grant select on green_travel.reader_gap, green_travel.budget_posted, green_travel.month_recorded, green_travel.ride_rollup,
  green_travel.rollup_mark to zhenyi_app;
grant insert, update on green_travel.budget_posted, green_travel.rollup_mark to zhenyi_app;
revoke all on function green_travel.note_number(integer, integer), green_travel.reader_gaps_by_files(),
  green_travel.fold_totals(timestamptz, timestamptz), green_travel.recount(date), green_travel.month_of(date) from public;
grant execute on function green_travel.note_number(integer, integer), green_travel.reader_gaps_by_files(),
  green_travel.fold_totals(timestamptz, timestamptz), green_travel.month_of(date) to zhenyi_app;
