-- Support for founding and joining, as projects: a policy with its milestones, a project a union, claims. The money is
-- in kernel `ledger` (held, posted, voided, reversed); who decided stands in kernel `review`.
create table membership.support_policy (
  id uuid primary key,
  -- The federation that pays.
  organisation_id uuid not null references organisations.organisation,
  name text not null check (length(name) between 4 and 80),
  document_number text not null,
  valid_from date not null,
  valid_until date not null,
  milestones jsonb not null,
  made_at timestamptz not null,
  made_by text not null,
  -- Accounts of the ledger: what may be spent, and where it comes from and goes out.
  fund_account_id uuid not null,
  cash_account_id uuid not null,
  closed_at timestamptz,
  closed_reason text,
  check (valid_until >= valid_from),
  check ((closed_at is null) = (closed_reason is null)),
  constraint support_policy_document unique (organisation_id, document_number)
);

create table membership.support_project (
  id uuid primary key,
  policy_id uuid not null references membership.support_policy,
  organisation_id uuid not null references organisations.organisation,
  opened_on date not null,
  made_by text not null,
  constraint support_project_once unique (policy_id, organisation_id)
);
create index support_project_union on membership.support_project (organisation_id);

-- What is claimed is counted from the rolls on a day and written down with the claim: nobody types it.
create table membership.support_claim (
  id uuid primary key,
  project_id uuid not null references membership.support_project,
  milestone text not null,
  measured_on date not null,
  counted integer not null check (counted >= 0),
  amount_fen bigint not null check (amount_fen > 0),
  note text not null default '' check (length(note) <= 500),
  files uuid[] not null default '{}' check (cardinality(files) <= 10),
  claimed_at timestamptz not null,
  made_by text not null,
  -- The ledger's entries: what was held, and what was posted.
  held_id uuid,
  posted_id uuid,
  receipt text,
  -- A claim that was refused, withdrawn or voided lets go of its milestone.
  is_standing boolean not null default true,
  check ((posted_id is null) = (receipt is null)),
  check (posted_id is null or held_id is not null)
);
create unique index support_claim_once on membership.support_claim (project_id, milestone) where is_standing;
create index support_claim_project on membership.support_claim (project_id);

create table membership.support_reclaim (
  id uuid primary key,
  claim_id uuid not null references membership.support_claim,
  amount_fen bigint not null check (amount_fen > 0),
  reason text not null check (length(reason) between 4 and 500),
  proposed_at timestamptz not null,
  made_by text not null,
  -- Set when it was booked.
  reversal_id uuid
);
create index support_reclaim_claim on membership.support_reclaim (claim_id);

grant select, insert on membership.support_policy, membership.support_project, membership.support_claim,
  membership.support_reclaim to zhenyi_app;
grant update (closed_at, closed_reason) on membership.support_policy to zhenyi_app;
grant update (held_id, posted_id, receipt, is_standing) on membership.support_claim to zhenyi_app;
grant update (reversal_id) on membership.support_reclaim to zhenyi_app;
