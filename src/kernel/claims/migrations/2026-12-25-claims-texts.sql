-- Texts that were published. A correction is a version of its own; nothing here is ever changed. The figures under a text are
-- frozen where figures are (figures.publication), and named here.
alter table claims.draft drop constraint draft_state_check;
alter table claims.draft add constraint draft_state_check
  check (state in ('writing', 'handed-in', 'discarded', 'published'));
alter table claims.draft_move drop constraint draft_move_move_check;
alter table claims.draft_move add constraint draft_move_move_check
  check (move in ('hand-in', 'take-back', 'send-back', 'discard', 'restore', 'publish', 'correct'));
alter table claims.draft_move add constraint draft_move_correct_reason
  check (move <> 'correct' or length(reason) >= 4);

create table claims.text_version (
  id uuid primary key,
  -- The text: its draft goes on being written where it is corrected.
  text_id uuid not null references claims.draft,
  version integer not null check (version >= 1),
  -- What was approved of the draft.
  revision integer not null,
  organisation_id uuid not null,
  title text not null check (length(title) between 2 and 120),
  -- As `shapes-texts.ts` has it: words, numbers, what was found of each, and why it stands all the same.
  content jsonb not null,
  as_of date not null,
  recorded_up_to timestamptz not null,
  -- What 近, 余 and 约 were taken to allow, as a part of the number.
  tolerance double precision not null check (tolerance > 0 and tolerance < 1),
  -- Publications of figures that froze its numbers, one a day that they tell of.
  figures uuid[] not null,
  -- Why it was corrected.
  reason text not null default '',
  handed_in_by_bk platform.bucket not null,
  handed_in_by_id uuid not null,
  handed_in_by_name text not null,
  approved_by_bk platform.bucket not null,
  approved_by_id uuid not null,
  approved_by_name text not null,
  published_at timestamptz not null default clock_timestamp(),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  constraint text_published_once unique (text_id, version),
  foreign key (text_id, revision) references claims.draft_version (draft_id, revision),
  -- Lets a writer's row carry who approved, so that a check can compare the two.
  unique (id, approved_by_bk, approved_by_id),
  check (version = 1 or length(reason) >= 4)
);
create index text_version_at on claims.text_version (published_at);

-- Everybody who wrote a word of it: none of them approved it.
create table claims.text_writer (
  text_version_id uuid not null,
  writer_bk platform.bucket not null,
  writer_id uuid not null,
  approved_by_bk platform.bucket not null,
  approved_by_id uuid not null,
  primary key (text_version_id, writer_bk, writer_id),
  foreign key (text_version_id, approved_by_bk, approved_by_id)
    references claims.text_version (id, approved_by_bk, approved_by_id),
  constraint text_by_another check ((writer_bk, writer_id) <> (approved_by_bk, approved_by_id))
);
create index text_writer_person on claims.text_writer (writer_bk, writer_id);

grant select, insert on claims.text_version, claims.text_writer to zhenyi_app;
