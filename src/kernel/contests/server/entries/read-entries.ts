import { sql } from 'kysely'
import { requirePerson, sameAs } from '#kernel/people/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { databaseNow, getContestRow } from '../find-contest.ts'
import { tables } from '../tables.ts'

/** Before entries end whoever entered takes the entry back; afterwards judging may have begun. */
export const withdrawEntry: Handler<typeof contests.withdrawEntry> = async (ctx, { id }) => {
  const mine = (await sameAs(ctx, requirePerson(ctx))).map((key) => key.id)
  const entry = await tables(ctx)
    .selectFrom('contests.entry')
    .select(['contest_id as contestId', 'state'])
    .where('id', '=', id)
    .where('entrant_id', 'in', mine)
    .forUpdate()
    .executeTakeFirst()
  if (entry === undefined) throw notFound({ zh: '作品', en: 'entry' })
  if (entry.state === 'withdrawn') return { state: 'withdrawn' as const }
  const { entriesUntil } = await getContestRow(ctx, entry.contestId)
  const now = await databaseNow(ctx)
  if (now > entriesUntil) throw tooLateToWithdraw()
  await tables(ctx).updateTable('contests.entry').set({ state: 'withdrawn' }).where('id', '=', id).execute()
  await tables(ctx)
    .insertInto('contests.entry_event')
    .values({ entry_id: id, no: 2, state: 'withdrawn', valid_from: now })
    .execute()
  ctx.auditNote.subjects = [`contest-entry:${id}`]
  return { state: 'withdrawn' as const }
}

const entriesOf = (ctx: Context) =>
  tables(ctx)
    .selectFrom('contests.entry as entry')
    .innerJoin('contests.contest as contest', 'contest.id', 'entry.contest_id')
    .innerJoin('organisations.organisation as unit', 'unit.id', 'entry.unit_id')

const columns = [
  'entry.id',
  'entry.contest_id as contestId',
  'contest.title as contestTitle',
  'entry.no',
  'entry.category',
  'entry.kind',
  'entry.title',
  'entry.unit_id as unitId',
  'unit.name as unitName',
  'entry.state',
  'entry.entered_at as enteredAt',
] as const

export const listMyEntries: Handler<typeof contests.listMyEntries> = async (ctx, { page, pageSize }) => {
  const mine = (await sameAs(ctx, requirePerson(ctx))).map((key) => key.id)
  const found = entriesOf(ctx).where('entry.entrant_id', 'in', mine)
  const rows = await found
    .select(columns)
    .orderBy('entry.entered_at', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { rows, total: await countOf(found) }
}

export const listEntries: Handler<typeof contests.listEntries> = async (ctx, input) => {
  const contest = await getContestRow(ctx, input.contestId)
  await requireAt(ctx, 'contests.read', contest.organisationId)
  const all = entriesOf(ctx).where('entry.contest_id', '=', input.contestId)
  const found = input.category === undefined ? all : all.where('entry.category', '=', input.category)
  const rows = await found
    .select(columns)
    .select(
      sql<string[]>`array(select name from contests.participant
      where entry_id = entry.id order by participant.no)`.as('participants'),
    )
    .orderBy('entry.no')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  return { rows, total: await countOf(found) }
}

async function countOf(found: ReturnType<typeof entriesOf>): Promise<number> {
  const { total } = await found
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

const tooLateToWithdraw = () =>
  conflict('entries-ended', {
    zh: '报名已经截止，不能自己撤回了。请联系主办单位。',
    en: 'Entries have ended; ask the organiser.',
  })
