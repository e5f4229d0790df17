import { sql } from 'kysely'
import { randomFrom } from '#kernel/people/index.ts'
import type { DemoContext } from '#platform/module.ts'
import { plantMembers } from './plant-members.ts'
import { plantUnions, shareOut } from './plant-unions.ts'

/** The page's “nearly 60,000”; those that the kernel's demo made are among them. */
const NEW_FORM_MEMBERS = 59_631

/** The smallest union has about so many members, the largest some twenty times as many. */
const SMALLEST = 25

/**
 * Nearly 400 unions and nearly 60,000 members in new forms of employment, as of the day the demo is loaded, beside
 * the ordinary ones. Leaves the unions in `shared` under `membershipUnions`.
 */
export async function loadDemo(context: DemoContext): Promise<void> {
  const random = randomFrom(context.seed + 4)
  const unions = await plantUnions(context, random)
  const { rows } = await sql<{ known: number }>`
    select count(*) as known from memberships.membership where new_form and status = 'active'`.execute(
    context.db,
  )
  const shares = unions.map(() => SMALLEST + 8 * Math.exp(2.6 * random() ** 0.9))
  const sizes = shareOut(NEW_FORM_MEMBERS - rows[0]!.known, shares)
  const members = await plantMembers(context, unions, sizes, random)
  context.shared.set('membershipUnions', unions)
  context.progress({
    zh: `新就业形态：${unions.length}家工会、${members}名会员（虚构）`,
    en: `${unions.length} invented unions and ${members} members in new forms of employment`,
  })
}
