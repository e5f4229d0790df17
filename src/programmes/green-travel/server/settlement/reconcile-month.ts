import { sql } from 'kysely'
import { act, caseStates, openCase } from '#kernel/review/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { differenceKinds, reconcile, type Difference } from '../../rules/settlement/reconcile.ts'
import { monthOfDay } from '../../rules/voucher-number.ts'
import { requireOpenMonth } from '../claims/send-claim.ts'
import { requireCompany, type Company } from '../files/reach.ts'
import { foldOnline, monthCells, standingClaim } from './month-cells.ts'
import { differenceProcedure } from './procedures.ts'
import { unionFenIn } from './terms-of-month.ts'

/** Nobody proposes a difference: the records do, so that every officer may decide it. */
const asRecords = (ctx: Context): Context => ({ ...ctx, actor: { kind: 'system', name: '自动对账' } })

/**
 * Compares the three and writes down what is new. The same again finds the same rows and changes nothing; a difference
 * that is open and no longer found is closed as gone.
 */
export const reconcileMonth: Handler<typeof greenTravel.reconcileMonth> = async (ctx, input) => {
  await requireAt(ctx, 'green-travel.settle', input.companyUnit)
  const company = await requireCompany(ctx, 'green-travel.settle', input.companyUnit)
  const month = monthOfDay(`${input.month}-01`)
  await requireOpenMonth(ctx, company.id, month)
  await sql`select pg_advisory_xact_lock(4203, ${company.id})`.execute(ctx.db)
  const { claim, found, known, fresh } = await compare(ctx, company.id, month)
  for (const one of fresh) await note(ctx, company, month, claim?.id ?? null, one)
  const words = new Set(found.map(wordOf))
  const gone = [...known].filter(([word]) => !words.has(word)).map(([, id]) => id)
  const cleared = await clear(ctx, gone)
  ctx.auditNote.organisationId = company.unit
  ctx.auditNote.subjects = [`ride-month:${company.id}:${input.month}`]
  ctx.auditNote.detail = { found: found.length, new: fresh.length, cleared }
  return { found: found.length, fresh: fresh.length, cleared }
}

/** What the three say now, against what was found before. */
async function compare(ctx: Context, company: number, month: number) {
  await foldOnline(ctx, month)
  const claim = await standingClaim(ctx, company, month)
  const cells = await monthCells(ctx, company, month, claim?.id ?? null)
  const found = reconcile(cells, await unionFenIn(ctx, month))
  const known = await knownDifferences(ctx, company, month)
  return { claim, found, known, fresh: found.filter((one) => !known.has(wordOf(one))) }
}

/** A statement stands on a comparison that nothing has overtaken. */
export async function requireReconciled(ctx: Context, company: number, month: number): Promise<void> {
  const { fresh } = await compare(ctx, company, month)
  if (fresh.length === 0) return
  throw conflict('reconcile-first', {
    zh: `有 ${fresh.length} 条差异还没有列出，请先对账。`,
    en: `${fresh.length} differences are not listed yet: reconcile first.`,
  })
}

const wordOf = ({
  kind,
  day,
  route,
  rides,
  fen,
}: Pick<Difference, 'kind' | 'day' | 'route' | 'rides' | 'fen'>) => `${kind} ${day} ${route} ${rides} ${fen}`

async function knownDifferences(ctx: Context, company: number, month: number): Promise<Map<string, string>> {
  const { rows } = await sql<Difference & { id: string }>`
    select d.id, d.kind, d.day, d.route, d.rides, d.fen from green_travel.difference d
    left join green_travel.difference_end e on e.difference = d.id
    where d.company = ${company} and d.month = ${month} and e.outcome is distinct from 'gone'`.execute(ctx.db)
  return new Map(rows.map((row) => [wordOf(row), row.id]))
}

async function note(ctx: Context, company: Company, month: number, claim: number | null, one: Difference) {
  const id = newId(ctx.now.getTime())
  const { id: caseId } = await openCase(asRecords(ctx), differenceProcedure, {
    subject: `green-travel.difference:${id}`,
    organisationId: company.unit,
    applicant: null,
    summary: `${one.day} ${differenceKinds[one.kind].zh}（${one.rides}次，${one.fen}分）`,
    href: `/staff/green-travel/differences/${id}`,
  })
  await sql`insert into green_travel.difference (id, company, month, kind, day, route, rides, fen, evidence, claim, case_id, found_at)
    values (${id}, ${company.id}, ${month}, ${one.kind}, ${one.day}, ${one.route}, ${one.rides}, ${one.fen},
      ${JSON.stringify(one.evidence)}, ${claim}, ${caseId}, ${ctx.now})`.execute(ctx.db)
}

async function clear(ctx: Context, ids: readonly string[]): Promise<number> {
  const states = await caseStates(
    ctx,
    differenceProcedure.id,
    ids.map((id) => `green-travel.difference:${id}`),
  )
  const open = [...states.values()].filter(({ isOpen }) => isOpen)
  for (const { caseId } of open) await act(asRecords(ctx), caseId, 'clear', {})
  return open.length
}
