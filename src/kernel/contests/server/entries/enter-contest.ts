import { requirePerson } from '#kernel/people/index.ts'
import { getOrganisation } from '#kernel/organisations/index.ts'
import { cityMoment } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalidInput } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { problemsOfEntry } from '../../rules/check-entry.ts'
import type { ContestRules } from '../../shapes.ts'
import { databaseNow, getContestRow, lockContest, noSuchContest } from '../find-contest.ts'
import { tables } from '../tables.ts'
import { keepFilm, readFilm } from './film.ts'
import { keepPublication } from './publication.ts'
import { requireUnit } from './where-to-enter.ts'

type Input = Parameters<Handler<typeof contests.enterContest>>[1]

export const enterContest: Handler<typeof contests.enterContest> = async (ctx, input) => {
  const entrant = requirePerson(ctx)
  // Read before the contest is held: a film takes a moment, and hundreds enter in the last hour.
  const seen = await getContestRow(ctx, input.contestId)
  const media = seen.rules.categories.find(({ id }) => id === input.category)?.media
  const film = seen.state === 'draft' ? undefined : await readFilm(ctx, media, input.fileId)
  // Held for the numbers: the next one, and how many of a unit there are.
  const contest = await lockContest(ctx, input.contestId)
  if (contest.state === 'draft') throw noSuchContest()
  await requireInTime(ctx, contest)
  const problems = problemsOfEntry(contest.rules, input)
  if (problems.length > 0) throw invalidInput(problems)
  await getOrganisation(ctx, input.unitId)
  await requireUnit(ctx, input)
  await requireRoom(ctx, contest.rules, input)
  const { last } = await tables(ctx)
    .selectFrom('contests.entry')
    .select((select) => select.fn.max('no').as('last'))
    .where('contest_id', '=', input.contestId)
    .executeTakeFirstOrThrow()
  const written = await tables(ctx)
    .insertInto('contests.entry')
    .values({
      id: newId(ctx.now.getTime()),
      contest_id: input.contestId,
      category: input.category,
      no: (last ?? 0) + 1,
      kind: input.kind,
      title: input.title,
      unit_id: input.unitId,
      entrant_bk: entrant.bk,
      entrant_id: entrant.id,
      body: film === undefined ? input.body : null,
      file_id: film?.file.id ?? null,
    })
    .returning(['id', 'no', 'entered_at as enteredAt'])
    .executeTakeFirstOrThrow()
  await writeAround(ctx, written, input)
  const { organisationId } = contest
  if (film !== undefined)
    await keepFilm(ctx, written.id, film, { organisationId, posterFileId: input.posterFileId })
  ctx.auditNote.subjects = [`contest:${input.contestId}`, `contest-entry:${written.id}`]
  return written
}

async function writeAround(
  ctx: Context,
  { id, enteredAt }: { id: string; enteredAt: Date },
  { participants }: Input,
): Promise<void> {
  await tables(ctx)
    .insertInto('contests.participant')
    .values(
      participants.map((one, index) => ({
        entry_id: id,
        no: index + 1,
        name: one.name,
        is_minor: one.isMinor,
        guardian_name: one.guardianName,
        consented_at: enteredAt,
      })),
    )
    .execute()
  await keepPublication(ctx, id, participants, enteredAt)
  await tables(ctx)
    .insertInto('contests.entry_event')
    .values({ entry_id: id, no: 1, state: 'submitted', valid_from: enteredAt })
    .execute()
}

async function requireInTime(
  ctx: Context,
  contest: { entriesFrom: Date; entriesUntil: Date; state: string },
) {
  const now = await databaseNow(ctx)
  if (now < contest.entriesFrom) throw tooEarly(contest.entriesFrom)
  if (now > contest.entriesUntil || contest.state === 'ended') throw tooLate(contest.entriesUntil)
}

async function requireRoom(ctx: Context, { perUnitMax }: ContestRules, input: Input): Promise<void> {
  if (perUnitMax === null) return
  const { count } = await tables(ctx)
    .selectFrom('contests.entry')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('contest_id', '=', input.contestId)
    .where('category', '=', input.category)
    .where('unit_id', '=', input.unitId)
    .where('state', '=', 'submitted')
    .executeTakeFirstOrThrow()
  if (Number(count) >= perUnitMax) throw unitIsFull(perUnitMax)
}

const tooEarly = (from: Date) =>
  conflict('entries-not-begun', {
    zh: `报名还没有开始，${cityMoment(from)} 起接收。`,
    en: `Entries begin at ${cityMoment(from)}.`,
  })

const tooLate = (until: Date) =>
  conflict('entries-ended', {
    zh: `报名已于 ${cityMoment(until)} 截止。`,
    en: `Entries ended at ${cityMoment(until)}.`,
  })

const unitIsFull = (most: number) =>
  conflict('unit-limit', {
    zh: `每个单位在这个组别最多${most}件作品，名额已满。`,
    en: `A unit enters at most ${most} in this category, and has.`,
  })
