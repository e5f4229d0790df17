import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { conflict, invalid } from '#platform/failures.ts'
import { mayStandBelow } from '../kinds.ts'
import { requireActive, save } from './change-organisation.ts'
import { lockOrganisation, type Organisation } from './queries.ts'
import { childPath } from './rules/tree.ts'

/**
 * Puts an organisation, with all that stands below it, under another parent. Rights that hold at a unit go by the path,
 * so whoever held them above the old place holds them here no longer. The caller has checked who may. Throws
 * `already-dissolved`, `kind-not-below`, `same-parent`, `parent-below`, `not-found`.
 */
export async function moveOrganisation(ctx: Context, id: string, toParentId: string): Promise<Organisation> {
  // Parent before child, as founding does, so that two moves cannot wait for each other.
  const parent = await lockOrganisation(ctx, toParentId, 'share')
  const moving = await lockOrganisation(ctx, id, 'update')
  requireActive(moving)
  requireActive(parent)
  if (moving.parentId === parent.id) throw sameParent(parent)
  if (parent.path === moving.path || parent.path.startsWith(`${moving.path}.`)) throw parentBelow()
  if (moving.parentId === null || !mayStandBelow(moving.kind, parent.kind)) throw notBelow(parent)
  const path = childPath(parent.path, id)
  await sql`update organisations.organisation
    set path = case when id = ${id} then ${path}::ltree
      else ${path}::ltree || subpath(path, nlevel(${moving.path}::ltree)) end
    where path <@ ${moving.path}::ltree`.execute(ctx.db)
  return save(ctx, { ...moving, parentId: parent.id, path })
}

const sameParent = ({ name }: Organisation) =>
  conflict('same-parent', {
    zh: `它已经在“${name}”之下。`,
    en: `It stands below “${name}” already.`,
  })

const parentBelow = () =>
  conflict('parent-below', {
    zh: '不能移到自己的下级组织之下。',
    en: 'It cannot be moved below itself.',
  })

const notBelow = ({ name }: Organisation) =>
  invalid('kind-not-below', {
    field: 'toParentId',
    reason: {
      zh: `这类组织不能设在“${name}”之下。`,
      en: `An organisation of this kind cannot stand below “${name}”.`,
    },
  })
