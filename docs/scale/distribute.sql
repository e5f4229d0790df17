-- Spreads a migrated database over the machines of a Citus cluster (13 or newer on PostgreSQL 15 or newer). Run once, as the owner,
-- on the coordinator, after `zhenyi db migrate` and before there is load: psql -v ON_ERROR_STOP=1 -f distribute.sql
-- Nothing else in the repository knows Citus. docs/scale/README.md says when this is worth it, and when it is not.
\set ON_ERROR_STOP on
set client_min_messages = warning;

-- Machines ask each other as the role that asked the coordinator. pg_hba.conf says from where it may; no password is set here.
alter role zhenyi_app login;

create temp table spread (place integer primary key, name text not null, kind text not null);
insert into spread (place, name, kind) values
  -- What belongs to a person: by bucket, one group, so that a bucket's rows lie together. The first one leads the group.
  (1, 'people.person', 'bucketed'), (2, 'people.person_link', 'bucketed'), (3, 'people.consent', 'bucketed'),
  (4, 'people.request', 'bucketed'), (5, 'memberships.membership', 'bucketed'),
  (6, 'memberships.membership_history', 'bucketed'), (7, 'green_travel.budget_slice', 'bucketed'),
  (8, 'green_travel.rider', 'bucketed'), (9, 'green_travel.rider_day', 'bucketed'),
  (10, 'green_travel.voucher', 'bucketed'),
  -- Partitions that are there come along; those that prepare_month makes later are spread as they are attached.
  (11, 'green_travel.ride', 'bucketed'), (12, 'green_travel.ride_reversal', 'bucketed'),
  -- Slow tables that those refer to: a copy on every machine. What others refer to comes first.
  (21, 'organisations.organisation', 'reference'), (22, 'people.consent_wording', 'reference'),
  (23, 'green_travel.terms', 'reference'), (24, 'green_travel.company', 'reference'),
  (25, 'green_travel.route', 'reference'), (26, 'green_travel.reader', 'reference'),
  (27, 'green_travel.signing_key', 'reference'), (28, 'green_travel.pseudonym_key', 'reference'),
  (29, 'green_travel.budget', 'reference'), (30, 'green_travel.budget_parent', 'reference');

-- A local table may not refer to a spread one, not even for a moment: the foreign keys of and to these tables are taken off and
-- come back below, within the bucket or to a reference table as they always were. Tables are spread where they are, so that
-- functions over their rows stay.
create temp table held_back as
  select conrelid::regclass::text as owner, conname as name, pg_get_constraintdef(oid) as definition
  from pg_constraint
  where contype = 'f' and conparentid = 0
    and (conrelid::regclass::text in (select name from spread) or confrelid::regclass::text in (select name from spread));
select format('alter table %s drop constraint %I', owner, name) from held_back \gexec

-- Citus finds a row's machine by the type of the bucket's column, and does not look through a domain: the same values as plain
-- numbers, with the domain's rule as a check. What is built over the columns steps aside and comes back.
create temp table rebuilt as
  select 'view' as kind, 'green_travel.ride_leg' as name, pg_get_viewdef('green_travel.ride_leg'::regclass) as definition
  union all
  select 'function', 'memberships.standing_on(smallint, uuid, date)',
    pg_get_functiondef('memberships.standing_on(smallint, uuid, date)'::regprocedure);
select format('drop %s %s', kind, name) from rebuilt \gexec
select format('alter table %s alter column bk type smallint, add constraint %I check (bk between 0 and 63)',
  name, split_part(name, '.', 2) || '_bucket_range')
from spread where kind = 'bucketed' order by place \gexec

select format('select create_distributed_table(%L, ''bk'', %s)', name,
  case place when 1 then 'shard_count => 32' else 'colocate_with => ''people.person''' end)
from spread where kind = 'bucketed' order by place \gexec
select format('select create_reference_table(%L)', name) from spread where kind = 'reference' order by place \gexec

-- A local table that refers to a reference table would become Citus' own, and what it may ask in one statement would shrink (the
-- ledger posts with subqueries). It stays PostgreSQL's and loses that foreign key: what it names is never deleted by anybody's
-- right, and it finds what it names before it writes.
select format('alter table %s add constraint %I %s', owner, name, definition) from held_back
where owner in (select name from spread) \gexec
select case kind when 'view' then format('create view %s as %s', name, definition) else definition end
from rebuilt order by kind \gexec
grant select on green_travel.ride_leg to zhenyi_app;
grant execute on function memberships.standing_on(smallint, uuid, date) to zhenyi_app;

