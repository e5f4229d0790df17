import type { Context, PersonKey } from '#platform/context.ts'
import type { Holding } from '#platform/module.ts'
import type { Employment } from '../../rules/employment.ts'
import type { Education, Household, Skill } from '../../shapes-roster.ts'
import { tables } from './tables.ts'

export type Particulars = {
  readonly employment: Employment
  readonly ethnicity: string | null
  readonly education: Education | null
  readonly skill: Skill | null
  readonly household: Household | null
}

/** What was left out before is filled; what is given takes the place of what was known. */
export async function saveParticulars(
  ctx: Context,
  person: PersonKey,
  given: Partial<Particulars> & Pick<Particulars, 'employment'>,
): Promise<void> {
  const values = { ethnicity: null, education: null, skill: null, household: null, ...given }
  await tables(ctx)
    .insertInto('membership.particulars')
    .values({ bk: person.bk, person_id: person.id, ...values })
    .onConflict((clash) => clash.columns(['bk', 'person_id']).doUpdateSet({ ...given, recorded_at: ctx.now }))
    .execute()
}

/** A person who is erased keeps none. */
export async function forgetParticulars(ctx: Context, { bk, id }: PersonKey): Promise<void> {
  await tables(ctx)
    .deleteFrom('membership.particulars')
    .where('bk', '=', bk)
    .where('person_id', '=', id)
    .execute()
}

export async function particularsHeld(ctx: Context, { bk, id }: PersonKey): Promise<Holding[]> {
  const found = await tables(ctx)
    .selectFrom('membership.particulars')
    .select('bk')
    .where('bk', '=', bk)
    .where('person_id', '=', id)
    .execute()
  return [
    {
      what: {
        zh: '会员登记表上的情况：就业形态、民族、学历、技能等级、户籍类型',
        en: 'What the form of members asks: work, ethnicity, education, skill, household',
      },
      why: { zh: '工会会员实名制登记', en: 'The real-name register of members' },
      count: found.length,
    },
  ]
}
