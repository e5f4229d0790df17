-- Spreads a migrated database over the machines of a Citus cluster (13 or newer on PostgreSQL 15 or newer). Run once, as the owner,
-- on the coordinator, after `zhenyi db migrate` and before there is load: psql -v ON_ERROR_STOP=1 -f distribute.sql
-- Nothing else in the repository knows Citus. docs/scale/README.md says when this is worth it, and when it is not.
\set ON_ERROR_STOP on
set client_min_messages = warning;

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

select format('alter table %s add constraint %I %s', owner, name, definition) from held_back \gexec
select case kind when 'view' then format('create view %s as %s', name, definition) else definition end
from rebuilt order by kind \gexec
grant select on green_travel.ride_leg to zhenyi_app;
grant execute on function memberships.standing_on(smallint, uuid, date) to zhenyi_app;

-- The audit log stays on the coordinator, where jobs seal it; a machine that runs a ride's function finds it from there.
select citus_add_local_table_to_metadata('audit.line');

-- What the spread function calls must be on every machine.
select create_distributed_function('memberships.standing_on(smallint, uuid, date)');
select create_distributed_function('green_travel.day_of(green_travel.voucher, integer)');
select create_distributed_function('green_travel.rides_of(green_travel.voucher)');
select create_distributed_function('green_travel.objection(green_travel.voucher, green_travel.terms, integer, timestamptz, timestamptz)');
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

-- On many machines every bucket debits a slice of its own (docs/scale/README.md).
update green_travel.budget_parent set slices = 64;
drop table held_back, rebuilt, spread;
