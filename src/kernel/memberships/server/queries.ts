import { sql } from 'kysely'
import type { Context, PersonKey } from '#platform/context.ts'
import type { MembershipStatus } from '../contract.ts'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import { sameAs, type PeopleReadable } from '#kernel/people/index.ts'
import type { MembershipTables } from './tables.ts'

export type Membership = {
  readonly bk: number
  readonly personId: string
  readonly id: string
  readonly organisationId: string
  readonly fromDay: string
  /** The last day; null while it lasts. */
  readonly toDay: string | null
  readonly status: MembershipStatus
  readonly newForm: boolean
  readonly version: number
}

export type Standing = {
  readonly membershipId: string
  readonly organisationId: string
  readonly status: 'active' | 'retained'
  readonly newForm: boolean
}

export const tables = (ctx: Pick<Context, 'db'>) =>
  ctx.db.withTables<MembershipTables & OrganisationsReadable & PeopleReadable>()

const columns = [
  'bk',
  'person_id as personId',
  'id',
  'organisation_id as organisationId',
  'from_day as fromDay',
  'to_day as toDay',
  'status',
  'new_form as newForm',
  'version',
] as const

/**
 * Every membership of this person, on any of the rows that are the person; newest first. What was written by mistake and
 * taken back never was one.
 */
export async function membershipsOf(ctx: Context, person: PersonKey): Promise<Membership[]> {
  const keys = await sameAs(ctx, person)
  return tables(ctx)
    .selectFrom('memberships.membership')
    .select(columns)
    .where(sql<boolean>`(bk, person_id) in (select * from unnest(
      ${keys.map((key) => key.bk)}::smallint[], ${keys.map((key) => key.id)}::uuid[]))`)
    .where(sql<boolean>`status <> 'voided'`)
    .orderBy('from_day', 'desc')
    .limit(100)
    .execute()
}

/** The membership that lasts, retained ones included; undefined for somebody who is no member now. */
export async function activeMembership(ctx: Context, person: PersonKey): Promise<Membership | undefined> {
  return (await membershipsOf(ctx, person)).find((membership) => membership.toDay === null)
}

/**
 * How a person stood on a day (`2026-11-23`): their union, and whether on its roll or retained. Undefined for a
 * day on which they were no member. The same as the SQL function `memberships.standing_on`.
 */
export async function standingOn(
  ctx: Context,
  person: PersonKey,
  day: string,
): Promise<Standing | undefined> {
  for (const { bk, id } of await sameAs(ctx, person)) {
    const { rows } = await sql<Standing>`
      select membership_id as "membershipId", organisation_id as "organisationId", status, new_form as "newForm"
      from memberships.standing_on(${bk}::smallint, ${id}::uuid, ${day}::date)`.execute(ctx.db)
    if (rows[0] !== undefined) return rows[0]
  }
  return undefined
}

const MEMBERS_MAX = 100_000

/** Who is on the roll of one organisation now, retained members included; not of those below it. */
export async function membersOf(ctx: Context, organisationId: string): Promise<PersonKey[]> {
  return tables(ctx)
    .selectFrom('memberships.membership')
    .select(['bk', 'person_id as id'])
    .where('organisation_id', '=', organisationId)
    .where('to_day', 'is', null)
    .orderBy('bk')
    .orderBy('person_id')
    .limit(MEMBERS_MAX)
    .execute()
}

/** How many are on its roll now: article 11 of the trade union law asks for 25. */
export async function countMembers(ctx: Context, organisationId: string): Promise<number> {
  const { members } = await tables(ctx)
    .selectFrom('memberships.membership')
    .select((select) => select.fn.countAll<number>().as('members'))
    .where('organisation_id', '=', organisationId)
    .where('to_day', 'is', null)
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow()
  return members
}
