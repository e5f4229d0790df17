-- Who signs in, and who may do what. An account is a phone, not a person; codes, tokens and keys are kept as
-- peppered hashes, so that a copy of this database opens nothing.
create schema access;
grant usage on schema access to zhenyi_app;

create table access.account (
  id uuid primary key,
  phone_sealed bytea,
  phone_index bytea constraint account_phone_key unique,
  created_at timestamptz not null default now(),
  check ((phone_sealed is null) = (phone_index is null))
);

-- One phone may lead to several persons: a couple, or a parent who helps.
create table access.account_person (
  account_id uuid not null references access.account,
  person_bk platform.bucket not null,
  person_id uuid not null,
  since timestamptz not null default now(),
  until timestamptz,
  primary key (account_id, person_id)
);
create index account_person_person on access.account_person (person_bk, person_id);

create table access.oidc_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references access.account,
  created_at timestamptz not null default now(),
  primary key (issuer, subject)
);

-- Asked-for codes, known phone or not; these rows are the limits too. The address is hashed, and a job deletes
-- the rows once they limit nothing.
create table access.sign_in_code (
  id uuid primary key,
  phone_index bytea not null,
  address_hash bytea,
  code_hash bytea not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  attempts smallint not null default 0 constraint sign_in_code_attempts check (attempts between 0 and 5),
  used_at timestamptz
);
create index sign_in_code_phone on access.sign_in_code (phone_index, asked_at desc);
create index sign_in_code_address on access.sign_in_code (address_hash, asked_at desc);
create index sign_in_code_asked on access.sign_in_code (asked_at);

-- Tries at the second proof, right or wrong, counted by account so that a new session buys no new tries.
create table access.proof_attempt (
  id uuid primary key,
  account_id uuid not null references access.account,
  at timestamptz not null,
  succeeded boolean not null
);
create index proof_attempt_account on access.proof_attempt (account_id, at);

create table access.session (
  id uuid primary key,
  token_hash bytea not null constraint session_token_key unique,
  account_id uuid not null references access.account,
  person_bk platform.bucket,
  person_id uuid,
  way text not null check (way in ('code', 'oidc', 'persona')),
  device text not null check (length(device) <= 80),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  check ((person_bk is null) = (person_id is null))
);
create index session_account on access.session (account_id) where ended_at is null;
create index session_person on access.session (person_bk, person_id) where ended_at is null;

-- Append-only: a role given is a row, its end another. Neither is ever changed.
create table access.role_grant (
  id uuid primary key,
  person_bk platform.bucket not null,
  person_id uuid not null,
  role text not null check (role ~ '^[a-z-]{3,40}$'),
  organisation_id uuid not null references organisations.organisation,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  granted_by_bk platform.bucket,
  granted_by_id uuid,
  reason text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((granted_by_bk is null) = (granted_by_id is null)),
  constraint role_grant_not_to_self check (granted_by_id <> person_id)
);
create index role_grant_person on access.role_grant (person_bk, person_id);
create index role_grant_organisation on access.role_grant (organisation_id);

create table access.role_grant_end (
  grant_id uuid constraint role_grant_end_key primary key references access.role_grant,
  ended_at timestamptz not null,
  ended_by_bk platform.bucket,
  ended_by_id uuid,
  reason text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((ended_by_bk is null) = (ended_by_id is null))
);

create table access.partner_key (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  name text not null check (length(name) between 2 and 60),
  key_hash bytea not null constraint partner_key_hash_key unique,
  hint char(4) not null,
  operations text[] not null check (cardinality(operations) between 1 and 50),
  created_at timestamptz not null,
  created_by_bk platform.bucket,
  created_by_id uuid,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  replaces uuid constraint partner_key_replaces_key unique references access.partner_key,
  ended_at timestamptz,
  end_reason text
);
create index partner_key_organisation on access.partner_key (organisation_id);

create table access.demo_persona (
  id text primary key,
  position smallint not null,
  title_zh text not null,
  title_en text not null,
  what_zh text not null,
  what_en text not null,
  account_id uuid not null references access.account,
  person_bk platform.bucket not null,
  person_id uuid not null
);

grant select, insert on access.account, access.oidc_identity, access.role_grant, access.role_grant_end
  to zhenyi_app;
grant select, insert, update (until) on access.account_person to zhenyi_app;
grant select, insert, delete, update (attempts, used_at) on access.sign_in_code to zhenyi_app;
grant select, insert, delete on access.proof_attempt to zhenyi_app;
grant select, insert, delete,
  update (person_bk, person_id, last_seen_at, ended_at, end_reason) on access.session to zhenyi_app;
grant select, insert, update (expires_at, last_used_at, ended_at, end_reason) on access.partner_key to zhenyi_app;
grant select on access.demo_persona to zhenyi_app;
