-- Activities: a time, a place, seats, who signed up in which order, and who came.
create schema activities;
grant usage on schema activities to zhenyi_app;

create table activities.activity (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  -- The record it belongs to, such as `contest:0192…`; its part or programme knows what that is.
  about text check (about ~ '^[a-z][a-z-]*:[0-9a-f-]{36}$'),
  title text not null check (length(title) between 2 and 80),
  summary text not null check (length(summary) <= 2000),
  place text not null check (length(place) between 2 and 120),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  sign_up_from timestamptz not null,
  sign_up_until timestamptz not null,
  -- Null where everybody finds room.
  capacity integer check (capacity between 1 and 100000),
  -- Stands in the link of the check-in code; whoever reads it was at the place, or was sent a picture of it.
  code text not null,
  version integer not null default 1,
  made_by text not null,
  made_at timestamptz not null,
  cancelled_at timestamptz,
  cancel_reason text,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint activity_code unique (code),
  check (starts_at < ends_at),
  check (sign_up_from < sign_up_until and sign_up_until <= ends_at),
  check ((cancelled_at is null) = (cancel_reason is null))
);
create index activity_starts on activities.activity (starts_at, id);
create index activity_organisation on activities.activity (organisation_id, starts_at);
create index activity_about on activities.activity (about) where about is not null;

-- Numbered in the order of signing up. Seats and the waiting list follow from that order: the first `capacity` of those
-- who have not withdrawn are seated. Nothing is moved when somebody withdraws, so nothing can be moved wrongly.
create table activities.sign_up (
  activity_id uuid not null references activities.activity,
  no integer not null check (no > 0),
  person_bk platform.bucket not null,
  person_id uuid not null,
  signed_up_at timestamptz not null,
  withdrawn_at timestamptz,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (activity_id, no),
  check (withdrawn_at >= signed_up_at)
);
create unique index sign_up_once on activities.sign_up (activity_id, person_bk, person_id)
  where withdrawn_at is null;
create index sign_up_person on activities.sign_up (person_bk, person_id);

-- Who came, and what was taken back: only ever added to, because figures count it as of any day.
create table activities.attendance (
  activity_id uuid not null references activities.activity,
  person_bk platform.bucket not null,
  person_id uuid not null,
  no integer not null check (no > 0),
  -- Odd numbers come, even numbers are taken back, so that they follow one another.
  kind text not null check (kind = case when no % 2 = 1 then 'came' else 'taken-back' end),
  source text not null check (source in ('code', 'desk')),
  at timestamptz not null,
  reason text,
  made_by text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint attendance_once primary key (activity_id, person_bk, person_id, no),
  check ((kind = 'taken-back') = (reason is not null))
);
create index attendance_person on activities.attendance (person_bk, person_id);

-- Where each stands who has signed up and not withdrawn: their place in the order, and whether there is a seat for it.
create view activities.standing as
select s.activity_id, s.no, s.person_bk, s.person_id, s.signed_up_at,
  row_number() over (partition by s.activity_id order by s.no) as place_in_order,
  a.capacity is null or row_number() over (partition by s.activity_id order by s.no) <= a.capacity as seated
from activities.sign_up s join activities.activity a on a.id = s.activity_id
where s.withdrawn_at is null;

-- Who counts as having come: their last line says so.
create view activities.present as
select distinct on (activity_id, person_bk, person_id) activity_id, person_bk, person_id, kind, source, at
from activities.attendance order by activity_id, person_bk, person_id, no desc;

grant select, insert, update on activities.activity, activities.sign_up to zhenyi_app;
grant select, insert on activities.attendance to zhenyi_app;
grant select on activities.standing, activities.present to zhenyi_app;
