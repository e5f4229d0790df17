-- Numbers of a published text are claims of their own, so that they stay checked and go out of date: one source a text, and a
-- version of each claim for every version of the text. A claim may repeat what another publication said.
alter table claims.source add column text_id uuid references claims.draft;
create unique index source_of_text on claims.source (text_id) where text_id is not null;

alter table claims.claim_version
  add column repeats_id uuid,
  add column text_version_id uuid references claims.text_version,
  -- Where in the text it stands: its paragraph from 0, its first UTF-16 unit there.
  add column paragraph integer check (paragraph >= 0),
  add column starts_at integer check (starts_at >= 0),
  add constraint claim_repeats_another check (repeats_id <> claim_id),
  add constraint claim_place_in_text check (
    (text_version_id is null) = (paragraph is null) and (paragraph is null) = (starts_at is null));
create index claim_version_text on claims.claim_version (text_version_id) where text_version_id is not null;

-- 近9座 is fewer than nine: the number itself may stand one step outside of what its words allow.
alter table claims.claim_version drop constraint claim_version_check;
alter table claims.claim_version add constraint claim_range_in_order check (high is null or low <= high);
