import { sql } from 'kysely'
import { organisationNames } from '#kernel/organisations/index.ts'
import { CITY_OFFSET } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { decrypt } from '#platform/keys.ts'
import type { Handler, WorkItem } from '#platform/module.ts'
import type { people } from '../contract.ts'
import { withinReach } from './home.ts'
import { tables } from './queries.ts'
import { maskedWish } from './read-wish.ts'
import { maskName } from './rules/masks.ts'

/** Joined with their person, whose home decides who may see them; oldest due first. */
const within = (ctx: Context) =>
  tables(ctx)
    .selectFrom('people.request as r')
    .innerJoin('people.person as p', (join) =>
      join.onRef('p.bk', '=', 'r.bk').onRef('p.id', '=', 'r.person_id'),
    )
    .where(withinReach(ctx, 'people.correct'))

export const listRequests: Handler<typeof people.listRequests> = async (ctx, input) => {
  let found = within(ctx)
  if (input.state !== undefined) found = found.where('r.state', '=', input.state)
  if (input.kind !== undefined) found = found.where('r.kind', '=', input.kind)
  const rows = await found
    .select([
      'r.bk',
      'r.person_id as personId',
      'r.id',
      'r.kind',
      'r.field',
      'r.explanation',
      'r.state',
      'r.due_on as dueOn',
      'r.made_at as madeAt',
      'r.decided_at as decidedAt',
      'r.decided_by as decidedBy',
      'r.answer',
      'r.wish_sealed as wish',
      'p.name',
      'p.home_organisation_id as homeId',
    ])
    .orderBy(sql`r.state <> 'open'`)
    .orderBy('r.due_on')
    .orderBy('r.id')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  const { total } = await found
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const homes = await organisationNames(
    ctx,
    rows.flatMap((row) => row.homeId ?? []),
  )
  return {
    total,
    rows: rows.map(({ bk, personId, wish, name, homeId, ...row }) => ({
      ...row,
      person: { bk, id: personId },
      maskedName: maskName(name),
      homeOrganisationName: homes.get(homeId ?? '') ?? null,
      maskedWish: wish === null ? null : maskedWish(row.field, decrypt(ctx.config.keys, 'request', wish)),
    })),
  }
}

const WORK_ITEMS_MAX = 50

/** Open requests within the caller's reach. */
export async function workList(ctx: Context): Promise<WorkItem[]> {
  const rows = await within(ctx)
    .select([
      'r.id',
      'r.kind',
      'r.made_at as madeAt',
      'r.due_on as dueOn',
      'p.home_organisation_id as homeId',
    ])
    .where('r.state', '=', 'open')
    .orderBy('r.due_on')
    .limit(WORK_ITEMS_MAX)
    .execute()
  const homes = await organisationNames(
    ctx,
    rows.flatMap((row) => row.homeId ?? []),
  )
  return rows.map((row) => {
    const organisationName = homes.get(row.homeId ?? '')
    return {
      kind: `people.${row.kind}`,
      title: titles[row.kind],
      href: '/staff/people-requests',
      since: row.madeAt,
      dueAt: new Date(`${row.dueOn}T23:59:59${CITY_OFFSET}`),
      ...(organisationName === undefined ? {} : { organisationName }),
    }
  })
}

const titles = {
  correction: { zh: '办理个人信息更正申请', en: 'Settle a request for correction' },
  deletion: { zh: '办理个人信息删除申请', en: 'Settle a request for deletion' },
} as const
