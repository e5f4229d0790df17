import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import { reachOf } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { forbidden, invalid, type Problem } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { review } from '../contract.ts'
import { BUNDLED_SOURCE, bundledDays, bundledYears } from './bundled-calendar.ts'
import { calendarFor } from './calendar.ts'
import { findCase, lockCase } from './find-case.ts'
import { callingParty } from './parties.ts'
import { proceduresOf } from './procedures.ts'
import { recomputeDue } from './standing.ts'
import { tables } from './tables.ts'

type Day = {
  readonly day: string
  readonly kind: 'day-off' | 'make-up'
  readonly name: { zh: string; en: string }
}

export const listCalendar: Handler<typeof review.listCalendar> = async (ctx, { year }) => {
  // Plants what comes with the platform, where nobody has asked before.
  await calendarFor(ctx, cityDay(ctx.now))
  const read = await tables(ctx)
    .selectFrom('review.calendar_year')
    .select('year')
    .distinct()
    .orderBy('year')
    .execute()
  const years = read.map((row) => row.year)
  const shown = year ?? Number(cityDay(ctx.now).slice(0, 4))
  const row = await readYear(ctx, shown)
  return {
    rows: row === undefined ? [] : [row],
    years,
    bundledYears: [...bundledYears()],
    publishedUntil: years.at(-1) ?? 0,
  }
}

async function readYear(ctx: Context, year: number) {
  const row = await tables(ctx)
    .selectFrom('review.calendar_year')
    .select(['year', 'version', 'notice_no as noticeNo', 'source', 'made_by as madeBy', 'at'])
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (row === undefined) return undefined
  const days = await tables(ctx)
    .selectFrom('review.calendar_day')
    .select(['day', 'kind', 'name_zh', 'name_en'])
    .where('year', '=', year)
    .where('version', '=', row.version)
    .orderBy('day')
    .execute()
  return {
    ...row,
    days: days.map(({ day, kind, name_zh, name_en }) => ({ day, kind, name: { zh: name_zh, en: name_en } })),
  }
}

/** The country keeps one calendar: whoever keeps it does so for the whole city. A year read again is a new version. */
export const importCalendarYear: Handler<typeof review.importCalendarYear> = async (ctx, input) => {
  if (!reachOf(ctx, 'review.calendar').includes('root')) throw forbidden('review.calendar')
  const days = input.days ?? bundledDays(input.year)
  if (input.days === undefined && !bundledYears().includes(input.year)) throw notBundled()
  requireGoodDays(input.year, days)
  const version = await insertYear(ctx, input, days)
  const recomputed = await recomputeDeadlines(ctx, input.year)
  ctx.auditNote.subjects = [`calendar:${input.year}`]
  ctx.auditNote.detail = { year: input.year, version, days: days.length, recomputed }
  return { version, days: days.length, recomputed }
}

function requireGoodDays(year: number, days: readonly Day[]): void {
  const seen = new Set<string>()
  days.forEach(({ day, kind }, index) => {
    const fault = faultOf(year, day, kind, seen.has(day))
    if (fault !== undefined) throw invalid('calendar-day', { field: `days.${index}.day`, reason: fault })
    seen.add(day)
  })
}

function faultOf(
  year: number,
  day: string,
  kind: Day['kind'],
  isTwice: boolean,
): Problem['reason'] | undefined {
  if (!day.startsWith(`${year}-`)) return { zh: `${day}不在${year}年`, en: `${day} is not in ${year}` }
  if (isTwice) return { zh: `${day}出现了两次`, en: `${day} stands twice` }
  const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  if (kind === 'make-up' && !isWeekend)
    return { zh: `${day}本来就是工作日，不是调休上班`, en: `${day} is a working day anyway` }
  return undefined
}

type YearWish = {
  readonly year: number
  readonly noticeNo?: string | undefined
  readonly source?: string | undefined
}

async function insertYear(
  ctx: Context,
  { year, noticeNo, source }: YearWish,
  days: readonly Day[],
): Promise<number> {
  const maker = callingParty(ctx)
  const { rows } = await sql<{ version: number }>`
    insert into review.calendar_year (year, version, notice_no, source, made_by_bk, made_by_id, made_by, at)
    select ${year}::smallint, coalesce(max(version), 0) + 1, ${noticeNo ?? null}, ${source ?? BUNDLED_SOURCE},
      ${maker.bk}, ${maker.id}, ${madeBy(ctx)}, ${ctx.now}
    from review.calendar_year where year = ${year}
    returning version`.execute(ctx.db)
  const { version } = rows[0]!
  await tables(ctx)
    .insertInto('review.calendar_day')
    .values(
      days.map(({ day, kind, name }) => ({ year, version, day, kind, name_zh: name.zh, name_en: name.en })),
    )
    .execute()
  return version
}

/** Open cases whose days may run through that year; the others keep the deadline they were told. */
async function recomputeDeadlines(ctx: Context, year: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select case_id as id from review.standing
    where is_open and due_on >= ${`${year}-01-01`} and since < ${`${year + 1}-01-01`}::timestamptz
    order by case_id`.execute(ctx.db)
  let recomputed = 0
  for (const { id } of rows) {
    await lockCase(ctx, id)
    const one = await findCase(ctx, id)
    const reviewed = one && proceduresOf(ctx.modules).get(one.procedure)
    if (one !== undefined && reviewed !== undefined && (await recomputeDue(ctx, one, reviewed.procedure)))
      recomputed += 1
  }
  return recomputed
}

const notBundled = () =>
  invalid('calendar-year', {
    field: 'year',
    reason: {
      zh: '平台自带的数据里还没有这一年，请录入每一天，或等下一次更新。',
      en: 'The collection that comes with the platform does not have this year yet; enter its days.',
    },
  })
