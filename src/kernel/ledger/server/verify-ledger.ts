import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Finding } from '../shapes.ts'
import { checks, type Check } from './verify-checks.ts'

export type Verdict = {
  readonly intact: boolean
  readonly accounts: number
  readonly transfers: number
  readonly checkedAt: Date
  readonly findings: Finding[]
}

/** Which accounts: one, or all of the organisations below these paths of the tree. */
type Scope = { readonly accountId?: string | undefined; readonly reach?: readonly string[] }

const FINDINGS_MAX = 100

/**
 * Derives balances, days' totals and open reservations from the transfers again and compares them with what is stored,
 * in one snapshot, while others go on posting.
 */
export function verifyLedger(ctx: Context, scope: Scope = {}): Promise<Verdict> {
  return inOneSnapshot(ctx, async (inside) => {
    const accounts = scoped(scope)
    const findings: Finding[] = []
    for (const check of checks) {
      if (findings.length >= FINDINGS_MAX) break
      findings.push(...(await run(inside, check, accounts, FINDINGS_MAX - findings.length)))
    }
    return {
      intact: findings.length === 0,
      ...(await counted(inside, accounts)),
      checkedAt: ctx.now,
      findings,
    }
  })
}

const scoped = ({ accountId, reach = ['root'] }: Scope) => sql`
  select account.id, account.name_zh, account.name_en from ledger.account account
  join organisations.organisation unit on unit.id = account.organisation_id
  where unit.path <@ any(${reach}::ltree[]) ${accountId === undefined ? sql`` : sql`and account.id = ${accountId}`}`

async function run(
  ctx: Context,
  { kind, differing }: Check,
  accounts: RawBuilder<unknown>,
  most: number,
): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    with scope as materialized (${accounts})
    select found.account_id as "accountId", json_build_object('zh', scope.name_zh, 'en', scope.name_en) as "accountName",
      ${kind}::text as kind, found.at::text as at, found.stored::text as stored, found.replayed::text as replayed
    from (${differing}) found join scope on scope.id = found.account_id
    order by found.account_id, found.at limit ${most}`.execute(ctx.db)
  return rows
}

async function counted(ctx: Context, accounts: RawBuilder<unknown>) {
  const { rows } = await sql<{ accounts: number; transfers: number }>`
    with scope as materialized (${accounts})
    select (select count(*) from scope) as accounts,
      (select count(*) from ledger.transfer
        where debit_account_id in (select id from scope) or credit_account_id in (select id from scope)) as transfers`.execute(
    ctx.db,
  )
  return rows[0]!
}

function inOneSnapshot<T>(ctx: Context, work: (inside: Context) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx)
  return ctx.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((db) => work({ ...ctx, db }))
}
