import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import { endOfDay, startOfDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { WorkItem } from '#platform/module.ts'
import { caseRows } from './case-rows.ts'
import { readNotices } from './notices.ts'
import { callersWords } from './parties.ts'
import { reachFor } from './reach.ts'
import { staffPage } from './tell.ts'

const ITEMS_MAX = 200

/** What waits for the caller: cases whose turn is theirs, and objections that nobody has answered. */
export async function workList(ctx: Context): Promise<readonly WorkItem[]> {
  return [...(await waitingCases(ctx)), ...(await waitingObjections(ctx))]
}

async function waitingCases(ctx: Context): Promise<WorkItem[]> {
  const words = await callersWords(ctx)
  const reach = reachFor(ctx, words)
  const { rows } = await caseRows(
    ctx,
    reach,
    // The desk is for what somebody decides; what waits for an applicant stands among their own cases.
    sql`${reach.waitsForMe} and not c.applicant = any(${[...words]})`,
    sql`order by s.due_on asc nulls last, s.since limit ${sql.lit(ITEMS_MAX)}`,
  )
  return rows.map((row) => ({
    kind: `review.${row.procedure}`,
    title: {
      zh: `${row.procedureTitle.zh}·${row.stateTitle.zh}：${row.summary}`,
      en: `${row.procedureTitle.en}, ${row.stateTitle.en}: ${row.summary}`,
    },
    href: staffPage(row.id),
    since: row.since,
    organisationName: row.organisationName,
    ...(row.deadline !== null && { dueAt: row.deadline.dueAt }),
  }))
}

async function waitingObjections(ctx: Context): Promise<WorkItem[]> {
  const reach = ctx.actor.kind === 'partner' ? [] : reachOf(ctx, 'review.answer-objections')
  if (reach.length === 0) return []
  const rows = await readNotices(
    ctx,
    sql`q.answered < q.objections and o.path <@ any(${reach}::ltree[])`,
    sql`order by n.until_day limit ${sql.lit(ITEMS_MAX)}`,
  )
  return rows.map((row) => ({
    kind: 'review.objection',
    title: {
      zh: `公示异议待答复（${row.objections - row.answered}）：${row.title}`,
      en: `Objections to answer (${row.objections - row.answered}): ${row.title}`,
    },
    href: staffPage(row.caseId),
    since: startOfDay(row.fromDay),
    dueAt: endOfDay(row.untilDay),
    organisationName: row.organisationName,
  }))
}
