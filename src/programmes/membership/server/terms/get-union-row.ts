import { getOrganisation, type Organisation } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import type { UnionForm } from '../../rules/founding/facts.ts'
import type { Profile } from './write-profile.ts'
import { tables } from './tables.ts'

export const unionKinds = ['grassroots-union', 'joint-union', 'union-association'] as const

export const noSuchUnion = () => notFound({ zh: '工会', en: 'union' })

/** Throws `not-found` for whatever is no union. */
export async function getUnionOrganisation(ctx: Context, id: string): Promise<Organisation> {
  const found = await getOrganisation(ctx, id)
  if (!(unionKinds as readonly string[]).includes(found.kind)) throw noSuchUnion()
  return found
}

/** Throws `union-dissolved` besides. */
export async function getStandingUnion(ctx: Context, id: string): Promise<Organisation> {
  const found = await getUnionOrganisation(ctx, id)
  if (found.state === 'active') return found
  throw conflict('union-dissolved', {
    zh: `“${found.name}”已撤销。`,
    en: `“${found.name}” is dissolved.`,
  })
}

/** The form that the tree shows where nobody put one on record: an organiser cannot be told from a committee there. */
export const formOfKind = (kind: Organisation['kind']): UnionForm =>
  kind === 'joint-union' ? 'joint' : kind === 'union-association' ? 'association' : 'committee'

export async function findProfile(
  ctx: Context,
  id: string,
): Promise<(Profile & { version: number }) | undefined> {
  return tables(ctx)
    .selectFrom('membership.union_profile')
    .select([
      'form',
      'new_form as newForm',
      'trade',
      'founded_on as foundedOn',
      'workers',
      'women_body as women',
      'version',
    ])
    .where('organisation_id', '=', id)
    .executeTakeFirst()
}
