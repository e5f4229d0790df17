-- Files that people upload, and those made from them. The bytes lie in the data folder, by id.
create schema files;
grant usage on schema files to zhenyi_app;

-- What a file is never changes: only its state, and who may see it.
create table files.file (
  id uuid primary key,
  purpose text not null check (purpose ~ '^[a-z][a-z0-9-]*$'),
  name text not null check (length(name) between 1 and 200),
  -- As announced; an upload that is shorter stays unfinished, and tus takes no more.
  bytes bigint not null check (bytes > 0),
  state text not null default 'uploading' check (state in ('uploading', 'ready', 'abandoned')),
  media_type text,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  -- Anybody may fetch it by its id. Never so for what was uploaded: only for what was made from it.
  is_public boolean not null default false,
  made_from uuid references files.file,
  -- Set when a record takes the file up; whoever holds the purpose's permission there may read it.
  organisation_id uuid references organisations.organisation,
  account_id uuid,
  person_bk platform.bucket,
  person_id uuid,
  created_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((person_bk is null) = (person_id is null)),
  check ((state = 'ready') = (sha256 is not null and media_type is not null)),
  check (not is_public or (state = 'ready' and made_from is not null))
);
create index file_unfinished on files.file (created_at) where state = 'uploading';
create index file_made_from on files.file (made_from) where made_from is not null;
create index file_person on files.file (person_bk, person_id);

grant select, insert on files.file to zhenyi_app;
grant update (state, media_type, sha256, is_public, organisation_id) on files.file to zhenyi_app;
