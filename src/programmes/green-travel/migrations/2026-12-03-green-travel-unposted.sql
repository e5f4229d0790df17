-- The same as before, in the language that also works where the tables are spread over machines (docs/scale).
create or replace function green_travel.unposted_days(p_month integer)
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
