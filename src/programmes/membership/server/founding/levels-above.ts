import { mayStandBelow, type Organisation } from '#kernel/organisations/index.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { kindOfForm } from '../../rules/founding/kind-of-form.ts'
import { tables } from './tables.ts'

type UnionKind = ReturnType<typeof kindOfForm>

/** Federations and associations decide on foundings; a union decides on none, though groups stand below it. */
const levelsAbove = ['county-federation', 'industry-federation', 'union-association'] as const

export const takesUnions = (
  { kind, state }: Pick<Organisation, 'kind' | 'state'>,
  union: UnionKind,
): boolean =>
  state === 'active' && (levelsAbove as readonly string[]).includes(kind) && mayStandBelow(union, kind)

/** Those of the district, and the industries', which have no district. */
export const listLevelsAbove: Handler<typeof membership.listLevelsAbove> = async (ctx, { adcode, form }) => {
  const rows = await tables(ctx)
    .selectFrom('organisations.organisation')
    .select(['id', 'name', 'kind', 'state'])
    .where('kind', 'in', [...levelsAbove])
    .where('state', '=', 'active')
    .where((where) => where.or([where('adcode', '=', adcode), where('kind', '=', 'industry-federation')]))
    .orderBy('kind')
    .orderBy('name')
    .limit(200)
    .execute()
  return {
    rows: rows
      .filter((row) => takesUnions(row, kindOfForm(form)))
      .map(({ id, name, kind }) => ({ id, name, kind })),
  }
}
