-- An import that was written can be taken back as a whole.

-- What an import wrote, one line a row, once the row itself is gone: who, which membership, and of somebody known before
-- how they stood until then. Goes with the import's file after thirty days; until then it can be taken back.
create table membership.roster_trace (
  import_id uuid not null references membership.roster_import,
  row integer not null,
  verdict text not null check (verdict in ('new', 'joins', 'changes')),
  bk smallint not null,
  person_id uuid not null,
  -- The membership that the row began; none for news of a member.
  membership_id uuid,
  written_at timestamptz not null,
  -- The particulars before, or null where none were known.
  before jsonb,
  home_before uuid,
  -- How many records of which table named the person before: only what came since stands in the way.
  named_before jsonb,
  outcome text check (outcome in ('taken-back', 'kept')),
  why text check (why in ('moved-on', 'merged', 'later-import', 'in-use', 'changed-since')),
  places text[],
  primary key (import_id, row),
  constraint roster_trace_kept check ((outcome is not distinct from 'kept') = (why is not null))
);
create index roster_trace_person on membership.roster_trace (bk, person_id);

-- asked: another person must agree. undoing: rows are taken back, chunk by chunk; `through_row` is committed with them.
create table membership.roster_undo (
  id uuid primary key,
  import_id uuid not null references membership.roster_import,
  reason text not null check (length(reason) between 6 and 400),
  state text not null check (state in ('asked', 'refused', 'undoing', 'done')),
  through_row integer not null default 0,
  rows_looked_at integer not null default 0,
  -- Memberships that never were, by this; particulars that went back; rows that could not be taken back.
  ended integer not null default 0,
  restored integer not null default 0,
  kept integer not null default 0,
  made_by text not null,
  made_by_bk platform.bucket,
  made_by_id uuid,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint roster_undo_maker check ((made_by_bk is null) = (made_by_id is null)),
  constraint roster_undo_over check ((state in ('refused', 'done')) = (ended_at is not null))
);
create unique index roster_undo_once on membership.roster_undo (import_id) where state <> 'refused';

grant select, insert, update, delete on membership.roster_trace to zhenyi_app;
grant select, insert on membership.roster_undo to zhenyi_app;
grant update (state, through_row, rows_looked_at, ended, restored, kept, ended_at) on membership.roster_undo to zhenyi_app;
