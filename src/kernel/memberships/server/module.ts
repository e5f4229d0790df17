import type { Context, PersonKey } from '#platform/context.ts'
import { defineModule, type Holding } from '#platform/module.ts'
import { membershipPermissions, memberships } from '../contract.ts'
import { memberAlready } from './admit.ts'
import { demo } from './demo.ts'
import { listMembers, myMembership } from './list-members.ts'
import { merging, unmerging } from './merging.ts'
import { tables } from './queries.ts'

export const membershipsModule = defineModule({
  name: 'memberships',
  title: { zh: '会籍', en: 'Memberships' },
  operations: memberships,
  handlers: { myMembership, listMembers },
  permissions: membershipPermissions,
  folder: new URL('../', import.meta.url),
  refusals: { membership_one_active: memberAlready },
  demo,
  holdings,
  merging,
  unmerging,
  personColumns: [{ table: 'memberships.ended_by_merge', bk: 'survivor_bk', id: 'survivor_id' }],
})

async function holdings(ctx: Context, person: PersonKey): Promise<Holding[]> {
  const { lines } = await tables(ctx)
    .selectFrom('memberships.membership')
    .select((select) => select.fn.countAll<number>().as('lines'))
    .where('bk', '=', person.bk)
    .where('person_id', '=', person.id)
    .executeTakeFirstOrThrow()
  return [
    {
      what: { zh: '会籍：所在工会、起止日期和状态', en: 'Membership: union, days and status' },
      why: {
        zh: '工会依法管理会籍，服务资格以此为准（工会法、基层工会会员实名制）',
        en: 'The unions keep their rolls by law; what you are entitled to rests on it',
      },
      count: lines,
    },
  ]
}
