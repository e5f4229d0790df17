import { sql } from 'kysely'
import { activeMembership } from '#kernel/memberships/index.ts'
import { getOrganisation } from '#kernel/organisations/index.ts'
import { requirePerson, sameAs } from '#kernel/people/index.ts'
import { holdsAt, reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { getContestRow, noSuchContest } from '../find-contest.ts'
import { tables } from '../tables.ts'

const UNITS_MAX = 200

export const whereToEnter: Handler<typeof contests.whereToEnter> = async (ctx, { contestId }) => {
  const caller = requirePerson(ctx)
  const { state } = await getContestRow(ctx, contestId)
  if (state === 'draft') throw noSuchContest()
  const membership = await activeMembership(ctx, caller)
  const own = membership === undefined ? null : await getOrganisation(ctx, membership.organisationId)
  const mine = (await sameAs(ctx, caller)).map((key) => key.id)
  const entered = await tables(ctx)
    .selectFrom('contests.entry')
    .select(['category', 'id as entryId'])
    .where('contest_id', '=', contestId)
    .where('entrant_id', 'in', mine)
    .where('state', '=', 'submitted')
    .limit(20)
    .execute()
  return { own: own === null ? null : { id: own.id, name: own.name }, units: await unitsOf(ctx), entered }
}

const unitsOf = (ctx: Context) =>
  tables(ctx)
    .selectFrom('organisations.organisation')
    .select(['id', 'name'])
    .where(sql<boolean>`path <@ ${[...reachOf(ctx, 'contests.enter-unit')]}::ltree[]`)
    .where('state', '=', 'active')
    .orderBy('path')
    .limit(UNITS_MAX)
    .execute()

const pathsOf = (ctx: Context, ids: readonly string[]) =>
  Promise.all(ids.map((id) => ctx.ports.unitPath(ctx, id)))

/**
 * Refuses an entry for a unit that is not the entrant's own union or a group within it: who judges whom, the limit of a unit and its prize all
 * hang on it. A whole unit is entered by whoever acts for it.
 */
export async function requireUnit(
  ctx: Context,
  { kind, unitId }: { readonly kind: 'person' | 'team' | 'unit'; readonly unitId: string },
): Promise<void> {
  if (kind === 'unit') {
    if (await holdsAt(ctx, 'contests.enter-unit', unitId)) return
    throw invalid('unit-not-yours', {
      field: 'unitId',
      reason: { zh: '您没有代表这个单位参赛的权限。', en: 'You may not enter this unit.' },
      accepted: { zh: '由这个单位的工会干部提交', en: 'an officer of that unit hands it in' },
    })
  }
  const membership = await activeMembership(ctx, requirePerson(ctx))
  const [own, wanted] =
    membership === undefined ? [] : await pathsOf(ctx, [membership.organisationId, unitId])
  if (own !== undefined && (wanted === own || wanted?.startsWith(`${own}.`))) return
  throw invalid('unit-not-own', {
    field: 'unitId',
    reason: {
      zh: '个人和团队只能代表自己所在的工会参赛。',
      en: 'A person or a team enters for their own union.',
    },
    accepted: { zh: '您的会籍所在的工会', en: 'the union of your membership' },
  })
}
