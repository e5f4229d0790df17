import { sql } from 'kysely'
import { standingOn } from '#kernel/memberships/index.ts'
import { hasConsent, survivorOf } from '#kernel/people/index.ts'
import { addDays, cityDay } from '#platform/city-time.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import type { Ineligibility } from '../../rules/eligibility.ts'
import { monthOfDay } from '../../rules/voucher-number.ts'
import { findTerms, type Terms } from './terms.ts'

/** The two purposes that a ride needs, each agreed to by itself (PIPL articles 23, 28 and 29). */
export const ridePurposes = ['ride-traces', 'bus-operator'] as const

/** Everything that decides whether, and for which days, somebody may have a voucher; limits and budget come after. */
export type Standing = {
  readonly person: PersonKey
  readonly terms: Terms
  readonly unionId: string
  readonly budget: number
  readonly month: number
  /** The days of this voucher, one to three, all in one month and all with good standing. */
  readonly days: readonly string[]
}

export type Period = 'now' | 'next-month'

/** Standing is asked for every day that the voucher would cover, so that one issued today outlives no membership. */
export async function judgeEligibility(
  ctx: Context,
  caller: PersonKey,
  period: Period,
): Promise<Standing | Ineligibility> {
  const person = await survivorOf(ctx, caller)
  const today = cityDay(ctx.now)
  const terms = await findTerms(ctx, today)
  if (terms === undefined) return 'no-programme'
  const days = daysOf(today, terms.voucher_days, period)
  if (days.length === 0) throw tooEarly()
  const unions = await unionsOn(ctx, person, days)
  if (typeof unions === 'string') return unions
  for (const purpose of ridePurposes) if (!(await hasConsent(ctx, caller, purpose))) return 'no-consent'
  const month = monthOfDay(days[0]!)
  const budget = await findBudget(ctx, unions.unionId, month)
  if (budget === undefined) return 'no-programme'
  if (budget.paused) return 'paused'
  return { person, terms, unionId: unions.unionId, budget: budget.id, month, days: unions.days }
}

/**
 * Today and the next days as far as this month goes; or those of the next month that a voucher of today may reach (72 hours),
 * none in the middle of a month.
 */
function daysOf(today: string, count: number, period: Period): string[] {
  const month = monthOfDay(today) + (period === 'now' ? 0 : 1)
  return Array.from({ length: count }, (_, index) => addDays(today, index)).filter(
    (day) => monthOfDay(day) === month,
  )
}

async function unionsOn(
  ctx: Context,
  person: PersonKey,
  days: readonly string[],
): Promise<{ unionId: string; days: string[] } | Ineligibility> {
  const standings = await Promise.all(days.map((day) => standingOn(ctx, person, day)))
  const first = standings[0]
  if (first === undefined) return 'not-on-roll'
  if (first.status !== 'active') return 'retained'
  const end = standings.findIndex((standing) => standing?.status !== 'active')
  return { unionId: first.organisationId, days: days.slice(0, end < 0 ? days.length : end) }
}

/** The budget of the union itself, or of the nearest one above it that has one for the month. */
async function findBudget(
  ctx: Context,
  unionId: string,
  month: number,
): Promise<{ id: number; paused: boolean } | undefined> {
  const { rows } = await sql<{ id: number; paused: boolean }>`
    select b.id, p.paused
    from organisations.organisation own
    join organisations.organisation payer on own.path <@ payer.path
    join green_travel.budget b on b.organisation_id = payer.id and ${month} between b.from_month and b.to_month
    join green_travel.budget_parent p on p.budget = b.id
    where own.id = ${unionId} order by nlevel(payer.path) desc limit 1`.execute(ctx.db)
  return rows[0]
}

const tooEarly = () =>
  invalid('next-month-too-early', {
    field: 'period',
    reason: {
      zh: '下个月的凭证在月末最后几天才能领取。',
      en: 'A voucher for the next month is given in the last days of this one.',
    },
  })
