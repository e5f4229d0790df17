-- Texts that are being written. The row holds what stands now; versions and moves are history and are never changed.
create table claims.draft (
  id uuid primary key,
  organisation_id uuid not null,
  -- Goes up by one with every save: whoever saves names the one that they saw.
  revision integer not null check (revision >= 1),
  state text not null check (state in ('writing', 'handed-in', 'discarded')),
  title text not null check (length(title) between 2 and 120),
  -- As `shapes-drafts.ts` has it.
  content jsonb not null check (octet_length(content::text) <= 4000000),
  begun_by_bk platform.bucket not null,
  begun_by_id uuid not null,
  begun_by_name text not null,
  begun_at timestamptz not null default clock_timestamp(),
  saved_by_bk platform.bucket not null,
  saved_by_id uuid not null,
  saved_by_name text not null,
  saved_at timestamptz not null default clock_timestamp()
);
create index draft_saved on claims.draft (organisation_id, saved_at);

-- Kept when somebody else goes on writing, when some minutes have gone by, and when a text is handed in. Whoever wrote a
-- word of it therefore stands here, and is not the one who approves.
create table claims.draft_version (
  draft_id uuid not null references claims.draft,
  revision integer not null check (revision >= 1),
  content jsonb not null,
  saved_by_bk platform.bucket not null,
  saved_by_id uuid not null,
  saved_by_name text not null,
  saved_at timestamptz not null default clock_timestamp(),
  primary key (draft_id, revision)
);
create index draft_version_writer on claims.draft_version (saved_by_bk, saved_by_id);

create table claims.draft_move (
  draft_id uuid not null references claims.draft,
  no integer not null check (no >= 1),
  move text not null check (move in ('hand-in', 'take-back', 'send-back', 'discard', 'restore')),
  revision integer not null,
  reason text not null default '' check (move <> 'send-back' or length(reason) >= 4),
  made_by_bk platform.bucket not null,
  made_by_id uuid not null,
  made_by_name text not null,
  made_at timestamptz not null default clock_timestamp(),
  constraint draft_moved_once primary key (draft_id, no)
);
create index draft_move_maker on claims.draft_move (made_by_bk, made_by_id);

grant select, insert on claims.draft, claims.draft_version, claims.draft_move to zhenyi_app;
grant update (revision, state, title, content, saved_by_bk, saved_by_id, saved_by_name, saved_at) on claims.draft to zhenyi_app;
