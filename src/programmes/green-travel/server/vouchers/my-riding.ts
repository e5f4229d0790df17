import { requirePerson } from '#kernel/access/index.ts'
import { hasConsent } from '#kernel/people/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { ineligibilities } from '../../rules/eligibility.ts'
import { judgeEligibility, ridePurposes } from './eligibility.ts'
import { findTerms } from './terms.ts'

/** Whether the caller may ride, and where not, why and what leads on. */
export const myRiding: Handler<typeof greenTravel.myRiding> = async (ctx) => {
  const person = requirePerson(ctx)
  const standing = await judgeEligibility(ctx, person, 'now')
  const terms = await findTerms(ctx, cityDay(ctx.now))
  const given = await Promise.all(ridePurposes.map((purpose) => hasConsent(ctx, person, purpose)))
  return {
    refusal: typeof standing === 'string' ? { code: standing, ...ineligibilities[standing] } : null,
    consents: ridePurposes.map((purpose, index) => ({ purpose, given: given[index]! })),
    terms:
      terms === undefined
        ? null
        : {
            memberFen: terms.member_fen,
            unionFen: terms.union_fen,
            ridesPerDay: terms.rides_per_day,
            ridesPerMonth: terms.rides_per_month,
            retentionMonths: terms.retention_months,
          },
  }
}
