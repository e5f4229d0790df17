-- Who belongs to which union, from when to when. Applying and approving are a programme's matter; the standing
-- is kept here, once.
create schema memberships;
grant usage on schema memberships to zhenyi_app;

create table memberships.membership (
  bk platform.bucket not null,
  person_id uuid not null,
  id uuid not null,
  organisation_id uuid not null references organisations.organisation,
  from_day date not null,
  -- The last day; null while it lasts.
  to_day date,
  -- active: on the roll. retained: the membership is kept without a union that works (retired, laid off, union
  -- dissolved). moved, left and expelled are ends.
  status text not null check (status in ('active', 'retained', 'moved', 'left', 'expelled')),
  -- A worker in new forms of employment: driver, courier, rider.
  new_form boolean not null,
  version integer not null default 1,
  primary key (bk, person_id, id),
  foreign key (bk, person_id) references people.person,
  constraint membership_days check (to_day is null or to_day >= from_day),
  constraint membership_ended check ((to_day is null) = (status in ('active', 'retained')))
);
-- One membership that lasts, a person: in a union or retained, never two. Every membership begins as one that
-- lasts and begins after the last one's end, so that no two cover the same day; an exclusion constraint would say
-- it again at five times the cost of a roster's import.
create unique index membership_one_active on memberships.membership (bk, person_id) where to_day is null;
create index membership_organisation on memberships.membership (organisation_id) where to_day is null;

-- What figures count: one dated row a change. As of a day D, recorded by R: the last row of a membership with
-- valid_from <= D and recorded_at <= R.
create table memberships.membership_history (
  bk platform.bucket not null,
  person_id uuid not null,
  membership_id uuid not null,
  version integer not null,
  valid_from date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  organisation_id uuid not null references organisations.organisation,
  status text not null,
  new_form boolean not null,
  made_by text not null,
  primary key (bk, person_id, membership_id, version),
  foreign key (bk, person_id, membership_id) references memberships.membership
);
create index membership_history_organisation on memberships.membership_history (organisation_id, valid_from);

-- The union of which a person is a member on a day, or no row: the same rule as `standingOn` in TypeScript.
-- `active` has every right; `retained` keeps the membership without those that come with a union's work.
create function memberships.standing_on(in_bk smallint, in_person_id uuid, in_day date)
returns table (membership_id uuid, organisation_id uuid, status text, new_form boolean)
language sql stable parallel safe
begin atomic
  select m.id, m.organisation_id, h.status, h.new_form
  from memberships.membership m
  cross join lateral (
    select status, new_form
    from memberships.membership_history
    where bk = m.bk and person_id = m.person_id and membership_id = m.id and valid_from <= in_day
    order by version desc
    limit 1
  ) h
  where m.bk = in_bk and m.person_id = in_person_id
    and m.from_day <= in_day and (m.to_day is null or m.to_day >= in_day);
end;

grant select, insert, update on memberships.membership to zhenyi_app;
grant select, insert on memberships.membership_history to zhenyi_app;
