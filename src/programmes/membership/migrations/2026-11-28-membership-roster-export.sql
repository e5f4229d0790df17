-- Every roster that left the platform: whose, in which form, why, how many rows, and the digests of the very file.
create table membership.roster_export (
  id uuid primary key,
  -- Stands in the file and on paper: who has it can be asked where it came from.
  serial text not null constraint roster_export_serial unique check (serial ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  organisation_id uuid not null references organisations.organisation,
  form text not null check (form in ('masked', 'full')),
  format text not null check (format in ('xlsx', 'csv')),
  reason text not null check (length(reason) between 6 and 400),
  -- waiting: another person must agree to whole numbers. approved: it may be made, once. made: it is there.
  state text not null check (state in ('waiting', 'approved', 'refused', 'made')),
  file_id uuid,
  rows integer,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  sm3 text check (sm3 ~ '^[0-9a-f]{64}$'),
  made_by text not null,
  made_by_bk platform.bucket,
  made_by_id uuid,
  account_id uuid,
  created_at timestamptz not null default now(),
  made_at timestamptz,
  constraint roster_export_maker check ((made_by_bk is null) = (made_by_id is null)),
  constraint roster_export_made check (
    (state = 'made') = (file_id is not null and rows is not null and sha256 is not null and sm3 is not null))
);
create index roster_export_organisation on membership.roster_export (organisation_id, created_at desc);

grant select, insert on membership.roster_export to zhenyi_app;
grant update (state, file_id, rows, sha256, sm3, made_at) on membership.roster_export to zhenyi_app;
