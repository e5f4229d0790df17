-- What an account has brought and no record has taken up: counted before it brings more, and taken away in time.
create index file_unclaimed on files.file (account_id, created_at)
  where organisation_id is null and state <> 'abandoned' and account_id is not null;
