import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import { openCase } from '#kernel/review/index.ts'
import { holdsAt, reachOf, requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { sha256 } from '#platform/digest.ts'
import { conflict, notFound } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { firstDayOf, monthOfDay } from '../../rules/voucher-number.ts'
import { requireOpenMonth } from '../claims/send-claim.ts'
import { requireCompany } from '../files/reach.ts'
import { previousCut, ridesInCut } from './cut.ts'
import { statementProcedure } from './procedures.ts'
import { requireReconciled } from './reconcile-month.ts'
import { makeContent, type StatementContent } from './statement-content.ts'

/** Made once every difference of the month is decided; somebody else checks it, and then the month is settled. */
export const proposeStatement: Handler<typeof greenTravel.proposeStatement> = async (ctx, input) => {
  await requireAt(ctx, 'green-travel.settle', input.companyUnit)
  const company = await requireCompany(ctx, 'green-travel.settle', input.companyUnit)
  const month = monthOfDay(`${input.month}-01`)
  if (cityDay(ctx.now) < firstDayOf(month + 1)) throw monthNotOver()
  await requireOpenMonth(ctx, company.id, month)
  await requireDecided(ctx, company.id, month)
  await requireReconciled(ctx, company.id, month)
  const cutAt = await cut(ctx, company.id)
  const content = await makeContent(ctx, company, month, cutAt)
  const id = newId(ctx.now.getTime())
  const digest = digestOf(content)
  const { id: caseId } = await openCase(ctx, statementProcedure, {
    subject: `green-travel.statement:${id}`,
    organisationId: company.unit,
    applicant: null,
    summary: `${company.name} ${content.month} 结算单`,
    href: `/staff/green-travel/statements/${id}`,
  })
  await sql`insert into green_travel.statement (id, company, month, cut_at, content, digest, due_fen, case_id, proposed_by, proposed_at)
    values (${id}, ${company.id}, ${month}, ${cutAt}, ${JSON.stringify(content)}, ${digest}, ${content.dueFen}, ${caseId},
      ${madeBy(ctx)}, ${ctx.now})`.execute(ctx.db)
  ctx.auditNote.organisationId = company.unit
  ctx.auditNote.subjects = [`ride-statement:${id}`]
  ctx.auditNote.detail = { month: content.month, dueFen: content.dueFen, digest }
  return { id, dueFen: content.dueFen, digest }
}

/** Holds the company alone for a moment: whatever was being posted is in, whatever comes now is after the cut. */
async function cut(ctx: Context, company: number): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`
    with held as materialized (select pg_advisory_xact_lock(4201, ${company}))
    select date_trunc('milliseconds', clock_timestamp()) as at from held`.execute(ctx.db)
  return rows[0]!.at
}

/** Over the content in one fixed order of keys, as it is stored and as JSON gives it back. */
export const digestOf = (content: StatementContent): string => sha256(canonical(content))

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, of]) => `${JSON.stringify(key)}:${canonical(of)}`).join(',')}}`
}

async function requireDecided(ctx: Context, company: number, month: number): Promise<void> {
  const { rows } = await sql<{ open: number; proposed: boolean }>`
    select (select count(*) from green_travel.difference d join review.standing s on s.case_id = d.case_id
        where d.company = ${company} and d.month = ${month} and s.is_open)::integer as open,
      exists (select from green_travel.statement t join review.standing s on s.case_id = t.case_id
        where t.company = ${company} and t.month = ${month} and s.is_open) as proposed`.execute(ctx.db)
  const { open, proposed } = rows[0]!
  if (proposed)
    throw conflict('statement-waits', {
      zh: '这个月已有一份结算单在等待复核。',
      en: 'A statement of this month waits to be checked.',
    })
  if (open > 0)
    throw conflict('differences-open', {
      zh: `还有 ${open} 条差异没有认定。`,
      en: `${open} differences are still to be decided.`,
    })
}

const monthNotOver = () =>
  conflict('month-not-over', { zh: '这个月还没有过完。', en: 'This month is not over yet.' })

type Head = {
  id: string
  caseId: string
  company: number
  unit: string
  month: number
  dueFen: number
  digest: string
  state: string
  proposedBy: string
  proposedAt: Date
  approvedBy: string | null
  cutAt: Date
  content: StatementContent
}

const heads = sql`
  select s.id, s.case_id as "caseId", s.company, c.organisation_id as unit, s.month, s.due_fen as "dueFen", s.digest,
    st.state, s.proposed_by as "proposedBy", s.proposed_at as "proposedAt", a.approved_by as "approvedBy",
    s.cut_at as "cutAt", s.content
  from green_travel.statement s join green_travel.company c on c.id = s.company
  join review.standing st on st.case_id = s.case_id
  left join green_travel.statement_approval a on a.statement = s.id`

const shown = ({ company: _c, unit: _u, cutAt: _t, content: _n, month, ...head }: Head) => ({
  ...head,
  month: firstDayOf(month).slice(0, 7),
  stateText: statementProcedure.states[head.state]!.title,
})

export async function newestStatement(ctx: Context, company: number, month: number) {
  const { rows } = await sql<Head>`${heads} where s.company = ${company} and s.month = ${month}
    order by s.proposed_at desc limit 1`.execute(ctx.db)
  return rows[0] === undefined ? undefined : shown(rows[0])
}

/** `not-found` for whoever does not see the company. */
export async function requireStatement(ctx: Context, id: string): Promise<Head> {
  const { rows } = await sql<Head>`${heads} where s.id = ${id}`.execute(ctx.db)
  const head = rows[0]
  if (head === undefined || !(await holdsAt(ctx, 'green-travel.see-files', head.unit)))
    throw notFound({ zh: '结算单', en: 'statement' })
  return head
}

export const getStatement: Handler<typeof greenTravel.getStatement> = async (ctx, { id }) => {
  reachOf(ctx, 'green-travel.see-files')
  const head = await requireStatement(ctx, id)
  return { head: shown(head), content: head.content }
}

/** Goes to the rides themselves, and compares to the fen. A month whose rides were purged has only its digest left. */
export const recompute: Handler<typeof greenTravel.recompute> = async (ctx, { id }) => {
  reachOf(ctx, 'green-travel.see-files')
  const head = await requireStatement(ctx, id)
  const at = {
    company: head.company,
    month: head.month,
    cutAt: head.cutAt,
    before: await previousCut(ctx, head.company, head.month),
  }
  const { rows } = await sql<{ rides: number; fen: number }>`
    select count(*)::integer as rides, coalesce(sum(union_fen), 0)::bigint as fen
    from ${await ridesInCut(ctx, at)} r`.execute(ctx.db)
  const again = await makeContent(
    ctx,
    { id: head.company, unit: head.unit, name: head.content.company.name },
    head.month,
    head.cutAt,
  )
  const isRide = ({ label }: StatementContent['lines'][number]) => /乘车$/.test(label.zh)
  const said = head.content.lines.filter(isRide)
  const sum = (pick: 'rides' | 'fen', lines: StatementContent['lines']) =>
    lines.reduce((total, line) => total + line[pick], 0)
  const others = again.lines.filter((line) => !isRide(line))
  const recomputedFen = rows[0]!.fen + sum('fen', others)
  const digestHolds = digestOf(head.content) === head.digest
  return {
    intact: digestHolds && recomputedFen === head.dueFen && rows[0]!.rides === sum('rides', said),
    dueFen: head.dueFen,
    recomputedFen,
    rides: sum('rides', said),
    recomputedRides: rows[0]!.rides,
    digestHolds,
  }
}
