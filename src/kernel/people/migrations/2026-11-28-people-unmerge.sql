-- A link can be taken back. `person_link` holds the links that stand; one that is taken back goes over here, whole, so
-- that it can be told who joined two rows, who parted them again, and why.
create table people.person_link_undone (
  bk platform.bucket not null,
  person_id uuid not null,
  survivor_bk platform.bucket not null,
  survivor_id uuid not null,
  reason text not null,
  made_by text not null,
  linked_at timestamptz not null,
  undone_reason text not null check (length(undone_reason) between 4 and 400),
  undone_by text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (bk, person_id, recorded_at),
  foreign key (bk, person_id) references people.person
);

-- Two rows that look like one person, and somebody found that they are two: they are not shown again.
create table people.person_apart (
  bk platform.bucket not null,
  person_id uuid not null,
  other_bk platform.bucket not null,
  other_id uuid not null,
  reason text not null check (length(reason) between 4 and 400),
  made_by text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (bk, person_id, other_bk, other_id),
  foreign key (bk, person_id) references people.person,
  constraint person_apart_ordered check ((bk, person_id) < (other_bk, other_id))
);

grant delete on people.person_link to zhenyi_app;
grant select, insert on people.person_link_undone, people.person_apart to zhenyi_app;
