import { sql } from 'kysely'
import { notify } from '#kernel/notifications/index.ts'
import { atLevel, officersFor } from '#kernel/review/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Text } from '#platform/text.ts'
import { isUnion, stageOf, unionsFrom } from './union-rows.ts'

type Due = {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly parentId: string
  readonly parentPath: string
  readonly stage: 'due-6' | 'due-3' | 'due-1' | 'overdue'
  readonly until: string
}

const UNIONS_MAX = 2_000

const stageWords: Readonly<Record<Due['stage'], Text>> = {
  'due-6': { zh: '六个月内届满', en: 'ends within six months' },
  'due-3': { zh: '三个月内届满', en: 'ends within three months' },
  'due-1': { zh: '一个月内届满', en: 'ends within a month' },
  overdue: { zh: '届期已满', en: 'is over' },
}

/**
 * Six, three and one month before the end of a term, and once it is over, the union is told, and the level above in one
 * message for all its unions. A row is kept of each, so that a job that runs twice tells nobody twice.
 */
export async function tellTerms(ctx: Context): Promise<void> {
  const due = await newlyDue(ctx)
  for (const one of due) await tellUnion(ctx, one)
  for (const group of Map.groupBy(due, ({ parentId }) => parentId).values()) await tellAbove(ctx, group)
}

/** Claims each warning by its row; whoever finds the row there already leaves it. */
async function newlyDue(ctx: Context): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with due as (
      select o.id, o.name, o.path::text as path, o.parent_id as "parentId", parent.path::text as "parentPath",
        ${stageOf(ctx)} as stage, term.until_day as until
      from ${unionsFrom}
      where ${isUnion} and o.state = 'active' and ${stageOf(ctx)} in ('due-6', 'due-3', 'due-1', 'overdue')
      order by term.until_day limit ${sql.lit(UNIONS_MAX)}),
    told as (
      insert into membership.term_warning (organisation_id, until_day, stage, told_at)
      select id, until, stage, ${ctx.now} from due on conflict do nothing
      returning organisation_id, stage)
    select due.* from due join told on told.organisation_id = due.id and told.stage = due.stage`.execute(
    ctx.db,
  )
  return rows
}

async function tellUnion(ctx: Context, one: Due): Promise<void> {
  const { zh, en } = stageWords[one.stage]
  const officers = await officersFor(ctx, 'membership.keep-union', one.path)
  // Only the union's own: the level above hears of all its unions at once.
  const own = officers.filter(({ depth }) => depth === one.path.split('.').length)
  for (const { person } of own)
    await notify(ctx, {
      to: { person },
      kind: `membership.term-${one.stage}`,
      title: { zh: `换届提醒：${zh}`, en: `Re-election: the term ${en}` },
      body: {
        zh: `${one.name}本届到${one.until}届满，请按规定换届并报上一级工会审批。`,
        en: `The term of ${one.name} ends on ${one.until}; hold the election and report it.`,
      },
      href: `/staff/unions/${one.id}`,
    })
}

async function tellAbove(ctx: Context, group: readonly Due[]): Promise<void> {
  const [{ parentPath } = { parentPath: '' }] = group
  const over = group.filter(({ stage }) => stage === 'overdue').length
  const officers = atLevel(await officersFor(ctx, 'membership.approve-unions', parentPath), 0)
  for (const { person } of officers)
    await notify(ctx, {
      to: { person },
      kind: 'membership.terms-due',
      title: { zh: `换届提醒：${group.length}个工会`, en: `Re-election: ${group.length} unions` },
      body: {
        zh: `所属${group.length}个工会进入换届提醒期，其中${over}个届期已满（截至${cityDay(ctx.now)}）。`,
        en: `${group.length} unions are near the end of their term, ${over} of them past it (${cityDay(ctx.now)}).`,
      },
      href: '/staff/unions/terms',
    })
}
