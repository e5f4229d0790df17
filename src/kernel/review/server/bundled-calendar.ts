import chineseDays from 'chinese-days'
import { sql } from 'kysely'
import { addDays } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { SpecialDay } from '../rules/working-days.ts'

/** Fewer special days than this are the edge of a neighbouring year's notice, not a year's. */
const SPECIAL_DAYS_MIN = 15
const FIRST_YEAR = 2004
const LAST_YEAR = 2100

export const BUNDLED_SOURCE = 'chinese-days（开源节假日数据，依据国务院办公厅历年通知整理）'

type BundledDay = { readonly day: string } & SpecialDay

const known = new Map<number, readonly BundledDay[]>()
let years: readonly number[] | undefined

/** The years whose notices the collection has; they grow when the package is updated. */
export function bundledYears(): readonly number[] {
  years ??= Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index).filter(
    (year) => bundledDays(year).length >= SPECIAL_DAYS_MIN,
  )
  return years
}

/** Days off and make-up days of a year, by what the collection says of each of its days. */
export function bundledDays(year: number): readonly BundledDay[] {
  const made = known.get(year) ?? collect(year)
  known.set(year, made)
  return made
}

function collect(year: number): BundledDay[] {
  const days: BundledDay[] = []
  for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = addDays(day, 1)) {
    const { work, name } = chineseDays.getDayDetail(day)
    // An ordinary day is called by its weekday; a special one `National Day,国庆节,3`.
    const [en, zh] = name.split(',')
    if (en === undefined || zh === undefined) continue
    days.push({ day, kind: work ? 'make-up' : 'day-off', name: { zh, en } })
  }
  return days
}

/** Puts the collection's years into the table, where no version of them stands yet. Safe to run twice at once. */
export async function plantBundledYears(ctx: Context): Promise<void> {
  const days = bundledYears().flatMap((year) =>
    bundledDays(year).map(({ day, kind, name }) => ({ year, day, kind, zh: name.zh, en: name.en })),
  )
  await sql`
    with planted as (
      insert into review.calendar_year (year, version, source, made_by, at)
      select year, 1, ${BUNDLED_SOURCE}, 'chinese-days', ${ctx.now}
      from unnest(${bundledYears()}::smallint[]) as year
      on conflict do nothing
      returning year, version)
    insert into review.calendar_day (year, version, day, kind, name_zh, name_en)
    select d.year, planted.version, d.day, d.kind, d.zh, d.en
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb)
      as d (year smallint, day date, kind text, zh text, en text)
    join planted on planted.year = d.year`.execute(ctx.db)
}
