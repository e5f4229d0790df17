import type { Context, PersonKey } from '#platform/context.ts'
import type { Holding } from '#platform/module.ts'
import { tables } from './tables.ts'

export const personColumns = [
  { table: 'contests.contest', bk: 'made_by_bk', id: 'made_by_id' },
  { table: 'contests.entry', bk: 'entrant_bk', id: 'entrant_id' },
  { table: 'contests.judge', bk: 'person_bk', id: 'person_id' },
  { table: 'contests.tie_decision', bk: 'decided_by_bk', id: 'decided_by_id' },
  { table: 'contests.entry_decision', bk: 'decided_by_bk', id: 'decided_by_id' },
  { table: 'contests.revocation', bk: 'proposed_by_bk', id: 'proposed_by_id' },
  { table: 'contests.result', bk: 'proposed_by_bk', id: 'proposed_by_id' },
]

export async function holdings(ctx: Context, { bk, id }: PersonKey): Promise<readonly Holding[]> {
  const { entries } = await tables(ctx)
    .selectFrom('contests.entry')
    .select((select) => select.fn.countAll<number>().as('entries'))
    .where('entrant_bk', '=', bk)
    .where('entrant_id', '=', id)
    .executeTakeFirstOrThrow()
  const { panels } = await tables(ctx)
    .selectFrom('contests.judge')
    .select((select) => select.fn.countAll<number>().as('panels'))
    .where('person_bk', '=', bk)
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow()
  return [
    {
      what: { zh: '参赛作品', en: 'Entries in contests' },
      why: { zh: '您报名参加了比赛', en: 'you entered contests' },
      count: entries,
    },
    {
      what: { zh: '担任评委', en: 'Panels you judge on' },
      why: { zh: '主办单位聘请您当评委', en: 'an organiser put you on a panel' },
      count: panels,
    },
  ].filter(({ count }) => count > 0)
}
