import { sql } from 'kysely'
import type { Persona } from '#kernel/access/index.ts'
import { personKeyText, personNames } from '#kernel/people/index.ts'
import type { ReviewedProcedure } from '#kernel/review/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import type { DemoContext, Module } from '#platform/module.ts'
import { stationPermissions } from '../../permissions.ts'

/** Somebody of the demo who acts in the story, with a context in which they do. */
export type DemoOfficial = {
  readonly name: string
  readonly person: PersonKey
  readonly context: Context
}

export type DemoOfficials = {
  readonly rootId: string
  readonly city: DemoOfficial
  readonly county: DemoOfficial
  readonly inspector: DemoOfficial
}

/** The officers whom a visitor may become, acting as themselves: what is proposed and decided bears their names. */
export async function demoOfficials(
  ctx: Context,
  demo: DemoContext,
  procedures: readonly ReviewedProcedure[],
): Promise<DemoOfficials> {
  const personas = demo.shared.get('personas') as ReadonlyMap<string, Persona>
  const { rows } = await sql<{ id: string }>`
    select id from organisations.organisation where parent_id is null`.execute(ctx.db)
  const module = { permissions: stationPermissions, procedures } as unknown as Module
  const official = async (id: string): Promise<DemoOfficial> => {
    const { person, accountId } = personas.get(id)!
    const name = (await personNames(ctx, [person])).get(personKeyText(person))!
    const grants = Object.keys(stationPermissions).map((permission) => ({ permission, unit: 'root' }))
    const actor = { kind: 'account' as const, accountId, sessionId: null, person, name, roles: [], grants }
    return { name, person, context: { ...ctx, actor, modules: [module] } }
  }
  return {
    rootId: rows[0]!.id,
    city: await official('city-officer'),
    county: await official('county-officer'),
    inspector: await official('inspector'),
  }
}
