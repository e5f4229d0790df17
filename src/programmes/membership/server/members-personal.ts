import type { Context, PersonKey } from '#platform/context.ts'
import type { Holding } from '#platform/module.ts'
import { forgotten } from './joining/applicant.ts'
import { isPerson } from './is-person.ts'
import { tables } from './members-tables.ts'

export const personColumns = [
  { table: 'membership.application', bk: 'person_bk', id: 'person_id' },
  { table: 'membership.transfer', bk: 'person_bk', id: 'person_id' },
  { table: 'membership.ending', bk: 'person_bk', id: 'person_id' },
]

const count = async (
  ctx: Context,
  table: 'membership.application' | 'membership.transfer' | 'membership.ending',
  person: PersonKey,
): Promise<number> => {
  const { rows } = await tables(ctx)
    .selectFrom(table)
    .select((e) => e.fn.countAll<number>().as('rows'))
    .where(await isPerson(ctx, person))
    .executeTakeFirstOrThrow()
  return rows
}

export async function holdings(ctx: Context, person: PersonKey): Promise<Holding[]> {
  const cases =
    (await count(ctx, 'membership.application', person)) +
    (await count(ctx, 'membership.transfer', person)) +
    (await count(ctx, 'membership.ending', person))
  const { cards } = await tables(ctx)
    .selectFrom('membership.card')
    .select((e) => e.fn.countAll<number>().as('cards'))
    .where('bk', '=', person.bk)
    .where('person_id', '=', person.id)
    .executeTakeFirstOrThrow()
  return [
    {
      what: { zh: '入会、会籍转移和退会的办理记录', en: 'Applications, transfers and endings' },
      why: {
        zh: '会籍变动要有依据（工会章程、会员实名制）',
        en: 'Every change of membership needs its grounds',
      },
      count: cases,
      href: '/membership',
    },
    {
      what: { zh: '电子会员证的编号和签名密钥（加密）', en: 'The card’s serial and its sealed key' },
      why: { zh: '供他人核验会员证真伪', en: 'So that others can tell whether a card is good' },
      count: cards,
      href: '/card',
    },
  ]
}

/** The card ends, and what was typed goes; that somebody joined or moved is the union's own record and stays. */
export async function forget(ctx: Context, person: PersonKey): Promise<void> {
  await tables(ctx)
    .updateTable('membership.card')
    .set({ ended_at: ctx.now })
    .where('bk', '=', person.bk)
    .where('person_id', '=', person.id)
    .where('ended_at', 'is', null)
    .execute()
  await tables(ctx)
    .updateTable('membership.application')
    .set({ ...forgotten, forgotten_at: ctx.now })
    .where(await isPerson(ctx, person))
    .execute()
}
