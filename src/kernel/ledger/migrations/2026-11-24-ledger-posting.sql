-- How the books are written: one call, one round trip. The functions that the server's role may call are the owner's
-- (SECURITY DEFINER, fixed search_path); the others are theirs alone. A refusal is raised under a constraint's name.

create function ledger.refuse(refusal text) returns void language plpgsql as $$
begin
  raise exception using errcode = 'check_violation', message = refusal, constraint = refusal, schema = 'ledger';
end $$;

-- Opens an account, or answers the one that was opened under the key; refuses where that one differs.
create function ledger.open_account(wish jsonb) returns ledger.account language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  asked ledger.account := jsonb_populate_record(null::ledger.account, wish);
  known ledger.account;
begin
  insert into ledger.account
    (id, organisation_id, programme, key, name_zh, name_en, currency, kind, forbids_overdraft, opened_by)
  values (asked.id, asked.organisation_id, asked.programme, asked.key, asked.name_zh, asked.name_en, asked.currency,
    asked.kind, asked.forbids_overdraft, asked.opened_by)
  on conflict on constraint account_key do nothing
  returning * into known;
  if found then
    insert into ledger.balance (account_id, normal_side, forbids_overdraft)
    values (known.id, known.normal_side, known.forbids_overdraft);
    return known;
  end if;
  select * into known from ledger.account a
  where (a.organisation_id, a.programme, a.key) = (asked.organisation_id, asked.programme, asked.key);
  if (known.name_zh, known.name_en, known.currency, known.kind, known.forbids_overdraft)
    is distinct from (asked.name_zh, asked.name_en, asked.currency, asked.kind, asked.forbids_overdraft) then
    perform ledger.refuse('account_key_reused');
  end if;
  return known;
end $$;

-- Always in the order of ids: two batches never wait for each other in a circle.
create function ledger.lock_balances(accounts uuid[]) returns void language plpgsql as $$
begin
  perform from ledger.balance where account_id = any(accounts) order by account_id for update;
end $$;

