import { sql } from 'kysely'
import { holdsAt, reachOf, requireAt } from '#platform/authorise.ts'
import { act } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { differenceKinds, type DifferenceKind } from '../../rules/settlement/reconcile.ts'
import { monthOfDay } from '../../rules/voucher-number.ts'
import { requireCompany } from '../files/reach.ts'
import { differenceProcedure } from './procedures.ts'

type Row = {
  id: string
  caseId: string
  seq: number
  kind: DifferenceKind
  day: string
  route: string
  rides: number
  fen: number
  evidence: Record<string, string | number>
  state: string
  isOpen: boolean
  dueOn: string | null
  lastReason: string | null
}

const from = sql`green_travel.difference d
  join review.standing s on s.case_id = d.case_id
  join review.action a on a.case_id = d.case_id and a.no = s.seq
  left join green_travel.route r on r.id = d.route`

export const listDifferences: Handler<typeof greenTravel.listDifferences> = async (ctx, input) => {
  reachOf(ctx, 'green-travel.see-files')
  const company = await requireCompany(ctx, 'green-travel.see-files', input.companyUnit)
  const where = sql`d.company = ${company.id} and d.month = ${monthOfDay(`${input.month}-01`)}
    and s.state <> 'gone' and (${!input.openOnly} or s.is_open)`
  const { rows } = await sql<Row>`
    select d.id, d.case_id as "caseId", s.seq, d.kind, d.day, coalesce(r.code, '—') as route, d.rides, d.fen, d.evidence,
      s.state, s.is_open as "isOpen", s.due_on as "dueOn", a.reason as "lastReason"
    from ${from} where ${where}
    order by s.is_open desc, abs(d.fen) desc, d.day, d.id
    limit ${input.pageSize} offset ${(input.page - 1) * input.pageSize}`.execute(ctx.db)
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::integer as total from ${from} where ${where}`.execute(ctx.db)
  return {
    rows: rows.map((row) => ({
      ...row,
      text: differenceKinds[row.kind],
      stateText: differenceProcedure.states[row.state]!.title,
    })),
    total: counted[0]!.total,
  }
}

type Found = {
  readonly caseId: string
  readonly unit: string
  readonly company: number
  readonly month: number
  readonly day: string
  readonly route: number
}

/** `not-found` for whoever does not hold the permission at its company. */
export async function requireDifference(
  ctx: Context,
  permission: 'green-travel.see-files' | 'green-travel.answer',
  id: string,
): Promise<Found> {
  const { rows } = await sql<Found>`
    select d.case_id as "caseId", c.organisation_id as unit, d.company, d.month, d.day::text as day, d.route
    from green_travel.difference d join green_travel.company c on c.id = d.company where d.id = ${id}`.execute(
    ctx.db,
  )
  const found = rows[0]
  if (found === undefined || !(await holdsAt(ctx, permission, found.unit))) throw noSuchDifference()
  return found
}

/** The machine of a company says what its officer would; who it was stands in the case. */
export const answerDifference: Handler<typeof greenTravel.answerDifference> = async (ctx, { id, answer }) => {
  const found = await requireDifference(ctx, 'green-travel.answer', id)
  await requireAt(ctx, 'green-travel.answer', found.unit)
  ctx.auditNote.organisationId = found.unit
  return { state: (await act(asCompany(ctx), found.caseId, 'answer', { reason: answer })).state }
}

const asCompany = (ctx: Context): Context =>
  ctx.actor.kind === 'partner' ? { ...ctx, actor: { kind: 'system', name: ctx.actor.name } } : ctx

const noSuchDifference = () => notFound({ zh: '差异', en: 'difference' })
