import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { addTerm, workingDaysBetween, type Calendar } from '../rules/working-days.ts'
import { calendarFor } from './calendar.ts'
import type { ReviewCase } from './case.ts'
import { findCase, lockCase } from './find-case.ts'
import { proceduresOf } from './procedures.ts'
import { tellOfficers } from './tell.ts'

type Kind = 'near' | 'passed' | 'risen'
type Waiting = { readonly id: string; readonly risen: number }

const BATCH = 500
const LEVELS_MAX = 9
/** Reminded on the last working day, and on the one before. */
const NEAR_WORKING_DAYS = 1

/** The job: reminds whoever a case waits for, tells them once that it is late, and lets it rise where its procedure says so. */
export async function watchDeadlines(ctx: Context): Promise<void> {
  const today = cityDay(ctx.now)
  const calendar = await calendarFor(ctx, today)
  for (const { id } of await unsaid(ctx, 'near', today)) {
    await forCase(ctx, id, async (inside, one) => {
      if (one.dueOn !== null && workingDaysBetween(calendar, today, one.dueOn) <= NEAR_WORKING_DAYS)
        await say(inside, one, 'near', 0)
    })
  }
  for (const { id } of await unsaid(ctx, 'passed', today))
    await forCase(ctx, id, (inside, one) => say(inside, one, 'passed', 0))
  for (const { id, risen } of await mayRise(ctx, today))
    await forCase(ctx, id, (inside, one) => rise(inside, one, risen, today))
}

/** Cases of which this was not said yet: due within some days, or overdue. A week holds every long weekend but two. */
async function unsaid(ctx: Context, kind: 'near' | 'passed', today: string): Promise<Waiting[]> {
  const isTime =
    kind === 'near'
      ? sql`s.due_on >= ${today}::date and s.due_on <= ${today}::date + 12`
      : sql`s.due_on < ${today}`
  const { rows } = await sql<Waiting>`
    select s.case_id as id, 0 as risen from review.standing s
    where s.is_open and ${isTime} and not exists (select from review.reminder r
      where r.case_id = s.case_id and r.action_no = s.seq and r.kind = ${kind})
    order by s.due_on, s.case_id limit ${sql.lit(BATCH)}`.execute(ctx.db)
  return rows
}

async function mayRise(ctx: Context, today: string): Promise<Waiting[]> {
  const rising = [...proceduresOf(ctx.modules).values()].flatMap(({ procedure }) =>
    Object.entries(procedure.states).flatMap(([state, { risesAfter }]) =>
      risesAfter === undefined ? [] : `${procedure.id} ${state}`,
    ),
  )
  const { rows } = await sql<Waiting>`
    select s.case_id as id, count(r.*) as risen from review.standing s
    left join review.reminder r on r.case_id = s.case_id and r.action_no = s.seq and r.kind = 'risen'
    where s.is_open and s.due_on < ${today} and s.procedure || ' ' || s.state = any(${rising})
    group by s.case_id, s.due_on having count(r.*) < ${sql.lit(LEVELS_MAX)}
    order by count(r.*), s.due_on, s.case_id limit ${sql.lit(BATCH)}`.execute(ctx.db)
  return rows
}

/** Level by level: each further term after the deadline lets one more level above see the case. */
async function rise(ctx: Context, one: ReviewCase, risen: number, today: string): Promise<void> {
  const state = proceduresOf(ctx.modules).get(one.procedure)?.procedure.states[one.state]
  if (state?.risesAfter === undefined || one.dueOn === null) return
  const calendar: Calendar = await calendarFor(ctx, one.dueOn)
  let day = one.dueOn
  for (let level = 0; level <= risen; level += 1) day = addTerm(calendar, day, state.risesAfter).dueOn
  if (today > day) await say(ctx, one, 'risen', risen + 1)
}

async function say(ctx: Context, one: ReviewCase, kind: Kind, level: number): Promise<void> {
  const { rows } = await sql`
    insert into review.reminder (case_id, action_no, kind, level, at)
    values (${one.id}, ${one.seq}, ${kind}, ${level}, ${ctx.now})
    on conflict do nothing returning case_id`.execute(ctx.db)
  if (rows.length > 0) await tellOfficers(ctx, one, kind, level)
}

/** Each case in a transaction of its own, held while it is looked at: an officer may be moving it just now. */
async function forCase(
  ctx: Context,
  id: string,
  run: (inside: Context, one: ReviewCase) => Promise<void>,
): Promise<void> {
  await ctx.db.transaction().execute(async (db) => {
    const inside = { ...ctx, db }
    await lockCase(inside, id)
    const one = await findCase(inside, id)
    if (one?.isOpen === true && proceduresOf(ctx.modules).has(one.procedure)) await run(inside, one)
  })
}
