import { sql } from 'kysely'
import { activeMembership } from '#kernel/memberships/index.ts'
import { findOrganisation, getOrganisation } from '#kernel/organisations/index.ts'
import { requirePerson } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { newestCase, standingOf, stoodColumns, type Stood } from '../case-standing.ts'
import { noSuchMatter } from '../terms/grant-matter.ts'
import { MATTER, matterProcedure } from '../terms/matter-procedure.ts'
import { tables } from '../terms/tables.ts'

type Pending = Stood & { readonly matterId: string; readonly reason: string }

/** The open dissolution of the union that the caller belongs to, if there is one. */
async function findPending(ctx: Context, organisationId: string): Promise<Pending | undefined> {
  const { rows } = await sql<Pending>`
    select m.id as "matterId", m.reason, ${stoodColumns} from membership.union_matter m
    join ${newestCase(MATTER, sql`${MATTER} || ':' || m.id`)} stood on true
    where m.organisation_id = ${organisationId} and m.kind = 'dissolve' and stood.is_open
    order by m.proposed_at desc limit 1`.execute(ctx.db)
  return rows[0]
}

export const myDissolution: Handler<typeof membership.myDissolution> = async (ctx) => {
  const person = requirePerson(ctx)
  const mine = await activeMembership(ctx, person)
  const pending = mine === undefined ? undefined : await findPending(ctx, mine.organisationId)
  if (mine === undefined || pending === undefined) return { pending: null }
  const union = await getOrganisation(ctx, mine.organisationId)
  const wish = await tables(ctx)
    .selectFrom('membership.dissolution_wish as wish')
    .innerJoin('organisations.organisation as target', 'target.id', 'wish.to_organisation_id')
    .select(['target.id as toOrganisationId', 'target.name'])
    .where('wish.matter_id', '=', pending.matterId)
    .where('wish.person_bk', '=', mine.bk)
    .where('wish.person_id', '=', mine.personId)
    .executeTakeFirst()
  return {
    pending: {
      matterId: pending.matterId,
      unionName: union.name,
      reason: pending.reason,
      standing: standingOf(matterProcedure, pending),
      wish: wish ?? null,
      choices: await choicesNear(ctx, union.id, union.adcode),
    },
  }
}

/** Unions of the same district that take members. */
const choicesNear = (ctx: Context, organisationId: string, adcode: string) =>
  tables(ctx)
    .selectFrom('organisations.organisation')
    .select(['id', 'name'])
    .where('kind', 'in', ['grassroots-union', 'joint-union', 'union-association'])
    .where('state', '=', 'active')
    .where('adcode', '=', adcode)
    .where('id', '<>', organisationId)
    .orderBy('name')
    .limit(100)
    .execute()

/** A wish of one's own, until the matter is decided; taken back by naming no union. */
export const wishOnDissolution: Handler<typeof membership.wishOnDissolution> = async (
  ctx,
  { matterId, toOrganisationId },
) => {
  const mine = await activeMembership(ctx, requirePerson(ctx))
  const pending = mine === undefined ? undefined : await findPending(ctx, mine.organisationId)
  if (mine === undefined || pending?.matterId !== matterId) throw noSuchMatter()
  const key = { matter_id: matterId, person_bk: mine.bk, person_id: mine.personId }
  await tables(ctx)
    .deleteFrom('membership.dissolution_wish')
    .where('matter_id', '=', matterId)
    .where('person_bk', '=', mine.bk)
    .where('person_id', '=', mine.personId)
    .execute()
  if (toOrganisationId === null) return { toOrganisationId }
  const target = await findOrganisation(ctx, toOrganisationId)
  if (target?.state !== 'active' || target.id === mine.organisationId) throw wrongTarget()
  await tables(ctx)
    .insertInto('membership.dissolution_wish')
    .values({ ...key, to_organisation_id: toOrganisationId, wished_at: ctx.now })
    .execute()
  return { toOrganisationId }
}

const wrongTarget = () =>
  invalid('wrong-target', {
    field: 'toOrganisationId',
    reason: { zh: '请选择一个在用的其他工会。', en: 'Choose another union that stands.' },
  })
