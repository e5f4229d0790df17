-- A large roster is folded as soon as it is written, in the middle of its day: the day then has several parts, and the mark
-- says how far into it they reach.
alter table membership.member_rollup
  add column part integer not null default 0,
  drop constraint member_rollup_pkey,
  add primary key (recorded_day, valid_day, organisation_id, new_form, part);
alter table membership.member_day_rollup
  add column part integer not null default 0,
  drop constraint member_day_rollup_pkey,
  add primary key (recorded_day, valid_day, new_form, part);
-- Until when the day `folded_before` itself is folded; null where nothing of it is.
alter table membership.rollup_mark
  add column folded_until timestamptz,
  add column parts integer not null default 0;
