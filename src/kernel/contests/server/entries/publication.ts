import { sql } from 'kysely'
import { requirePerson, sameAs } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { getContestRow } from '../find-contest.ts'
import { shownEntries } from '../publication/shown-entries.ts'
import { tables } from '../tables.ts'
import { filmOf } from './film.ts'

type Participants = Parameters<Handler<typeof contests.enterContest>>[1]['participants']

/** To be shown to everybody is a purpose of its own, agreed to by each person by themselves (PIPL, articles 25 and 29). */
export async function keepPublication(
  ctx: Context,
  entryId: string,
  participants: Participants,
  at: Date,
): Promise<void> {
  await tables(ctx)
    .insertInto('contests.publication_consent')
    .values(
      participants.map(({ agreesToPublication }, index) => ({
        entry_id: entryId,
        participant_no: index + 1,
        no: 1,
        agrees: agreesToPublication,
        at,
      })),
    )
    .execute()
}

/** Whoever entered answers for all who are in it, as they did for taking part; taken back as easily as given (PIPL, article 15). */
export const setPublication: Handler<typeof contests.setPublication> = async (ctx, { id, agrees }) => {
  const mine = (await sameAs(ctx, requirePerson(ctx))).map((key) => key.id)
  const entry = await tables(ctx)
    .selectFrom('contests.entry')
    .select('id')
    .where('id', '=', id)
    .where('entrant_id', 'in', mine)
    .forUpdate()
    .executeTakeFirst()
  if (entry === undefined) throw notFound({ zh: '参赛作品', en: 'entry' })
  if ((await isAgreed(ctx, id)) !== agrees)
    await sql`insert into contests.publication_consent (entry_id, participant_no, no, agrees, at)
      select person.entry_id, person.no, coalesce(max(said.no), 0) + 1, ${agrees}, ${ctx.now}
      from contests.participant person
        left join contests.publication_consent said
          on said.entry_id = person.entry_id and said.participant_no = person.no
      where person.entry_id = ${id} group by person.entry_id, person.no`.execute(ctx.db)
  ctx.auditNote.subjects = [`contest-entry:${id}`]
  ctx.auditNote.detail = { agrees }
  return { agreesToPublication: agrees }
}

/** What `person`, a participant, said last; nobody who was never asked agrees. */
export const agreesNow = sql<boolean>`coalesce((select said.agrees from contests.publication_consent said
  where said.entry_id = person.entry_id and said.participant_no = person.no order by said.no desc limit 1), false)`

/** Everybody in an entry agrees. `entry` is the entry's id in the outer query. */
const everybodyAgrees = (entry: ReturnType<typeof sql.ref>) => sql<boolean>`not exists (
  select from contests.participant person where person.entry_id = ${entry} and not ${agreesNow})`

async function isAgreed(ctx: Context, entryId: string): Promise<boolean> {
  const row = await tables(ctx)
    .selectFrom('contests.entry as entry')
    .select(everybodyAgrees(sql.ref('entry.id')).as('agrees'))
    .where('entry.id', '=', entryId)
    .executeTakeFirst()
  return row?.agrees ?? false
}

/** Awarded works of a standing result that may be shown, by their number in the contest. */
export async function shownWorks(ctx: Context, contestId: string) {
  const rows = await tables(ctx)
    .selectFrom('contests.standing_result as standing')
    .innerJoin('contests.result_award as award', 'award.result_id', 'standing.result_id')
    .innerJoin('contests.entry as entry', 'entry.id', 'award.entry_id')
    .select(['entry.id as entryId', 'entry.no', 'entry.body', 'award.award_name as awardName'])
    .where('standing.contest_id', '=', contestId)
    .where(everybodyAgrees(sql.ref('entry.id')))
    .execute()
  return new Map(rows.map((row) => [row.no, row]))
}

export const getPublicWork: Handler<typeof contests.getPublicWork> = async (ctx, { contestId, no }) => {
  const contest = await getContestRow(ctx, contestId)
  const work = (await shownWorks(ctx, contestId)).get(no)
  if (work === undefined) throw notFound({ zh: '公开的作品', en: 'public work' })
  const { title, names, unitName } = (await shownEntries(ctx, contest, [work.entryId])).get(work.entryId)!
  return {
    no,
    title,
    names: [...names],
    unitName,
    awardName: work.awardName,
    body: work.body,
    film: await filmOf(ctx, work.entryId),
  }
}
