import { sql } from 'kysely'
import { personKeyText, personNames } from '#kernel/people/index.ts'
import { cityDay, endOfDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { requireProcedure } from './procedures.ts'
import type { Reach } from './reach.ts'

type Row = {
  id: string
  procedure: string
  subject: string
  summary: string
  organisationId: string
  organisationName: string
  state: string
  openedAt: Date
  since: Date
  dueOn: string | null
  dueBeyondPublished: boolean
  assigneeBk: number | null
  assigneeId: string | null
  waitsForMe: boolean
  total: number
}

type Part = ReturnType<typeof sql>

/** Cases in the shape of a list's row; `where` stands over c, s and o, and what may not be read is left out. */
export async function caseRows(ctx: Context, reach: Reach, where: Part, tail: Part) {
  const { rows } = await sql<Row>`
    select c.id, c.procedure, c.subject, c.summary, c.organisation_id as "organisationId",
      o.name as "organisationName", s.state, c.opened_at as "openedAt", s.since, s.due_on as "dueOn",
      s.due_beyond_published as "dueBeyondPublished", s.assignee_bk as "assigneeBk", s.assignee_id as "assigneeId",
      ${reach.waitsForMe} as "waitsForMe", count(*) over () as total
    from review.case_file c
    join review.standing s on s.case_id = c.id
    join organisations.organisation o on o.id = c.organisation_id
    where ${reach.readable} and ${where} ${tail}`.execute(ctx.db)
  const names = await assigneeNames(ctx, rows)
  return { rows: rows.map((row) => asRow(ctx, row, names)), total: rows[0]?.total ?? 0 }
}

function asRow(ctx: Context, row: Row, names: ReadonlyMap<string, string>) {
  const { assigneeBk, assigneeId, dueOn, dueBeyondPublished, total: _total, ...kept } = row
  const { procedure } = requireProcedure(ctx, row.procedure)
  const state = procedure.states[row.state]
  return {
    ...kept,
    procedureTitle: procedure.title,
    // A state that a newer version of the programme took away is shown by its id.
    stateTitle: state?.title ?? { zh: row.state, en: row.state },
    outcome: state?.terminal ?? null,
    deadline: deadlineOf(ctx, dueOn, dueBeyondPublished),
    assigneeName:
      assigneeBk === null || assigneeId === null
        ? null
        : (names.get(personKeyText({ bk: assigneeBk, id: assigneeId })) ?? ''),
  }
}

export const deadlineOf = (ctx: Context, dueOn: string | null, beyondPublished: boolean) =>
  dueOn === null ? null : { dueOn, dueAt: endOfDay(dueOn), isLate: cityDay(ctx.now) > dueOn, beyondPublished }

function assigneeNames(ctx: Context, rows: readonly Row[]) {
  const keys = rows.flatMap(({ assigneeBk: bk, assigneeId: id }) =>
    bk === null || id === null ? [] : { bk, id },
  )
  return personNames(ctx, keys)
}