-- Local, on the coordinator: what is slow and joined with review, ledger and files, or the totals of a posting, which are few
-- (scan_file, scan_half, scan_refusal, reader_gap, ride_total, ride_rollup, month_recorded, claims, differences, statements, flags,
-- day_posting, budget_posted, purged_day, watermark),
-- and the staging that a file is read into before it is spread. The audit log too, which jobs seal; a machine that runs a ride's
-- function finds it from there.
select citus_add_local_table_to_metadata('audit.line');

-- What the spread function calls must be on every machine.
select create_distributed_function('memberships.standing_on(smallint, uuid, date)');
select create_distributed_function('green_travel.day_of(date, smallint, smallint, smallint, integer)');
select create_distributed_function('green_travel.objection_to_voucher(bigint, date, timestamptz, timestamptz)');
select create_distributed_function('green_travel.objection(bigint, date, timestamptz, smallint, smallint, timestamptz, timestamptz)');
select create_distributed_function('green_travel.first_of_month(integer)');
select create_distributed_function('green_travel.seen_before(smallint, bigint, smallint, timestamptz, integer)');
select create_distributed_function('audit.add_line(jsonb, jsonb)');
-- One ride is one call on the machine that holds its bucket.
select create_distributed_function(
  'green_travel.authorise_ride(smallint, bigint, smallint, timestamptz, uuid, text, text, bytea, timestamptz, boolean, jsonb)',
  'p_bk', colocate_with => 'people.person');

-- A batch lies on several machines: there it is its rides one by one, each as above, each with its own audit line.
create or replace function green_travel.authorise_rides(p_bk smallint[], p_voucher bigint[], p_counter smallint[],
  p_taken_at timestamptz[], p_reader text[], p_route text[], p_signature bytea[], p_organisation uuid, p_now timestamptz,
  p_line jsonb) returns smallint[] language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  answers smallint[] := '{}';
begin
  for i in 1 .. cardinality(p_voucher) loop
    answers := answers || green_travel.authorise_ride(p_bk[i], p_voucher[i], p_counter[i], p_taken_at[i], p_organisation,
      p_reader[i], p_route[i], p_signature[i], p_now, false, jsonb_set(p_line, '{id}', to_jsonb(gen_random_uuid())));
  end loop;
  return answers;
end $$;

-- What holds a bucket alone or shared must do so on the machine where the bucket lies: giving back goes there as a ride does,
-- and a file asks for its buckets' locks by a table that has one row a bucket.
select create_distributed_function('green_travel.void_due(smallint, date, timestamptz, integer)', 'p_bk',
  colocate_with => 'people.person');
create table green_travel.bucket_lock (bk smallint primary key check (bk between 0 and 63));
select create_distributed_table('green_travel.bucket_lock', 'bk', colocate_with => 'people.person');
insert into green_travel.bucket_lock select generate_series(0, 63);

-- A half of a file: its lines are spread by bucket, judged where their vouchers lie, and become rides there. The rule is
-- `judging`, as on one machine; only a statement that both writes and reads several machines is several statements here.
create unlogged table green_travel.spread_0 (bk smallint not null, like green_travel.stage_0);
create unlogged table green_travel.spread_1 (bk smallint not null, like green_travel.stage_1);
create unlogged table green_travel.judged_0 (
  bk smallint not null, voucher bigint not null, counter smallint not null, line integer not null, route smallint not null,
  taken_at timestamptz not null, read_at timestamptz not null, turn bigint not null, budget smallint, member_fen smallint,
  union_fen smallint, day date, result smallint not null
);
create unlogged table green_travel.judged_1 (like green_travel.judged_0);
select create_distributed_table('green_travel.' || name, 'bk', colocate_with => 'people.person')
from unnest('{spread_0,spread_1,judged_0,judged_1}'::text[]) t (name);

create or replace function green_travel.clear_stage(p_half smallint) returns void language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
begin
  execute format('truncate green_travel.stage_%1$s, green_travel.spread_%1$s, green_travel.judged_%1$s', p_half);
end $$;

create or replace function green_travel.post_half(p_file integer, p_half smallint, p_forged integer[])
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  f green_travel.scan_file;
  answer green_travel.scan_half;
  judged constant text := format('green_travel.judged_%s', p_half);
  spread constant text := format('green_travel.spread_%s', p_half);
  late record;
  scan record;
  given integer;
  moment timestamptz;
