import { sql, type RawBuilder } from 'kysely'
import type { Finding } from '../shapes.ts'

/** Rows of (account_id, at, stored, replayed) where the two differ; `scope` holds the accounts that are asked about. */
export type Check = { readonly kind: Finding['kind']; readonly differing: RawBuilder<unknown> }

const legsInScope = sql`select * from ledger.leg where account_id in (select id from scope)`

export const checks: readonly Check[] = [
  {
    kind: 'balance',
    differing: sql`
      select account_id, null as at, stored.sums as stored, coalesce(replayed.sums, '0/0 0/0') as replayed
      from (select account_id, concat(debits_posted, '/', credits_posted, ' ', debits_pending, '/', credits_pending) as sums
        from ledger.balance) stored
      full join (select account_id, concat(sum(debits_posted), '/', sum(credits_posted), ' ',
          sum(debits_pending), '/', sum(credits_pending)) as sums
        from (${legsInScope}) leg group by account_id) replayed using (account_id)
      where stored.sums is distinct from coalesce(replayed.sums, '0/0 0/0')`,
  },
  {
    kind: 'day-total',
    differing: sql`
      select account_id, effective_on as at, stored.sums as stored, replayed.sums as replayed
      from (select account_id, effective_on, concat(debits_posted, '/', credits_posted) as sums
        from ledger.day_total where account_id in (select id from scope)) stored
      full join (select account_id, effective_on, concat(sum(debits_posted), '/', sum(credits_posted)) as sums
        from (${legsInScope}) leg where debits_posted + credits_posted > 0 group by account_id, effective_on) replayed
        using (account_id, effective_on)
      where stored.sums is distinct from replayed.sums`,
  },
  {
    kind: 'open-pending',
    differing: sql`
      select pending.debit_account_id as account_id, pending.id as at,
        case when open.transfer_id is null then 'ended' else 'open' end as stored,
        case when ending.id is null then 'open' else 'ended' end as replayed
      from ledger.transfer pending
      left join ledger.transfer ending on ending.pending_id = pending.id
      left join ledger.open_pending open on open.transfer_id = pending.id
      where pending.kind = 'pending' and (open.transfer_id is null) = (ending.id is null)`,
  },
  {
    kind: 'overdraft',
    differing: sql`
      select account.id as account_id, null as at, 'forbidden' as stored, left_over.available as replayed
      from ledger.account account
      join (select account_id, sum(credits_posted - debits_posted - debits_pending) as credit,
          sum(debits_posted - credits_posted - credits_pending) as debit
        from (${legsInScope}) leg group by account_id) sums on sums.account_id = account.id
      cross join lateral (
        select case account.normal_side when 'credit' then sums.credit else sums.debit end as available) left_over
      where account.forbids_overdraft and left_over.available < 0`,
  },
  {
    // What ends a reservation or reverses a transfer must fit the row that it names.
    kind: 'link',
    differing: sql`
      select later.debit_account_id as account_id, later.id as at,
        concat(later.kind, ' ', later.amount) as stored, concat(cause.kind, ' ', cause.amount) as replayed
      from ledger.transfer later
      join ledger.transfer cause on cause.id = coalesce(later.pending_id, later.reverses_id)
      where case when later.pending_id is not null
        then (cause.kind, cause.debit_account_id, cause.credit_account_id, cause.amount)
          <> ('pending', later.debit_account_id, later.credit_account_id, later.released)
        else cause.kind not in ('posted', 'post')
          or (cause.debit_account_id, cause.credit_account_id) <> (later.credit_account_id, later.debit_account_id)
          or cause.amount < (select sum(amount) from ledger.transfer where reverses_id = cause.id) end`,
  },
]
