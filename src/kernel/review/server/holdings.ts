import { sql } from 'kysely'
import type { Context, PersonKey } from '#platform/context.ts'
import type { Holding } from '#platform/module.ts'

/** What this part keeps about a person, for the page that shows them. */
export async function reviewHoldings(ctx: Context, { id }: PersonKey): Promise<readonly Holding[]> {
  const word = `person:${id}`
  const { rows } = await sql<{ applied: number; acted: number; objected: number }>`
    select (select count(*) from review.case_file where applicant = ${word}) as applied,
      (select count(*) from review.action where actor = ${word}) as acted,
      (select count(*) from review.objection where objector = ${word}) as objected`.execute(ctx.db)
  const { applied, acted, objected } = rows[0]!
  const held: Holding[] = [
    {
      what: { zh: '您的申请和办理经过', en: 'What you applied for, and what came of it' },
      why: { zh: '办理您的申请，并能说明每一步', en: 'to decide it, and to account for every step' },
      count: applied,
      href: '/me/cases',
    },
    {
      what: { zh: '您办理过的步骤', en: 'Steps that you took in cases' },
      why: {
        zh: '说明谁在何时作了什么决定，长期保存',
        en: 'to show who decided what and when; kept for good',
      },
      count: acted,
    },
    {
      what: { zh: '您对公示提出的异议', en: 'Your objections to public notices' },
      why: { zh: '答复您的异议；姓名不公开', en: 'to answer them; your name is not made public' },
      count: objected,
    },
  ]
  return held.filter(({ count }) => count > 0)
}
