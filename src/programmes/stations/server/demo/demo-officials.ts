import { sql } from 'kysely'
import type { Persona } from '#kernel/access/index.ts'
import { personKeyText, personNames } from '#kernel/people/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { DemoContext, Module } from '#platform/module.ts'
import { stationPermissions } from '../../permissions.ts'
import { applicationReview } from '../becoming/application-review.ts'
import { findingReview } from '../inspections/finding-review.ts'
import { leavingReview, withdrawalReview } from '../leaving/leaving-review.ts'
import { sanctionReview } from '../sanctions/sanction-review.ts'
import { standardReview } from '../standards/standard-review.ts'
import { inventName } from './invented-people.ts'
import type { Random } from './random.ts'

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
  /** A member, on whose phone there is an application. */
  readonly member: DemoOfficial
  readonly keeper: DemoOfficial
}

/** Keepers of the story have no accounts, so that whoever is no officer speaks for the station. */
const byKeeper = {
  actsForApplicant: async ({ actor }: Context) => actor.kind === 'account' && actor.grants.length === 0,
}

const procedures = [
  standardReview,
  sanctionReview,
  findingReview,
  applicationReview,
  { ...leavingReview, ...byKeeper },
  { ...withdrawalReview, ...byKeeper },
]

/** The officers whom a visitor may become, acting as themselves: what is proposed and decided bears their names. */
export async function demoOfficials(ctx: Context, demo: DemoContext): Promise<DemoOfficials> {
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
    member: await official('member'),
    keeper: await official('keeper'),
  }
}

type AccountActor = Extract<Context['actor'], { kind: 'account' }>

/** Somebody with an account of whom nothing more is known, such as a shop that applies. */
export const inventedActor = (random: Random): AccountActor => ({
  kind: 'account',
  accountId: newId(),
  sessionId: null,
  person: null,
  name: inventName(random),
  roles: [],
  grants: [],
})

/** Whoever acts in the story has an account. */
export function accountOf(actor: Context['actor']): AccountActor {
  if (actor.kind !== 'account') throw new TypeError(`no account acts here, but ${actor.kind}`)
  return actor
}
