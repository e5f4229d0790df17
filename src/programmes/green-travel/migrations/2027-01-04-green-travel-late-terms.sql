-- As it was (2027-01-03), but for late rides of one budget under two terms: what was given was found by the budget alone, so that each such
-- ride stood there twice and the file was never posted. It is found by budget and price.
create or replace function green_travel.post_half(p_file integer, p_half smallint, p_forged integer[])
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp
set work_mem = '160MB' set enable_seqscan = off set enable_mergejoin = off as $$
declare
  f green_travel.scan_file;
  answer green_travel.scan_half;
  judged constant text := format('with judged as materialized (%s)', green_travel.judging(
    format('(select ((voucher >> 34) & 63)::smallint as bk, stage.* from green_travel.stage_%s stage) staged', p_half),
    'voucher << 8 | counter',
    format('(select * from green_travel.voucher where bk between %s and %s)', p_half * 32, p_half * 32 + 31),
    'offset 0'));
  post constant text := $sql$
    , posted as (
      insert into green_travel.ride (bk, voucher, counter, day, taken_at, read_at, recorded_at, company, route, reader,
        budget, member_fen, union_fen, company_fen, source, file)
      select bk, voucher, counter, day, taken_at, read_at, $5, $3, route, $2, budget, member_fen, union_fen,
        member_fen + union_fen, 2, $4
      from judged where result = 0
    ), tally as materialized (
      select route, budget, coalesce(day, (taken_at at time zone 'Asia/Shanghai')::date) as day, result, member_fen,
        union_fen, count(*) as lines
      from judged where result >= 0 group by 1, 2, 3, 4, 5, 6
    ), summed as (
      insert into green_travel.ride_total (company, route, budget, day, result, file, half, rides, member_fen, union_fen,
        recorded_at)
      select $3, nullif(route, 0), budget, day, result, $4, $6, lines,
        case result when 0 then lines * member_fen else 0 end, case result when 0 then lines * union_fen else 0 end, $5
      from tally
    ), marked as (
      insert into green_travel.month_recorded as known (month, half, recorded_at)
      select distinct green_travel.month_of(day), $6, $5 from tally where result = 0
      on conflict (month, half) do update set recorded_at = greatest(known.recorded_at, excluded.recorded_at)
    )$sql$;
  refuse constant text := $sql$
    , named as (
      insert into green_travel.scan_refusal (file, line, result, voucher, counter, taken_at, route)
      select $4, line, result, voucher, counter, taken_at, nullif(route, 0) from refused
      on conflict do nothing
    )$sql$;
  budgets smallint[];
  fens smallint[];
  given integer[];
  staged integer;
  -- Taken once the company's lock is held: a statement that cuts holds it alone, so that no ride is recorded before a cut
  -- that did not see it.
  moment timestamptz;
begin
  select * into f from green_travel.scan_file where id = p_file for share;
  select * into answer from green_travel.scan_half where file = p_file and half = p_half;
  if found then
    return;
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
  using p_forged, f.reader, f.company, p_file, moment, p_half;
  if answer.accepted + answer.duplicate + answer.refused < staged then
    execute judged || $sql$
      , wanted as materialized (
        select budget, union_fen, count(*) as rides from judged where result = -1 group by 1, 2 order by 1, 2)
      select array_agg(budget), array_agg(union_fen),
        array_agg(green_travel.take_budget(0::smallint, budget, union_fen, rides::integer))
      from wanted$sql$
    into budgets, fens, given using p_forged, f.reader, f.company, p_file;
    -- The same statement with the late ones judged: those that were paid for are rides, the others are refused.
    execute judged || $sql$
      , numbered as (
        select *, row_number() over (partition by budget, union_fen order by taken_at, voucher, counter) as place
        from judged where result = -1
      ), late as materialized (
        select n.bk, n.voucher, n.counter, n.line, n.route, n.taken_at, n.read_at, n.turn, n.budget, n.member_fen,
          n.union_fen, n.day, case when n.place <= g.rides then 0 else 14 end as result
        from numbered n join unnest($7, $8, $11) g (budget, rides, union_fen) using (budget, union_fen)
      )$sql$ || replace(post, 'judged', 'late') || $sql$
      , counted as (
        update green_travel.voucher v set voided_rides = v.voided_rides - p.rides
        from (select bk, voucher, count(*)::smallint as rides from late where result = 0 group by 1, 2) p
        where v.bk = p.bk and v.id = p.voucher
      ), refused as (select * from late where result = 14)$sql$ || refuse || $sql$
      select $9 + coalesce(sum(lines) filter (where result = 0), 0), $10 + coalesce(sum(lines) filter (where result = 14), 0)
      from tally$sql$
    into answer.accepted, answer.refused
    using p_forged, f.reader, f.company, p_file, moment, p_half, budgets, given, answer.accepted, answer.refused, fens;
  end if;
  insert into green_travel.scan_half (file, half, accepted, duplicate, refused, second_use, recorded_at)
  values (p_file, p_half, answer.accepted, answer.duplicate, answer.refused, answer.second_use, moment);
  perform green_travel.clear_stage(p_half);
end $$;