create function ledger.close_account(which uuid, by_whom text, reason text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform ledger.lock_balances(array[which]);
  if exists (select from ledger.balance where account_id = which and debits_pending + credits_pending > 0) then
    perform ledger.refuse('account_has_pending');
  end if;
  update ledger.account set closed_at = clock_timestamp(), closed_by = by_whom, closed_reason = reason
  where id = which and closed_at is null;
  if not found then
    perform ledger.refuse('account_closed');
  end if;
end $$;

-- The day of what follows from another transfer: never before that one's, or a balance in between would be wrong.
-- Two servers' clocks may disagree about midnight, so only a day that was asked for is refused.
create function ledger.day_after(cause ledger.transfer, t ledger.transfer, asked date) returns date
language plpgsql as $$
begin
  if asked < cause.effective_on then
    perform ledger.refuse('transfer_before_cause');
  end if;
  return greatest(t.effective_on, cause.effective_on);
end $$;

-- The end of a pending transfer takes everything but its amount from it. `at` is the caller's clock.
create function ledger.end_pending(t ledger.transfer, wish jsonb, at timestamptz) returns ledger.transfer
language plpgsql as $$
declare
  held ledger.transfer;
  ended text;
begin
  select * into held from ledger.transfer where id = (wish->>'pendingId')::uuid and kind = 'pending';
  if not found then
    perform ledger.refuse('pending_unknown');
  end if;
  select kind into ended from ledger.transfer where pending_id = held.id;
  if found then
    perform ledger.refuse('pending_' || case ended when 'post' then 'posted' when 'void' then 'voided' else 'expired' end);
  elsif t.kind = 'post' and held.expires_at <= at then
    perform ledger.refuse('pending_expired');
  elsif t.kind = 'expiry' and coalesce(held.expires_at > at, true) then
    perform ledger.refuse('pending_not_due');
  end if;
  t.debit_account_id := held.debit_account_id;
  t.credit_account_id := held.credit_account_id;
  t.amount := coalesce(t.amount, held.amount);
  t.pending_id := held.id;
  t.released := held.amount;
  t.subject := coalesce(t.subject, held.subject);
  t.effective_on := ledger.day_after(held, t, (wish->>'effectiveOn')::date);
  return t;
end $$;

-- A reversal moves back, over all reversals, at most what was moved. Both balances are held, so the sum stands still.
create function ledger.reverse_posted(t ledger.transfer, wish jsonb) returns ledger.transfer language plpgsql as $$
declare
  original ledger.transfer;
  remaining bigint;
begin
  select * into original from ledger.transfer where id = (wish->>'transferId')::uuid and kind in ('posted', 'post');
  if not found then
    perform ledger.refuse('reversal_of_nothing');
  end if;
  select original.amount - coalesce(sum(amount), 0) into remaining from ledger.transfer where reverses_id = original.id;
  t.amount := coalesce(t.amount, remaining);
  if remaining = 0 or t.amount > remaining then
    perform ledger.refuse('reversal_beyond');
  end if;
  t.debit_account_id := original.credit_account_id;
  t.credit_account_id := original.debit_account_id;
  t.reverses_id := original.id;
  t.effective_on := ledger.day_after(original, t, (wish->>'effectiveOn')::date);
  return t;
end $$;

create function ledger.digest_of(wish jsonb) returns text language sql immutable parallel safe as $$
  select encode(sha256(convert_to((wish - 'id')::text, 'UTF8')), 'hex')
$$;

-- Adds one row and what follows from it. Both balances are held by the caller.
create function ledger.post_one(wish jsonb, caller jsonb) returns ledger.transfer language plpgsql as $$
declare
  t ledger.transfer;
begin
  t.kind := wish->>'kind';
  t.debit_account_id := (wish->>'debit')::uuid;
  t.credit_account_id := (wish->>'credit')::uuid;
  t.amount := (wish->>'amount')::bigint;
  t.subject := wish->>'subject';
  t.effective_on := coalesce((wish->>'effectiveOn')::date, (caller->>'today')::date);
  if t.kind in ('post', 'void', 'expiry') then
    t := ledger.end_pending(t, wish, (caller->>'at')::timestamptz);
  elsif t.kind = 'reversal' then
    t := ledger.reverse_posted(t, wish);
  end if;
  insert into ledger.transfer (id, key, digest, kind, debit_account_id, credit_account_id, currency, amount,
    pending_id, released, reverses_id, expires_at, effective_on, subject, memo, made_by, operation)
  values ((wish->>'id')::uuid, wish->>'key', ledger.digest_of(wish), t.kind, t.debit_account_id, t.credit_account_id,
    (select currency from ledger.account where id = t.debit_account_id), t.amount, t.pending_id,
    coalesce(t.released, 0), t.reverses_id, (wish->>'expiresAt')::timestamptz,
    t.effective_on, t.subject, coalesce(wish->>'memo', ''), caller->>'madeBy', caller->>'operation')
  on conflict on constraint transfer_key do nothing
  returning * into t;
  if not found then
    perform ledger.refuse('transfer_key_reused');
  end if;
  perform ledger.carry(t);
  return t;
end $$;

-- Balances, the day's totals and the list of what is open, from one new row.
create function ledger.carry(t ledger.transfer) returns void language plpgsql as $$
begin
  if t.kind = 'pending' then
    insert into ledger.open_pending values (t.id, t.expires_at);
  elsif t.pending_id is not null then
    delete from ledger.open_pending where transfer_id = t.pending_id;
  end if;
  update ledger.balance set
    debits_posted = debits_posted + case account_id when t.debit_account_id then t.moves_posted else 0 end,
    credits_posted = credits_posted + case account_id when t.credit_account_id then t.moves_posted else 0 end,
    debits_pending = debits_pending + case account_id when t.debit_account_id then t.moves_pending else 0 end,
    credits_pending = credits_pending + case account_id when t.credit_account_id then t.moves_pending else 0 end
  where account_id in (t.debit_account_id, t.credit_account_id);
  if t.moves_posted > 0 then
    insert into ledger.day_total as day values
      (t.debit_account_id, t.effective_on, t.moves_posted, 0), (t.credit_account_id, t.effective_on, 0, t.moves_posted)
    on conflict (account_id, effective_on) do update set
      debits_posted = day.debits_posted + excluded.debits_posted,
      credits_posted = day.credits_posted + excluded.credits_posted;
  end if;
end $$;

-- The accounts that a list of wishes touches, by name or by what they refer to.
create function ledger.accounts_of(wishes jsonb) returns uuid[] language sql stable as $$
  with wish as (select value from jsonb_array_elements(wishes)),
    referred as (
      select t.* from wish join ledger.transfer t
        on t.id = coalesce(value->>'pendingId', value->>'transferId')::uuid)
  select coalesce(array_agg(distinct account), '{}') from (
    select (value->>'debit')::uuid from wish union all select (value->>'credit')::uuid from wish
    union all select debit_account_id from referred union all select credit_account_id from referred) a (account)
  where account is not null
$$;

-- Asked while the balances are held, which closing an account waits for.
create function ledger.require_open(accounts uuid[]) returns void language plpgsql as $$
declare
  there integer;
  closed integer;
begin
  select count(*), count(closed_at) into there, closed from ledger.account where id = any(accounts);
  if there < cardinality(accounts) then
    perform ledger.refuse('account_unknown');
  elsif closed > 0 then
    perform ledger.refuse('account_closed');
  end if;
end $$;

-- Posts a list, all or none, each on the balances that the one before left; or answers what the same keys with the same
-- content did before. Sequential scans are off because a plan made while the tables were empty would be kept.
create function ledger.post(wishes jsonb, caller jsonb) returns setof ledger.transfer language plpgsql
security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  accounts uuid[] := ledger.accounts_of(wishes);
  known integer;
  differing integer;
  wish jsonb;
  made ledger.transfer;
begin
  perform ledger.lock_balances(accounts);
  select count(*), count(*) filter (where t.digest <> ledger.digest_of(w.value)) into known, differing
  from jsonb_array_elements(wishes) w join ledger.transfer t on t.key = w.value->>'key';
  if known > 0 then
    if differing > 0 or known < jsonb_array_length(wishes) then
      perform ledger.refuse('transfer_key_reused');
    end if;
    return query select t.* from jsonb_array_elements(wishes) with ordinality w (value, place)
      join ledger.transfer t on t.key = w.value->>'key' order by w.place;
    return;
  end if;
  perform ledger.require_open(accounts);
  for wish in select value from jsonb_array_elements(wishes) loop
    made := ledger.post_one(wish, caller);
    return next made;
  end loop;
end $$;

-- Ends what was held for longer than it may be; at most `most` in one call. Whoever posts or voids one of them at the
-- same time holds its balances: after the wait, only what is still open is ended.
create function ledger.expire_due(caller jsonb, most integer) returns integer language plpgsql
security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  due uuid[];
  held record;
  ended integer := 0;
begin
  select array_agg(transfer_id) into due from (
    select transfer_id from ledger.open_pending where expires_at <= (caller->>'at')::timestamptz
    order by expires_at limit most) d;
  perform ledger.lock_balances(array(
    select debit_account_id from ledger.transfer where id = any(due)
    union select credit_account_id from ledger.transfer where id = any(due)));
  for held in select transfer_id as id from ledger.open_pending where transfer_id = any(due) loop
    perform ledger.post_one(jsonb_build_object('id', gen_random_uuid(), 'kind', 'expiry',
      'key', 'expiry:' || held.id, 'pendingId', held.id), caller);
    ended := ended + 1;
  end loop;
  return ended;
end $$;

revoke all on all functions in schema ledger from public;
grant execute on function ledger.open_account(jsonb), ledger.close_account(uuid, text, text),
  ledger.post(jsonb, jsonb), ledger.expire_due(jsonb, integer) to zhenyi_app;