begin
  select * into f from green_travel.scan_file where id = p_file for share;
  select * into answer from green_travel.scan_half where file = p_file and half = p_half;
  if found then
    return;
  end if;
  perform pg_advisory_xact_lock_shared(4201, f.company);
  moment := clock_timestamp();
  perform pg_advisory_xact_lock_shared(4200, bk) from green_travel.bucket_lock
  where bk between p_half * 32 and p_half * 32 + 31;
  execute format('insert into %s select ((voucher >> 34) & 63)::smallint, stage.* from green_travel.stage_%s stage', spread, p_half);
  execute format('insert into %s (bk, voucher, counter, line, route, taken_at, read_at, turn, budget, member_fen, union_fen, day, result) %s',
    judged, green_travel.judging(spread, 'bk, voucher, counter', 'green_travel.voucher', '')) using p_forged, f.reader;
  -- Lines whose reserve was given back take budget anew, in the order of riding.
  for late in execute format('select budget, union_fen, count(*)::integer as rides from %s where result = -1 group by 1, 2 order by 1, 2', judged) loop
    given := green_travel.take_budget(0::smallint, late.budget, late.union_fen, late.rides);
    for scan in execute format('select bk, voucher, line from %s where result = -1 and budget = $1 and union_fen = $2
      order by taken_at, voucher, counter', judged) using late.budget, late.union_fen loop
      execute format('update %s set result = $3 where bk = $1 and line = $2', judged)
      using scan.bk, scan.line, case when given > 0 then 0 else 14 end;
      if given > 0 then
        update green_travel.voucher set voided_rides = voided_rides - 1 where bk = scan.bk and id = scan.voucher;
      end if;
      given := given - 1;
    end loop;
  end loop;
  execute format('insert into green_travel.ride (bk, voucher, counter, day, taken_at, read_at, recorded_at, company, route, reader,
      budget, member_fen, union_fen, company_fen, source, file)
    select bk, voucher, counter, day, taken_at, read_at, $1, $2, route, $3, budget, member_fen, union_fen,
      member_fen + union_fen, 2, $4 from %s where result = 0', judged) using moment, f.company, f.reader, p_file;
  execute format('insert into green_travel.ride_total (company, route, budget, day, result, file, half, rides, member_fen, union_fen,
      recorded_at)
    select $2, nullif(route, 0), budget, day, result, $3, $4, lines, case result when 0 then lines * member_fen else 0 end,
      case result when 0 then lines * union_fen else 0 end, $1
    from (select route, budget, coalesce(day, (taken_at at time zone ''Asia/Shanghai'')::date) as day, result, member_fen,
      union_fen, count(*) as lines from %s group by 1, 2, 3, 4, 5, 6) tally', judged) using moment, f.company, p_file, p_half;
  execute format('insert into green_travel.month_recorded as known (month, half, recorded_at)
    select green_travel.month_of(day), $1, $2 from (select distinct day from %s where result = 0) d group by 1
    on conflict (month, half) do update set recorded_at = greatest(known.recorded_at, excluded.recorded_at)', judged)
  using p_half, moment;
  execute format('insert into green_travel.scan_refusal (file, line, result, voucher, counter, taken_at, route)
    select $1, line, result, voucher, counter, taken_at, nullif(route, 0) from %s where result > 1 or (result = 1 and turn > 1)
    on conflict do nothing', judged) using p_file;
  execute format('select count(*) filter (where result = 0), count(*) filter (where result = 1),
    count(*) filter (where result > 1), count(*) filter (where result = 2) from %s', judged)
  into answer.accepted, answer.duplicate, answer.refused, answer.second_use;
  insert into green_travel.scan_half (file, half, accepted, duplicate, refused, second_use, recorded_at)
  values (p_file, p_half, answer.accepted, answer.duplicate, answer.refused, answer.second_use, moment);
  perform green_travel.clear_stage(p_half);
end $$;

-- Within one transaction a job reads many machines and then writes a reference table (the budget's parent): Citus asks for one
-- connection a machine for that. A file's half wants many.
select format('alter database %I set citus.multi_shard_modify_mode = %L', current_database(), 'sequential') \gexec
alter function green_travel.post_half(integer, smallint, integer[]) set citus.multi_shard_modify_mode = 'parallel';

-- On many machines every bucket debits a slice of its own (docs/scale/README.md).
update green_travel.budget_parent set slices = 64;
drop table held_back, rebuilt, spread;
