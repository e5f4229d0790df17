import { sql } from 'kysely'
import { requirePerson } from '#kernel/access/index.ts'
import { activeMembership, membershipsOf, type Membership } from '#kernel/memberships/index.ts'
import { findOrganisation, organisationNames } from '#kernel/organisations/index.ts'
import { findPerson, maskedDocuments, maskName, personKeyText } from '#kernel/people/index.ts'
import { holdsAt } from '#platform/authorise.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { tables } from '../members-tables.ts'
import { newestTransferOf } from '../transfers/transfers.ts'
import { newestEndingOf } from './endings.ts'

export const mySituation: Handler<typeof membership.mySituation> = async (ctx) => {
  const person = requirePerson(ctx)
  const lines = await membershipLines(ctx, await membershipsOf(ctx, person))
  const current = lines.find(({ toDay }) => toDay === null) ?? null
  const union = current === null ? undefined : await findOrganisation(ctx, current.organisationId)
  return {
    current,
    retainedSince: current?.status === 'retained' ? await sinceWhen(ctx, person, current.id) : null,
    unionIsDissolved: union?.state === 'dissolved',
    earlier: lines.filter(({ toDay }) => toDay !== null),
    ending: await newestEndingOf(ctx, person),
  }
}

export const getMember: Handler<typeof membership.getMember> = async (ctx, key) => {
  const person = await findPerson(ctx, key)
  const memberships = person === undefined ? [] : await membershipsOf(ctx, key)
  const unit = memberships[0]?.organisationId
  // Whoever was never on a roll is nobody here, and out of reach is answered alike.
  if (person === undefined || unit === undefined || !(await reads(ctx, memberships))) throw noSuchMember()
  const lines = await membershipLines(ctx, memberships)
  const current = lines.find(({ toDay }) => toDay === null) ?? null
  const transfer = await newestTransferOf(ctx, key)
  const at = current?.organisationId ?? unit
  return {
    person: { bk: key.bk, id: key.id },
    maskedName: maskName(person.name),
    maskedDocument: (await maskedDocuments(ctx, [key])).get(personKeyText(key)) ?? null,
    current,
    earlier: lines.filter(({ toDay }) => toDay !== null),
    lines: await historyOf(ctx, memberships),
    transferId: transfer?.state === 'open' ? transfer.id : null,
    ending: await newestEndingOf(ctx, key),
    hasCard: await hasCard(ctx, key),
    mayChange: current !== null && (await holdsAt(ctx, 'membership.standing', at)),
    mayPropose: current !== null && (await holdsAt(ctx, 'membership.standing', at)),
  }
}

/** A union sees whom it has or had; what came before elsewhere is the member's to tell, but for the dates. */
async function reads(ctx: Context, memberships: readonly Membership[]): Promise<boolean> {
  for (const id of new Set(memberships.map(({ organisationId }) => organisationId)))
    if (await holdsAt(ctx, 'membership.read', id)) return true
  return false
}

async function membershipLines(ctx: Context, memberships: readonly Membership[]) {
  const names = await organisationNames(
    ctx,
    memberships.map(({ organisationId }) => organisationId),
  )
  return memberships.map(({ id, organisationId, fromDay, toDay, status, newForm }) => ({
    id,
    organisationId,
    organisationName: names.get(organisationId) ?? '',
    fromDay,
    toDay,
    status,
    newForm,
  }))
}

const LINES_MAX = 200

async function historyOf(ctx: Context, memberships: readonly Membership[]) {
  return tables(ctx)
    .selectFrom('memberships.membership_history as h')
    .innerJoin('organisations.organisation as o', 'o.id', 'h.organisation_id')
    .select(['h.valid_from as validFrom', 'o.name as organisationName', 'h.status', 'h.made_by as madeBy'])
    .where(
      'h.membership_id',
      'in',
      memberships.map(({ id }) => id),
    )
    .where(
      'h.bk',
      'in',
      memberships.map(({ bk }) => bk),
    )
    .orderBy('h.valid_from', 'desc')
    .orderBy('h.version', 'desc')
    .limit(LINES_MAX)
    .execute()
}

async function sinceWhen(ctx: Context, person: PersonKey, membershipId: string): Promise<string | null> {
  const current = await activeMembership(ctx, person)
  const found = await tables(ctx)
    .selectFrom('memberships.membership_history')
    .select(sql<string>`max(valid_from)::text`.as('since'))
    .where('bk', '=', current?.bk ?? person.bk)
    .where('membership_id', '=', membershipId)
    .where('status', '=', 'retained')
    .executeTakeFirst()
  return found?.since ?? null
}

async function hasCard(ctx: Context, { bk, id }: PersonKey): Promise<boolean> {
  const found = await tables(ctx)
    .selectFrom('membership.card')
    .select('id')
    .where('bk', '=', bk)
    .where('person_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

export const noSuchMember = () => notFound({ zh: '会员', en: 'member' })
