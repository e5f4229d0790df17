-- A half of a file becomes rides: one transaction, one look at each row, in the order of the keys. Written as text that is
-- planned anew each time, because a plan made for an empty table would be kept.

-- A moment and a length of time add up by the session's zone, which is stable and not immutable. Said so, the planner
-- writes the rule into the query where it is used: called row by row it takes thirty times as long.
alter function green_travel.objection(green_travel.voucher, green_travel.terms, integer, timestamptz, timestamptz) stable;

-- Empties a half's staging. It is no history: what is in it is in the file.
create function green_travel.clear_stage(p_half smallint) returns void language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
begin
  if p_half = 0 then
    truncate green_travel.stage_0;
  else
    truncate green_travel.stage_1;
  end if;
end $$;

-- Posts what is staged of a file's half and answers how its lines stand. Done once, however often it is asked. `p_forged`
-- are lines whose signature did not hold. Where reserved rides were given back meanwhile (the voucher was voided), they
-- take budget anew at the end: by their sum, and in the order of riding only where the sum cannot be had.
-- Sorted by one number, because three took a quarter of a half: a voucher's number begins with its bucket within a month, and a
-- counter fits in eight bits below it.
create function green_travel.post_half(p_file integer, p_half smallint, p_forged integer[])
returns green_travel.scan_half language plpgsql security definer set search_path = pg_catalog, pg_temp
set work_mem = '160MB' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  f green_travel.scan_file;
  answer green_travel.scan_half;
  judged constant text := replace($sql$
    with scan as (
      select ((voucher >> 34) & 63)::smallint as bk, voucher, counter, line, route,
        '1970-01-01T00:00:00Z'::timestamptz + code_at * interval '1 second' as taken_at,
        '1970-01-01T00:00:00Z'::timestamptz + read_at * interval '1 second' as read_at,
        row_number() over (partition by voucher << 8 | counter order by line) as turn
      from green_travel.stage_#
    ), judged as materialized (
      select s.*, v.budget, t.member_fen, t.union_fen, green_travel.day_of(v, s.counter) as day,
        case
          when s.line = any($4) then 33
          when r.voucher is not null then case when r.reader = $3 and r.taken_at = s.taken_at then 1 else 2 end
          when o.reason <> 0 then o.reason
          when s.route = 0 then 18
          when s.turn > 1 then 1
          when v.voided_at is not null then -1
          else 0 end as result
      from scan s
      left join green_travel.voucher v on v.bk = s.bk and v.id = s.voucher
      left join green_travel.terms t on t.id = v.terms
      left join green_travel.ride r on r.bk = s.bk and r.voucher = s.voucher and r.counter = s.counter
      cross join lateral (select green_travel.objection(v, t, s.counter, s.taken_at, s.taken_at) as reason) o
    )$sql$, '#', p_half::text);
  post constant text := $sql$
    , posted as (
      insert into green_travel.ride (bk, voucher, counter, day, taken_at, read_at, recorded_at, company, route, reader,
        budget, member_fen, union_fen, company_fen, source, file)
      select bk, voucher, counter, day, taken_at, read_at, $5, $2, route, $3, budget, member_fen, union_fen,
        member_fen + union_fen, 2, $1
      from judged where result = 0
    ), tally as materialized (
      select route, budget, coalesce(day, (taken_at at time zone 'Asia/Shanghai')::date) as day, result, member_fen,
        union_fen, count(*) as lines
      from judged where result >= 0 group by 1, 2, 3, 4, 5, 6
    ), summed as (
      insert into green_travel.ride_total (company, route, budget, day, result, file, half, rides, member_fen, union_fen,
        recorded_at)
      select $2, nullif(route, 0), budget, day, result, $1, $6, lines,
        case result when 0 then lines * member_fen else 0 end, case result when 0 then lines * union_fen else 0 end, $5
      from tally
    )$sql$;
  refuse constant text := $sql$
    , named as (
      insert into green_travel.scan_refusal (file, line, result, voucher, counter, taken_at, route)
      select $1, line, result, voucher, counter, taken_at, nullif(route, 0) from refused
      on conflict do nothing
    )$sql$;
  budgets smallint[];
  given integer[];
  staged integer;
  -- Taken once the company's lock is held: a statement that cuts holds it alone, so that no ride is recorded before a cut
  -- that did not see it.
  moment timestamptz;
begin
  select * into f from green_travel.scan_file where id = p_file for share;
  select * into answer from green_travel.scan_half where file = p_file and half = p_half;
  if found then
    return answer;
  end if;
  perform pg_advisory_xact_lock_shared(4201, f.company);
  moment := clock_timestamp();
  perform pg_advisory_xact_lock_shared(4200, bk) from generate_series(p_half * 32, p_half * 32 + 31) b (bk);
  execute judged || post || ', refused as (select * from judged where result > 1 or (result = 1 and turn > 1))' || refuse
    || $sql$
    select coalesce(sum(lines) filter (where result = 0), 0), coalesce(sum(lines) filter (where result = 1), 0),
      coalesce(sum(lines) filter (where result > 1), 0), coalesce(sum(lines) filter (where result = 2), 0),
      (select count(*) from judged)
    from tally$sql$
  into answer.accepted, answer.duplicate, answer.refused, answer.second_use, staged
  using p_file, f.company, f.reader, p_forged, moment, p_half;
  if answer.accepted + answer.duplicate + answer.refused < staged then
    execute judged || $sql$
      , wanted as (select budget, union_fen, count(*) as rides from judged where result = -1 group by 1, 2)
      select array_agg(budget), array_agg(green_travel.take_budget(0::smallint, budget, union_fen, rides::integer))
      from wanted$sql$
    into budgets, given using p_file, f.company, f.reader, p_forged;
    -- The same statement with the late ones judged: those that were paid for are rides, the others are refused.
    execute judged || $sql$
      , numbered as (
        select *, row_number() over (partition by budget, union_fen order by taken_at, voucher, counter) as place
        from judged where result = -1
      ), late as materialized (
        select n.bk, n.voucher, n.counter, n.line, n.route, n.taken_at, n.read_at, n.turn, n.budget, n.member_fen,
          n.union_fen, n.day, case when n.place <= g.rides then 0 else 14 end as result
        from numbered n join unnest($7, $8) g (budget, rides) using (budget)
      )$sql$ || replace(post, 'judged', 'late') || $sql$
      , counted as (
        update green_travel.voucher v set voided_rides = v.voided_rides - p.rides
        from (select bk, voucher, count(*)::smallint as rides from late where result = 0 group by 1, 2) p
        where v.bk = p.bk and v.id = p.voucher
      ), refused as (select * from late where result = 14)$sql$ || refuse || $sql$
      select $9 + coalesce(sum(lines) filter (where result = 0), 0), $10 + coalesce(sum(lines) filter (where result = 14), 0)
      from tally$sql$
    into answer.accepted, answer.refused
    using p_file, f.company, f.reader, p_forged, moment, p_half, budgets, given, answer.accepted, answer.refused;
  end if;
  insert into green_travel.scan_half (file, half, accepted, duplicate, refused, second_use, recorded_at)
  values (p_file, p_half, answer.accepted, answer.duplicate, answer.refused, answer.second_use, moment)
  returning * into answer;
  perform green_travel.clear_stage(p_half);
  return answer;
end $$;

revoke all on function green_travel.clear_stage(smallint), green_travel.post_half(integer, smallint, integer[])
  from public;
grant execute on function green_travel.clear_stage(smallint),
  green_travel.post_half(integer, smallint, integer[]) to zhenyi_app;
