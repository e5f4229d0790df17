-- How rides and money are written: the owner's functions (SECURITY DEFINER, fixed search_path), one call each. Every
-- bucketed statement names its bucket first. The answers are rules/results.ts.

-- Rules take columns and not rows: where the tables are spread over machines, a row does not travel within a query (docs/scale).

-- The day of a voucher's ride, null beyond its rides.
create function green_travel.day_of(first_day date, rides_1 smallint, rides_2 smallint, rides_3 smallint, counter integer)
returns date language sql immutable parallel safe as $$
  select first_day + case
    when counter < 1 then null
    when counter <= rides_1 then 0
    when counter <= rides_1 + rides_2 then 1
    when counter <= rides_1 + rides_2 + rides_3 then 2 end
$$;

-- ---- months ----

create function green_travel.first_of_month(month integer) returns date language sql immutable parallel safe as $$
  select make_date(2020 + month / 12, month % 12 + 1, 1)
$$;

-- Makes room for a month's rides. Attaching holds nobody up, which creating a partition in place would.
create function green_travel.prepare_month(month integer) returns void language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
  part text := format('green_travel.ride_%s', month);
begin
  if month not between 0 and 511 then
    raise exception 'month % is not one', month;
  end if;
  if to_regclass(part) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(4200, -1);
  if to_regclass(part) is not null then
    return;
  end if;
  execute format('create table %s (like green_travel.ride including all)', part);
  execute format('alter table green_travel.ride attach partition %s for values from (%s) to (%s)',
    part, month::bigint << 40, (month + 1)::bigint << 40);
end $$;

-- ---- the budget ----

