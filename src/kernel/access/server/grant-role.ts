import { findOrganisation, type Organisation } from '#kernel/organisations/index.ts'
import { findPerson } from '#kernel/people/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict, Failure, invalid, notFound } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { access } from '../contract.ts'
import { roles, type RoleId } from '../permissions.ts'
import { grantIsActive } from './known-account.ts'
import { callingPerson } from './calling-person.ts'
import { belongsTo, rowsOf } from './one-person.ts'
import { missingToGive } from './missing-to-give.ts'
import { forgetActors } from './session-cache.ts'
import { tables } from './tables.ts'
import { takeTurn } from './take-turn.ts'

export type NewGrant = {
  readonly person: PersonKey
  readonly role: RoleId
  readonly organisationId: string
  readonly validTo?: string | undefined
  readonly reason: string
}

export const grantRoleHandler: Handler<typeof access.grantRole> = async (ctx, input) => {
  await requireAt(ctx, 'access.grant', input.organisationId)
  const organisation = await findOrganisation(ctx, input.organisationId)
  requireMayGive(ctx, input.role, organisation!.path)
  return { id: await grantRole(ctx, input) }
}

/**
 * Gives a role from today, to the row that stands for the person now. The caller has checked who may give it; nobody gives one to themselves. Throws
 * `own-role`, `role-held`, `valid-to`, `organisation-dissolved`, or 404 for an unknown person or organisation.
 */
export async function grantRole(ctx: Context, wish: NewGrant): Promise<string> {
  const { role, organisationId, reason } = wish
  const [person = wish.person, ...earlier] = await rowsOf(ctx, wish.person)
  const giver = callingPerson(ctx)
  if (giver?.id === person.id) throw ownRole()
  const today = cityDay(ctx.now)
  if (wish.validTo !== undefined && wish.validTo <= today) throw validToPast()
  if ((await findPerson(ctx, person)) === undefined) throw notFound({ zh: '人', en: 'person' })
  const organisation = await findOrganisation(ctx, organisationId)
  if (organisation === undefined) throw notFound({ zh: '组织', en: 'organisation' })
  requireFittingUnit(role, organisation)
  await requireNotHeld(ctx, [person, ...earlier], wish)
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('access.role_grant')
    .values({
      id,
      person_bk: person.bk,
      person_id: person.id,
      role,
      organisation_id: organisationId,
      valid_from: today,
      valid_to: wish.validTo ?? null,
      granted_by_bk: giver?.bk ?? null,
      granted_by_id: giver?.id ?? null,
      reason,
    })
    .execute()
  Object.assign(ctx.auditNote, {
    organisationId,
    subjects: [`person:${person.bk}:${person.id}`, `grant:${id}`],
    reason,
  })
  forgetActors(ctx)
  return id
}

/** Nobody gives or ends a role that holds more than they do. */
export function requireMayGive(ctx: Context, role: string, path: string): void {
  const missing = missingToGive(ctx, role, path)
  if (missing.length === 0) return
  throw new Failure(403, 'beyond-own-permissions', {
    zh: `这个角色包含您在这里没有的权限（${missing.slice(0, 3).join('、')}等${missing.length}项），不能由您授予或收回。`,
    en: `This role holds ${missing.length} permissions that you do not hold here (${missing.slice(0, 3).join(', ')}).`,
  })
}

function requireFittingUnit(role: RoleId, organisation: Organisation): void {
  if (organisation.state === 'dissolved') {
    throw conflict('organisation-dissolved', {
      zh: `“${organisation.name}”已撤销，不能在那里授予角色。`,
      en: `“${organisation.name}” is dissolved; no role can be given there.`,
    })
  }
  if (role !== 'city-officer' || organisation.parentId === null) return
  throw invalid('city-role', {
    field: 'role',
    reason: {
      zh: '市总工会管理员只能在市总工会授予。',
      en: 'The city officer’s role is given at the city federation only.',
    },
  })
}

async function requireNotHeld(
  ctx: Context,
  rows: readonly PersonKey[],
  { role, organisationId }: NewGrant,
): Promise<void> {
  await takeTurn(ctx, 'officers', rows[0]!.id)
  const held = await tables(ctx)
    .selectFrom('access.role_grant as g')
    .select('g.id')
    .where(belongsTo(rows, 'g'))
    .where('g.role', '=', role)
    .where('g.organisation_id', '=', organisationId)
    .where(grantIsActive(ctx.now))
    .executeTakeFirst()
  if (held === undefined) return
  throw conflict('role-held', {
    zh: `此人在这里已是${roles[role].zh}。`,
    en: `This person already is ${roles[role].en} here.`,
  })
}

export const ownRole = () =>
  new Failure(403, 'own-role', {
    zh: '不能给自己授予或收回角色。',
    en: 'Nobody gives or ends their own role.',
  })

const validToPast = () =>
  invalid('valid-to', {
    field: 'validTo',
    reason: { zh: '截止日期必须晚于今天。', en: 'The last day must lie in the future.' },
  })
