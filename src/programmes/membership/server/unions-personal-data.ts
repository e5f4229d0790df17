import type { Context, PersonKey } from '#platform/context.ts'
import type { Holding } from '#platform/module.ts'
import { tables } from './terms/tables.ts'

/** Columns of the unions' side that name a person without a foreign key (decision record 0003). */
export const unionPersonColumns = [
  { table: 'membership.founding_member', bk: 'person_bk', id: 'person_id' },
  { table: 'membership.dissolution_wish', bk: 'person_bk', id: 'person_id' },
] as const

export async function unionHoldings(ctx: Context, person: PersonKey): Promise<Holding[]> {
  const lines = await count(ctx, 'membership.founding_member', person)
  const wishes = await count(ctx, 'membership.dissolution_wish', person)
  return [
    {
      what: { zh: '筹备中工会的会员登记', en: 'A place on the roll of a union in preparation' },
      why: {
        zh: '工会登记成立时据此办理入会',
        en: 'Membership begins by it on the day the union is registered',
      },
      count: lines,
    },
    {
      what: { zh: '工会撤销时的会籍去向', en: 'Where a membership was to go when its union ended' },
      why: { zh: '按您的意愿转移或者保留会籍', en: 'To move or keep the membership as you wished' },
      count: wishes,
    },
  ].filter((holding) => holding.count > 0)
}

async function count(
  ctx: Context,
  table: 'membership.founding_member' | 'membership.dissolution_wish',
  person: PersonKey,
): Promise<number> {
  const { rows } = await tables(ctx)
    .selectFrom(table)
    .select((select) => select.fn.countAll<number>().as('rows'))
    .where('person_bk', '=', person.bk)
    .where('person_id', '=', person.id)
    .executeTakeFirstOrThrow()
  return rows
}

/** A place on a roll that was never registered is nobody's record to keep. */
export async function forgetOnUnionSide(ctx: Context, person: PersonKey): Promise<void> {
  for (const table of ['membership.founding_member', 'membership.dissolution_wish'] as const)
    await tables(ctx)
      .deleteFrom(table)
      .where('person_bk', '=', person.bk)
      .where('person_id', '=', person.id)
      .execute()
}
