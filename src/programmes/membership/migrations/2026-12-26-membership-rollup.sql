-- Figures over members without reading a million dated lines: folded once a recorded day is over, by the job `fold-members`.
-- A line may be valid from an earlier day than the one before it (a correction); it then takes members off the days that it
-- gives to another state. So each number here is a difference: what the lines recorded on that day changed, from that
-- valid day on. Their sum over recorded days up to one and valid days up to another is the roll as of both.

-- By union, for districts.
create table membership.member_rollup (
  recorded_day date not null,
  valid_day date not null,
  organisation_id uuid not null references organisations.organisation,
  new_form boolean not null,
  members integer not null check (members <> 0),
  primary key (recorded_day, valid_day, organisation_id, new_form)
);

-- The same of all unions: what the total and the forms of employment need.
create table membership.member_day_rollup (
  recorded_day date not null,
  valid_day date not null,
  new_form boolean not null,
  members integer not null check (members <> 0),
  primary key (recorded_day, valid_day, new_form)
);

-- Whatever was recorded before this day is folded.
create table membership.rollup_mark (
  id boolean primary key default true check (id),
  folded_before date not null
);

grant select, insert on membership.member_rollup, membership.member_day_rollup to zhenyi_app;
grant select, insert, update on membership.rollup_mark to zhenyi_app;
