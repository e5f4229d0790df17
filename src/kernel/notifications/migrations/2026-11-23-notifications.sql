-- What the platform tells somebody. The recipient is a person, or an account behind which no person is known yet.
create schema notifications;
grant usage on schema notifications to zhenyi_app;

create table notifications.message (
  -- The person's bucket, or the account's (a digest of its id), so that one look finds all of theirs.
  bk platform.bucket not null,
  id uuid not null,
  person_id uuid,
  account_id uuid,
  kind text not null check (kind ~ '^[a-z][a-z0-9.-]*$'),
  -- {"zh": …, "en": …}
  title jsonb not null check (title ? 'zh' and title ? 'en'),
  body jsonb not null check (body ? 'zh' and body ? 'en'),
  -- A page of ours, never an address elsewhere.
  href text check (href ~ '^/(?!/)'),
  created_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  read_at timestamptz,
  primary key (bk, id),
  check ((person_id is null) <> (account_id is null))
);
create index message_person on notifications.message (bk, person_id, created_at) where person_id is not null;
create index message_account on notifications.message (bk, account_id, created_at) where account_id is not null;
create index message_created on notifications.message (created_at);

-- Deleted after a year (Personal Information Protection Law, article 19: no longer than needed).
grant select, insert, delete on notifications.message to zhenyi_app;
grant update (read_at) on notifications.message to zhenyi_app;
