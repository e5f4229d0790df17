import { sql } from 'kysely'
import { requirePerson, sameAs } from '#kernel/people/index.ts'
import { holdsAt, requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { databaseNow, getContestRow } from '../find-contest.ts'
import { tables } from '../tables.ts'
import { filmOf } from './film.ts'
import { agreesNow } from './publication.ts'

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
  if (entry === undefined) throw noSuchEntry()
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
    .leftJoin('contests.disqualification as out', 'out.entry_id', 'entry.id')

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
  'out.reason as disqualifiedReason',
] as const

export const listMyEntries: Handler<typeof contests.listMyEntries> = async (ctx, { page, pageSize }) => {
  const mine = (await sameAs(ctx, requirePerson(ctx))).map((key) => key.id)
  const found = entriesOf(ctx).where('entry.entrant_id', 'in', mine)
  const rows = await found
    .leftJoin('contests.current_certificate as certificate', 'certificate.entry_id', 'entry.id')
    .select(columns)
    .select(['certificate.award_name as awardName', 'certificate.code as certificateCode'])
    .orderBy('entry.entered_at', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { rows, total: await countOf(found) }
}

/** For whoever entered it and for the staff of its contest; for everybody else, judges too, it does not exist. */
export const getEntry: Handler<typeof contests.getEntry> = async (ctx, { id }) => {
  const mine = (await sameAs(ctx, requirePerson(ctx))).map((key) => key.id)
  const { entrant, organisationId, entriesUntil, ...entry } = await getEntryRow(ctx, id)
  const isOwn = mine.includes(entrant.id)
  if (!isOwn && !(await holdsAt(ctx, 'contests.read', organisationId))) throw noSuchEntry()
  const participants = await participantsOf(ctx, id)
  const mayWithdraw = isOwn && entry.state === 'submitted' && (await databaseNow(ctx)) <= entriesUntil
  return {
    ...entry,
    participants,
    film: await filmOf(ctx, id),
    mayWithdraw,
    agreesToPublication: participants.every((one) => one.agreesToPublication),
  }
}

/** Throws `not-found`. Whoever calls this checks who may read it. */
export async function getEntryRow(ctx: Context, id: string) {
  const row = await entriesOf(ctx)
    .select(columns)
    .select(['entry.body', 'entry.entrant_bk as bk', 'entry.entrant_id as entrantId'])
    .select(['contest.organisation_id as organisationId', 'contest.entries_until as entriesUntil'])
    .where('entry.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw noSuchEntry()
  const { bk, entrantId, ...entry } = row
  return { ...entry, entrant: { bk, id: entrantId } }
}

/** Who is seen or heard, with what each agreed to. */
export const participantsOf = (ctx: Context, entryId: string) =>
  tables(ctx)
    .selectFrom('contests.participant as person')
    .select(['person.name', 'person.is_minor as isMinor', 'person.guardian_name as guardianName'])
    .select('person.consented_at as consentedAt')
    .select(agreesNow.as('agreesToPublication'))
    .where('person.entry_id', '=', entryId)
    .orderBy('person.no')
    .execute()

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

const noSuchEntry = () => notFound({ zh: '作品', en: 'entry' })

const tooLateToWithdraw = () =>
  conflict('entries-ended', {
    zh: '报名已经截止，不能自己撤回了。请联系主办单位。',
    en: 'Entries have ended; ask the organiser.',
  })
