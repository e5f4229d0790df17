import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Term } from '../rules/procedure.ts'
import { addTerm, type Calendar, type Due, type SpecialDay } from '../rules/working-days.ts'
import { bundledYears, plantBundledYears } from './bundled-calendar.ts'

type Row = {
  year: number
  day: string
  kind: SpecialDay['kind']
  nameZh: string
  nameEn: string
}

/** Longer than any term may be, so that a count never runs off the calendar that was read. */
const YEARS_AHEAD = 12

/** The calendar from the year of `day` on. Years that come with the platform are planted on first use. */
export async function calendarFor(ctx: Context, day: string): Promise<Calendar> {
  const from = Number(day.slice(0, 4)) - 1
  const read = await readCalendar(ctx, from, from + YEARS_AHEAD)
  const isMissing = (year: number) => year >= from && year <= from + YEARS_AHEAD && !read.years.has(year)
  if (!bundledYears().some(isMissing)) return read
  await plantBundledYears(ctx)
  return readCalendar(ctx, from, from + YEARS_AHEAD)
}

async function readCalendar(ctx: Context, from: number, to: number): Promise<Calendar> {
  const { rows } = await sql<Row>`
    select d.year, d.day, d.kind, d.name_zh as "nameZh", d.name_en as "nameEn"
    from review.calendar_day d
    where d.year between ${from} and ${to}
      and d.version = (select max(y.version) from review.calendar_year y where y.year = d.year)
    order by d.day`.execute(ctx.db)
  const special = rows.map(({ day, kind, nameZh, nameEn }): [string, SpecialDay] => [
    day,
    { kind, name: { zh: nameZh, en: nameEn } },
  ])
  return { years: new Set(rows.map(({ year }) => year)), special: new Map(special) }
}

/** When a term that begins at this moment ends. */
export async function dueOf(ctx: Context, from: Date, term: Term): Promise<Due> {
  const day = cityDay(from)
  return addTerm(await calendarFor(ctx, day), day, term)
}