create function green_travel.appropriate(p_id uuid, p_budget smallint, p_fen bigint, p_document text, p_reason text,
  p_made_by text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into green_travel.appropriation (id, budget, amount_fen, document, reason, made_by)
  values (p_id, p_budget, p_fen, p_document, p_reason, p_made_by);
  -- What is taken back must be there: what lies idle in slices is fetched first.
  perform from green_travel.budget_parent where budget = p_budget for update;
  if p_fen < 0 then
    perform green_travel.recall(p_budget);
  end if;
  update green_travel.budget_parent set free_fen = free_fen + p_fen where budget = p_budget;
end $$;

-- What lies idle in slices returns. The caller holds the parent.
create function green_travel.recall(p_budget smallint) returns void language plpgsql as $$
declare
  idle bigint := 0;
  slice record;
begin
  for slice in select bk, free_fen from green_travel.budget_slice where budget = p_budget order by bk for update loop
    if slice.free_fen > 0 then
      update green_travel.budget_slice set free_fen = 0 where bk = slice.bk and budget = p_budget;
      idle := idle + slice.free_fen;
    end if;
  end loop;
  update green_travel.budget_parent set free_fen = free_fen + idle where budget = p_budget and idle > 0;
end $$;

-- Commits up to `p_rides` rides and answers how many; the last fen that make a whole ride are given too. A slice is filled in
-- steps of 100 rides; once the parent could no longer fill every slice, idle ones return and what is asked for comes from the
-- parent itself. Whoever holds a slice asks for nothing more of this budget in its transaction: nobody waits in a circle.
create function green_travel.take_budget(p_slot smallint, p_budget smallint, p_fen smallint, p_rides integer)
returns integer language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  parent green_travel.budget_parent;
  step constant bigint := 100 * p_fen;
  given integer := p_rides;
  filling bigint;
begin
  update green_travel.budget_slice set free_fen = free_fen - p_rides * p_fen
  where bk = p_slot and budget = p_budget and free_fen >= p_rides * p_fen;
  if found then
    return p_rides;
  end if;
  select * into parent from green_travel.budget_parent where budget = p_budget for update;
  if parent.free_fen >= parent.slices * step and parent.free_fen >= p_rides * p_fen then
    filling := greatest(step, p_rides * p_fen);
    update green_travel.budget_parent set free_fen = free_fen - filling where budget = p_budget;
    insert into green_travel.budget_slice as slice (bk, budget, free_fen)
    values (p_slot, p_budget, filling - p_rides * p_fen)
    on conflict (bk, budget) do update set free_fen = slice.free_fen + excluded.free_fen;
    return p_rides;
  end if;
  perform green_travel.recall(p_budget);
  select least(p_rides, free_fen / p_fen) into given from green_travel.budget_parent where budget = p_budget;
  update green_travel.budget_parent set free_fen = free_fen - given * p_fen where budget = p_budget and given > 0;
  return given;
end $$;

-- The last thing that a transaction does to this budget.
create function green_travel.give_back(p_budget smallint, p_fen bigint) returns void language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
begin
  update green_travel.budget_parent set free_fen = free_fen + p_fen where budget = p_budget and p_fen > 0;
end $$;

-- ---- vouchers ----

-- How many rides of each of three days the limits leave, at most those asked for. Holds the rider, so that two
-- phones cannot be given the same rides.
create function green_travel.rides_left(p_bk smallint, p_month smallint, p_rider uuid, p_first_day date,
  p_wanted smallint[], p_terms smallint) returns smallint[] language plpgsql
security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  t green_travel.terms;
  of_month integer;
  of_day integer;
  left_of_day integer;
  answer smallint[] := '{}';
begin
  select * into t from green_travel.terms where id = p_terms;
  insert into green_travel.rider (bk, month, id) values (p_bk, p_month, p_rider) on conflict do nothing;
  select issued into of_month from green_travel.rider where bk = p_bk and month = p_month and id = p_rider for update;
  for i in 0 .. 2 loop
    select coalesce(sum(issued), 0) into of_day from green_travel.rider_day
    where bk = p_bk and month = p_month and rider = p_rider and day = p_first_day + i;
    left_of_day := greatest(0, least(p_wanted[i + 1], t.rides_per_day - of_day, t.rides_per_month - of_month));
    of_month := of_month + left_of_day;
    answer := answer || left_of_day::smallint;
  end loop;
  return answer;
end $$;

-- Writes a voucher whose rides `rides_left` left and whose budget was taken, in the same transaction.
create function green_travel.issue_voucher(p_bk smallint, p_id bigint, p_rider uuid, p_union uuid, p_budget smallint,
  p_terms smallint, p_signing_key smallint, p_device_key bytea, p_first_day date, p_rides smallint[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  t green_travel.terms;
  p_month constant smallint := p_id >> 40;
  days integer;
begin
  select * into t from green_travel.terms where id = p_terms;
  days := case when p_rides[3] > 0 then 3 when p_rides[2] > 0 then 2 else 1 end;
  insert into green_travel.voucher (bk, id, month, rider, union_id, budget, terms, signing_key, device_key, first_day,
    rides_1, rides_2, rides_3, void_due_on)
  values (p_bk, p_id, p_month, p_rider, p_union, p_budget, p_terms, p_signing_key, p_device_key, p_first_day,
    p_rides[1], p_rides[2], p_rides[3], p_first_day + days + t.late_days);
  for i in 0 .. 2 loop
    continue when p_rides[i + 1] = 0;
    insert into green_travel.rider_day as known (bk, month, rider, day, issued)
    values (p_bk, p_month, p_rider, p_first_day + i, p_rides[i + 1])
    on conflict (bk, month, rider, day) do update set issued = known.issued + excluded.issued;
  end loop;
  update green_travel.rider set issued = issued + p_rides[1] + p_rides[2] + p_rides[3]
  where bk = p_bk and month = p_month and id = p_rider;
end $$;

-- From `p_at` on its codes are refused. The days after that one can no longer be ridden: they are free again at once, for
-- another phone and for the budget. The rest waits for late files as any other voucher's.
create function green_travel.revoke_voucher(p_bk smallint, p_id bigint, p_at timestamptz, p_why text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  v green_travel.voucher;
  that_day constant date := (p_at at time zone 'Asia/Shanghai')::date;
  of_day integer;
  freed integer := 0;
begin
  update green_travel.voucher set refused_from = p_at, revoked_why = p_why
  where bk = p_bk and id = p_id and refused_from is null and voided_at is null returning * into v;
  if not found then
    return false;
  end if;
  -- In the order in which a voucher is issued: the rider, their days, the budget.
  perform from green_travel.rider where bk = p_bk and month = v.month and id = v.rider for update;
  for i in 0 .. 2 loop
    of_day := case i when 0 then v.rides_1 when 1 then v.rides_2 else v.rides_3 end;
    continue when of_day = 0 or v.first_day + i <= that_day;
    update green_travel.rider_day set issued = issued - of_day
    where bk = p_bk and month = v.month and rider = v.rider and day = v.first_day + i;
    freed := freed + of_day;
  end loop;
  if freed > 0 then
    update green_travel.voucher set voided_rides = freed where bk = p_bk and id = p_id;
    update green_travel.rider set issued = issued - freed where bk = p_bk and month = v.month and id = v.rider;
    perform green_travel.give_back(v.budget, freed * (select union_fen from green_travel.terms where id = v.terms)::bigint);
  end if;
  return true;
end $$;

-- Gives back what stayed unused where late files are over; at most `p_most` vouchers of one bucket. Rides hold the bucket
-- shared while they look and write, this holds it alone or comes again later: it never makes a ride wait in a queue.
create function green_travel.void_due(p_bk smallint, p_today date, p_at timestamptz, p_most integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  due record;
  freed bigint[] := '{}';
  done integer := 0;
begin
  if not pg_try_advisory_xact_lock(4200, p_bk) then
    return 0;
  end if;
  for due in
    select v.id, v.month, v.rider, v.budget, t.union_fen,
      v.rides_1 + v.rides_2 + v.rides_3 - v.voided_rides
        - (select count(*) from green_travel.ride r where r.bk = p_bk and r.voucher = v.id) as unused
    from green_travel.voucher v join green_travel.terms t on t.id = v.terms
    where v.bk = p_bk and v.void_due_on <= p_today and v.voided_at is null
    order by v.void_due_on limit p_most
  loop
    update green_travel.voucher set voided_at = p_at, voided_rides = voided_rides + due.unused
    where bk = p_bk and id = due.id;
    update green_travel.rider set issued = issued - due.unused
    where bk = p_bk and month = due.month and id = due.rider and due.unused > 0;
    freed[due.budget] := coalesce(freed[due.budget], 0) + due.unused * due.union_fen;
    done := done + 1;
  end loop;
  -- Budgets last, because an issue holds a rider while it waits for one.
  for i in coalesce(array_lower(freed, 1), 1) .. coalesce(array_upper(freed, 1), 0) loop
    perform green_travel.give_back(i::smallint, freed[i]);
  end loop;
  return done;
end $$;

-- ---- rides ----

-- The same code again: harmless from the same reader at the same moment, the company's risk otherwise.
create function green_travel.seen_before(p_bk smallint, p_voucher bigint, p_counter smallint, p_taken_at timestamptz,
  p_reader integer) returns smallint language plpgsql stable set enable_seqscan = off as $$
begin
  return (select case when reader = p_reader and taken_at = p_taken_at then 1 else 2 end
    from green_travel.ride where bk = p_bk and voucher = p_voucher and counter = p_counter);
end $$;

-- What stands against a code, 0 where nothing does; `due` is the ride's day by its voucher, null beyond its rides. The order is
-- that in which a person would look. Stable and not immutable, because a moment and a length of time add up by the session's
-- zone: said so, the planner writes the rule into the query, where row by row it takes thirty times as long.
create function green_travel.objection(voucher bigint, due date, refused_from timestamptz, code_seconds smallint,
  clock_tolerance_seconds smallint, taken_at timestamptz, at timestamptz) returns integer
language sql stable parallel safe as $$
  select case
    when voucher is null then 10
    when due is null then 11
    when due <> (taken_at at time zone 'Asia/Shanghai')::date then 12
    when taken_at >= refused_from then 13
    when at > taken_at + (code_seconds + clock_tolerance_seconds) * interval '1 second' then 16
    when at < taken_at - clock_tolerance_seconds * interval '1 second' then 17
    else 0 end
$$;

-- One ride of a connected reader, with its audit line. A repeated question has its first answer. Answers -1 where what
-- was reserved was given back meanwhile: the caller takes budget anew and asks again with `p_paid`. Sequential scans are off
-- because a plan made while the tables were empty would be kept.
create function green_travel.authorise_ride(p_bk smallint, p_voucher bigint, p_counter smallint, p_taken_at timestamptz,
  p_organisation uuid, p_reader text, p_route text, p_signature bytea, p_now timestamptz, p_paid boolean, p_line jsonb)
returns smallint language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  v green_travel.voucher;
  t green_travel.terms;
  of_company smallint;
  of_reader integer;
  of_route smallint;
  due date;
  answer smallint;
begin
  perform pg_advisory_xact_lock_shared(4200, p_bk);
  select c.id, r.id into of_company, of_reader
  from green_travel.company c join green_travel.reader r on r.company = c.id
  where c.organisation_id = p_organisation and r.code = p_reader and r.retired_on is null;
  select * into v from green_travel.voucher where bk = p_bk and id = p_voucher;
  select * into t from green_travel.terms where id = v.terms;
  due := green_travel.day_of(v.first_day, v.rides_1, v.rides_2, v.rides_3, p_counter);
  answer := case when of_reader is null then 15
    else green_travel.objection(v.id, due, v.refused_from, t.code_seconds, t.clock_tolerance_seconds, p_taken_at, p_now) end;
  if answer = 0 and p_route is not null then
    select id into of_route from green_travel.route where company = of_company and code = p_route and ended_on is null;
    answer := case when of_route is null then 18 else 0 end;
  end if;
  if answer = 16 or (answer = 0 and v.voided_at is not null and not p_paid) then
    answer := coalesce(green_travel.seen_before(p_bk, p_voucher, p_counter, p_taken_at, of_reader),
      case answer when 0 then -1 else answer end);
  elsif answer = 0 then
    insert into green_travel.ride (bk, voucher, counter, day, taken_at, read_at, company, route, reader, budget,
      member_fen, union_fen, company_fen, source, signature)
    values (p_bk, p_voucher, p_counter, due, p_taken_at, p_now, of_company, of_route,
      of_reader, v.budget, t.member_fen, t.union_fen, t.member_fen + t.union_fen, 1, p_signature)
    on conflict do nothing;
    if not found then
      answer := green_travel.seen_before(p_bk, p_voucher, p_counter, p_taken_at, of_reader);
    elsif p_paid then
      update green_travel.voucher set voided_rides = voided_rides - 1 where bk = p_bk and id = p_voucher;
    end if;
  end if;
  if answer >= 0 then
    perform audit.add_line(p_line, jsonb_build_object('result', answer));
  end if;
  return answer;
end $$;

-- The same for many at once: one statement, in the order of keys, so that two batches seldom wait for each other.
create function green_travel.authorise_rides(p_bk smallint[], p_voucher bigint[], p_counter smallint[],
  p_taken_at timestamptz[], p_reader text[], p_route text[], p_signature bytea[], p_organisation uuid, p_now timestamptz,
  p_line jsonb) returns smallint[] language plpgsql security definer set search_path = pg_catalog, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  answers smallint[];
begin
  perform pg_advisory_xact_lock_shared(4200, bk) from unnest(p_bk) b (bk);
  with asked as (
    select * from unnest(p_bk, p_voucher, p_counter, p_taken_at, p_reader, p_route, p_signature)
      with ordinality a (bk, voucher, counter, taken_at, reader_code, route_code, signature, place)
  ), judged as materialized (
    select a.*, c.id as company, r.id as reader, o.id as route, v.budget, t.member_fen, t.union_fen, v.voided_at,
      d.day,
      row_number() over (partition by a.bk, a.voucher, a.counter order by a.place) as turn,
      case when r.id is null then 15
        else coalesce(nullif(green_travel.objection(v.id, d.day, v.refused_from, t.code_seconds,
            t.clock_tolerance_seconds, a.taken_at, p_now), 0),
          case when a.route_code is not null and o.id is null then 18 else 0 end) end as answer
    from asked a
    left join green_travel.company c on c.organisation_id = p_organisation
    left join green_travel.reader r on r.company = c.id and r.code = a.reader_code and r.retired_on is null
    left join green_travel.route o on o.company = c.id and o.code = a.route_code and o.ended_on is null
    left join green_travel.voucher v on v.bk = a.bk and v.id = a.voucher
    left join green_travel.terms t on t.id = v.terms
    cross join lateral (
      select green_travel.day_of(v.first_day, v.rides_1, v.rides_2, v.rides_3, a.counter) as day) d
  ), posted as (
    insert into green_travel.ride (bk, voucher, counter, day, taken_at, read_at, company, route, reader, budget,
      member_fen, union_fen, company_fen, source, signature)
    select bk, voucher, counter, day, taken_at, p_now, company, route, reader, budget,
      member_fen, union_fen, member_fen + union_fen, 1, signature
    from judged where answer = 0 and turn = 1 and voided_at is null order by bk, voucher, counter
    on conflict do nothing
    returning bk, voucher, counter
  )
  select array_agg(case when j.answer = 0 and (p.voucher is null or j.turn > 1) then -2 else j.answer end order by j.place)
  into answers
  from judged j left join posted p on p.bk = j.bk and p.voucher = j.voucher and p.counter = j.counter;
  -- What was there already, twice in the batch, or lost its reserve (-1): looked at once all is written.
  for i in 1 .. cardinality(answers) loop
    if answers[i] in (-2, 16) then
      answers[i] := coalesce(green_travel.seen_before(p_bk[i], p_voucher[i], p_counter[i], p_taken_at[i],
        (select r.id from green_travel.company c join green_travel.reader r on r.company = c.id
          where c.organisation_id = p_organisation and r.code = p_reader[i])), case answers[i] when 16 then 16 else -1 end);
    end if;
  end loop;
  perform audit.add_line(p_line, jsonb_build_object('rides', cardinality(answers),
    'accepted', (select count(*) from unnest(answers) a (answer) where answer = 0)));
  return answers;
end $$;

-- A ride that should not have been paid: its entry the other way round, once, on the day on which it is found, so that a settled
-- month stays as it was settled. Its fen are free again. Answers whether it was done now.
create function green_travel.reverse_ride(p_bk smallint, p_voucher bigint, p_counter smallint, p_day date, p_reason text,
  p_made_by text) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp
set enable_seqscan = off as $$
declare
  r green_travel.ride;
begin
  select * into r from green_travel.ride where bk = p_bk and voucher = p_voucher and counter = p_counter;
  if not found then
    return false;
  end if;
  insert into green_travel.ride_reversal (bk, voucher, counter, day, company, route, budget, member_fen, union_fen,
    company_fen, reason, made_by)
  values (p_bk, p_voucher, p_counter, p_day, r.company, r.route, r.budget, r.member_fen, r.union_fen, r.company_fen,
    p_reason, p_made_by)
  on conflict do nothing;
  if not found then
    return false;
  end if;
  perform green_travel.give_back(r.budget, r.union_fen);
  return true;
end $$;

-- ---- the end of retention ----

-- Takes a month's rides, vouchers, riders and its pseudonyms' key away, and keeps each day's totals with the digest of
-- its rows. Refused before retention ended, and while a ride of it is not in the ledger.
create function green_travel.purge_month(p_month smallint, p_today date) returns integer language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
  kept_for integer;
  purged integer;
begin
  select max(t.retention_months) into kept_for from green_travel.terms t
  where t.from_day < green_travel.first_of_month(p_month + 1);
  if p_today < green_travel.first_of_month(p_month + 1 + kept_for) then
    raise exception using errcode = 'check_violation', message = 'month_still_kept', constraint = 'month_still_kept';
  end if;
  if to_regclass(format('green_travel.ride_%s', p_month)) is null then
    return 0;
  end if;
  if exists (select 1 from green_travel.voucher where month = p_month and voided_at is null) then
    raise exception using errcode = 'check_violation', message = 'month_still_reserved', constraint = 'month_still_reserved';
  end if;
  if exists (select from green_travel.unposted_days(p_month)) then
    raise exception using errcode = 'check_violation', message = 'month_not_posted', constraint = 'month_not_posted';
  end if;
  -- Read first and added up then, which also works where the rides lie on many machines (docs/scale).
  insert into green_travel.purged_day (month, day, company, budget, rides, member_fen, union_fen, digest)
  with gone as materialized (
    select day, company, budget, voucher, counter, member_fen, union_fen,
      concat_ws(',', voucher, counter, reader, route, extract(epoch from taken_at), member_fen, union_fen) as line
    from green_travel.ride where voucher >= p_month::bigint << 40 and voucher < (p_month + 1)::bigint << 40
  )
  select p_month, day, company, budget, count(*), sum(member_fen), sum(union_fen),
    encode(sha256(convert_to(string_agg(line, E'\n' order by voucher, counter), 'UTF8')), 'hex')
  from gone group by day, company, budget;
  get diagnostics purged = row_count;
  execute format('alter table green_travel.ride detach partition green_travel.ride_%s', p_month);
  execute format('drop table green_travel.ride_%s', p_month);
  delete from green_travel.voucher where month = p_month;
  delete from green_travel.rider_day where month = p_month;
  delete from green_travel.rider where month = p_month;
  delete from green_travel.pseudonym_key where month = p_month;
  return purged;
end $$;

-- What of a month's days the ledger does not hold yet, by day, company and budget. Reversals count to their own day, and so
-- to the month in which they were made.
-- In plpgsql, which also works where the tables are spread over machines (docs/scale).
create function green_travel.unposted_days(p_month integer)
returns table (day date, company smallint, budget smallint, next_no smallint, rides integer, member_fen bigint, union_fen bigint)
language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
  with counted as (
    select day, company, budget, count(*) as rides, sum(member_fen) as member_fen, sum(union_fen) as union_fen
    from green_travel.ride
    where voucher >= p_month::bigint << 40 and voucher < (p_month + 1)::bigint << 40
    group by 1, 2, 3
    union all
    select day, company, budget, -count(*), -sum(member_fen), -sum(union_fen)
    from green_travel.ride_reversal
    where day >= green_travel.first_of_month(p_month) and day < green_travel.first_of_month(p_month + 1)
    group by 1, 2, 3
    union all
    select day, company, budget, rides, member_fen, union_fen from green_travel.purged_day where month = p_month
  ), posted as (
    select day, company, budget, max(no) as no, sum(rides) as rides, sum(member_fen) as member_fen, sum(union_fen) as union_fen
    from green_travel.day_posting
    where day >= green_travel.first_of_month(p_month) and day < green_travel.first_of_month(p_month + 1)
    group by 1, 2, 3
  ), total as (
    select day, company, budget, sum(rides) as rides, sum(member_fen) as member_fen, sum(union_fen) as union_fen
    from counted group by 1, 2, 3
  )
  select day, company, budget, (coalesce(p.no, 0) + 1)::smallint, (coalesce(t.rides, 0) - coalesce(p.rides, 0))::integer,
    (coalesce(t.member_fen, 0) - coalesce(p.member_fen, 0))::bigint,
    (coalesce(t.union_fen, 0) - coalesce(p.union_fen, 0))::bigint
  from total t full join posted p using (day, company, budget)
  where (coalesce(t.rides, 0), coalesce(t.union_fen, 0)) <> (coalesce(p.rides, 0), coalesce(p.union_fen, 0));
end $$;

revoke all on all functions in schema green_travel from public;
grant execute on function green_travel.day_of(date, smallint, smallint, smallint, integer),
  green_travel.first_of_month(integer), green_travel.unposted_days(integer),
  green_travel.objection(bigint, date, timestamptz, smallint, smallint, timestamptz, timestamptz),
  green_travel.prepare_month(integer), green_travel.appropriate(uuid, smallint, bigint, text, text, text),
  green_travel.take_budget(smallint, smallint, smallint, integer), green_travel.give_back(smallint, bigint),
  green_travel.rides_left(smallint, smallint, uuid, date, smallint[], smallint),
  green_travel.issue_voucher(smallint, bigint, uuid, uuid, smallint, smallint, smallint, bytea, date, smallint[]),
  green_travel.revoke_voucher(smallint, bigint, timestamptz, text),
  green_travel.void_due(smallint, date, timestamptz, integer),
  green_travel.authorise_ride(smallint, bigint, smallint, timestamptz, uuid, text, text, bytea, timestamptz, boolean, jsonb),
  green_travel.authorise_rides(smallint[], bigint[], smallint[], timestamptz[], text[], text[], bytea[], uuid, timestamptz, jsonb),
  green_travel.reverse_ride(smallint, bigint, smallint, date, text, text),
  green_travel.purge_month(smallint, date)
  to zhenyi_app;
