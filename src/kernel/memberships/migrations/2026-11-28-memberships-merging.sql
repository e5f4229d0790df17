-- Two rows that turn out to be one person may each have a membership that lasts; one of them ends with the merge, and is
-- remembered, so that it goes on where the merge is taken back.
create table memberships.ended_by_merge (
  bk platform.bucket not null,
  person_id uuid not null,
  membership_id uuid not null,
  survivor_bk platform.bucket not null,
  survivor_id uuid not null,
  taken_back_at timestamptz,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (bk, person_id, membership_id),
  foreign key (bk, person_id, membership_id) references memberships.membership
);

grant select, insert on memberships.ended_by_merge to zhenyi_app;
grant update (taken_back_at) on memberships.ended_by_merge to zhenyi_app;
