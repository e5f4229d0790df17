import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Milestone } from '../../rules/support/measure.ts'
import { newestCase, standingOf, stoodColumns, type Stood } from '../case-standing.ts'
import { CLAIM, claimProcedure } from './procedures.ts'

type Row = Stood & {
  readonly id: string
  readonly projectId: string
  readonly unionId: string
  readonly unionName: string
  readonly policyName: string
  readonly milestone: Milestone
  readonly measuredOn: string
  readonly counted: number
  readonly amountFen: number
  readonly claimedAt: Date
  readonly claimedBy: string
  readonly note: string
  readonly files: { id: string; name: string }[]
  readonly receipt: string | null
  readonly paidOn: string | null
  readonly reclaimedFen: number
  readonly seq: number
  readonly total: number
}

/**
 * Claims with where each stands, under a condition on `c` (claim), `j` (project), `p` (policy), `o` (union), `stood`
 * (its case). Days of payment and what came back are read off the books, never off a copy.
 */
export async function claimRows(ctx: Context, where: RawBuilder<unknown>, tail: RawBuilder<unknown>) {
  const { rows } = await sql<Row>`
    select c.id, c.project_id as "projectId", o.id as "unionId", o.name as "unionName", p.name as "policyName",
      (select m from jsonb_array_elements(p.milestones) m where m ->> 'id' = c.milestone) as milestone,
      c.measured_on as "measuredOn", c.counted, c.amount_fen as "amountFen", c.claimed_at as "claimedAt",
      c.made_by as "claimedBy", c.note, c.receipt,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) order by f.name)
        from files.file f where f.id = any(c.files)), '[]') as files,
      (select t.effective_on from ledger.transfer t where t.id = c.posted_id) as "paidOn",
      (select coalesce(sum(t.amount), 0)::bigint from ledger.transfer t where t.reverses_id = c.posted_id) as "reclaimedFen",
      ${stoodColumns}, stood.seq, count(*) over () as total
    from membership.support_claim c
    join membership.support_project j on j.id = c.project_id
    join membership.support_policy p on p.id = j.policy_id
    join organisations.organisation o on o.id = j.organisation_id
    join ${newestCase(CLAIM, sql`${CLAIM} || ':' || c.id`)} stood on true
    where ${where} ${tail}`.execute(ctx.db)
  return {
    rows: rows.map(({ caseId, state, dueOn, seq: _seq, total: _total, ...row }) => ({
      ...row,
      standing: standingOf(claimProcedure, { caseId, state, dueOn }),
    })),
    total: rows[0]?.total ?? 0,
    seqs: rows.map(({ seq }) => seq),
  }
}
