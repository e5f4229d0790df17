-- The books: accounts, immutable transfers, and balances kept in the same transaction. One transfer is debit and
-- credit in one row, so that the books balance by construction. The server's role only reads these tables; it writes
-- through the functions of the next migration, which belong to the owner.
create schema ledger;
grant usage on schema ledger to zhenyi_app;

create table ledger.account (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  programme text not null check (programme ~ '^[a-z][a-z0-9-]{1,39}$'),
  -- The programme's own name of the account, by which it finds it again.
  key text not null check (length(key) between 1 and 120),
  name_zh text not null check (length(name_zh) between 1 and 80),
  name_en text not null check (length(name_en) between 1 and 80),
  currency text not null check (currency in ('fen', 'points', 'minutes')),
  kind text not null check (kind in ('asset', 'expense', 'liability', 'income', 'fund')),
  normal_side text not null generated always as (
    case when kind in ('asset', 'expense') then 'debit' else 'credit' end) stored,
  forbids_overdraft boolean not null,
  opened_at timestamptz not null default clock_timestamp(),
  opened_by text not null,
  closed_at timestamptz,
  closed_by text,
  closed_reason text,
  constraint account_key unique (organisation_id, programme, key),
  constraint account_currency unique (id, currency),
  constraint account_rules unique (id, normal_side, forbids_overdraft),
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_reason is null))
);

create table ledger.transfer (
  id uuid primary key,
  -- Given by the caller: the same key never moves anything twice.
  key text not null constraint transfer_key unique check (length(key) between 4 and 200),
  -- SHA-256 of what was asked for under the key, without ids, so that a repeat can be told from another wish.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('posted', 'pending', 'post', 'void', 'expiry', 'reversal')),
  debit_account_id uuid not null,
  credit_account_id uuid not null,
  currency text not null,
  -- 2^53 - 1 at most, so that every reader holds it exactly.
  amount bigint not null constraint transfer_amount check (amount between 1 and 9007199254740991),
  -- The pending transfer that this one ends. Unique: one is ended once, by whichever comes first.
  pending_id uuid constraint transfer_pending_ended_once unique references ledger.transfer,
  -- What the end frees: all that was held, also where less is posted.
  released bigint not null default 0,
  reverses_id uuid references ledger.transfer,
  expires_at timestamptz,
  effective_on date not null,
  -- What caused it, such as `travel-day:0192…`.
  subject text not null check (subject ~ '^[a-z][a-z0-9-]*:.{1,180}$'),
  memo text not null default '' check (length(memo) <= 200),
  made_by text not null,
  operation text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  -- The one place that says what a kind does to both accounts' balances.
  moves_posted bigint not null generated always as (
    case when kind in ('posted', 'post', 'reversal') then amount else 0 end) stored,
  moves_pending bigint not null generated always as (
    case when kind = 'pending' then amount else -released end) stored,
  constraint transfer_two_accounts check (debit_account_id <> credit_account_id),
  constraint transfer_debit_currency foreign key (debit_account_id, currency) references ledger.account (id, currency),
  constraint transfer_credit_currency foreign key (credit_account_id, currency) references ledger.account (id, currency),
  constraint transfer_within_pending check (amount <= released or kind not in ('post', 'void', 'expiry')),
  check ((kind in ('post', 'void', 'expiry')) = (pending_id is not null)),
  check (kind not in ('void', 'expiry') or amount = released),
  check ((pending_id is null) = (released = 0)),
  check ((kind = 'reversal') = (reverses_id is not null)),
  check (expires_at is null or kind = 'pending'),
  constraint transfer_expiry_key check ((kind = 'expiry') = (key like 'expiry:%'))
);
create index transfer_debit on ledger.transfer (debit_account_id, effective_on);
create index transfer_credit on ledger.transfer (credit_account_id, effective_on);
create index transfer_reverses on ledger.transfer (reverses_id) where reverses_id is not null;
create index transfer_subject on ledger.transfer (subject);
create index transfer_recorded on ledger.transfer (recorded_at);

-- What follows is derived from the transfers, and `ledger.verify` derives it again and compares.
create table ledger.balance (
  account_id uuid primary key,
  normal_side text not null,
  forbids_overdraft boolean not null,
  debits_posted bigint not null default 0,
  credits_posted bigint not null default 0,
  debits_pending bigint not null default 0,
  credits_pending bigint not null default 0,
  foreign key (account_id, normal_side, forbids_overdraft)
    references ledger.account (id, normal_side, forbids_overdraft),
  constraint balance_limits check (
    debits_posted between 0 and 9007199254740991 and credits_posted between 0 and 9007199254740991
    and debits_pending between 0 and 9007199254740991 and credits_pending between 0 and 9007199254740991),
  -- What is pending counts as spent; what is only expected does not count as there.
  constraint balance_overdraft check (not forbids_overdraft or case normal_side
    when 'credit' then credits_posted - debits_posted - debits_pending
    else debits_posted - credits_posted - credits_pending end >= 0)
);

-- What a day moved, so that a statement's opening balance does not grow with the age of the ledger.
create table ledger.day_total (
  account_id uuid not null references ledger.account,
  effective_on date not null,
  debits_posted bigint not null,
  credits_posted bigint not null,
  primary key (account_id, effective_on)
);

create table ledger.open_pending (
  transfer_id uuid primary key references ledger.transfer,
  expires_at timestamptz
);
create index open_pending_expires on ledger.open_pending (expires_at);

-- Each transfer as its two legs.
create view ledger.leg as
  select debit_account_id as account_id, credit_account_id as other_account_id, id as transfer_id, effective_on,
    recorded_at, moves_posted as debits_posted, 0::bigint as credits_posted, moves_pending as debits_pending,
    0::bigint as credits_pending
  from ledger.transfer
  union all
  select credit_account_id, debit_account_id, id, effective_on, recorded_at, 0, moves_posted, 0, moves_pending
  from ledger.transfer;

grant select on ledger.account, ledger.transfer, ledger.balance, ledger.day_total, ledger.open_pending, ledger.leg
  to zhenyi_app;
