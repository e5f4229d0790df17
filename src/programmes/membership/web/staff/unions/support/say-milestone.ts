import type { Formatters } from '#ui/i18n/use-format.ts'
import type { Translate } from '#ui/i18n/language.tsx'
import type { Milestone } from '../../../../rules/support/measure.ts'
import { messages } from './messages.ts'

/** A milestone in a sentence, with what it is worth. */
export function sayMilestone(milestone: Milestone, t: Translate, format: Formatters): string {
  if (milestone.kind === 'founded') return t(messages.founded, { yuan: format.yuan(milestone.amountFen) })
  if (milestone.kind === 'kept')
    return t(messages.kept, {
      months: milestone.months,
      atLeast: milestone.atLeast,
      yuan: format.yuan(milestone.amountFen),
    })
  return t(messages.members, {
    which: t(milestone.newFormOnly ? messages.newForm : messages.anyMembers),
    atLeast: milestone.atLeast,
    each: format.yuan(milestone.perMemberFen),
    limit: format.yuan(milestone.limitFen),
  })
}

/** Yuan as a person types them, in whole fen. */
export const fenOf = (yuan: number): number => Math.round(yuan * 100)
