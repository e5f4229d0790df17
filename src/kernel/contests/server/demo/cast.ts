import { grantRole, registerPersona, type Persona } from '#kernel/access/index.ts'
import { unitPath, type DemoUnion } from '#kernel/organisations/index.ts'
import {
  DEMO_REGION,
  personKeyText,
  personNames,
  randomFrom,
  registerPerson,
  residentIdCheck,
  type DemoPerson,
} from '#kernel/people/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { contextOfDemo } from '#platform/demo.ts'
import type { DemoContext, Module } from '#platform/module.ts'
import { contestPermissions } from '../../permissions.ts'
import { reviewedResult } from '../publication/reviewed.ts'

export type DemoCast = {
  readonly ctx: Context
  readonly random: () => number
  readonly cityId: string
  readonly countyId: string
  readonly unions: readonly DemoUnion[]
  readonly departments: readonly string[]
  readonly people: readonly DemoPerson[]
  readonly member: PersonKey
  /** Who hands in a result, and who puts it on notice; both for the city. */
  readonly organiser: Actor
  readonly decider: Actor
  readonly county: Actor
  /** A visitor may become this one. */
  readonly judge: { readonly person: PersonKey; readonly name: string }
}

type Actor = Extract<Context['actor'], { kind: 'account' }>

const DAY_MS = 86_400_000

/** The story's people. Two more whom a visitor may become: whoever runs contests at the city, and a judge. */
export async function makeCast(demo: DemoContext): Promise<DemoCast> {
  const ctx = contextOfDemo(demo, 'contests')
  const organisations = demo.shared.get('organisations') as ReadonlyMap<string, string>
  const cityId = organisations.get((demo.shared.get('city') as { adcode: string }).adcode)!
  const organiser = await register(demo, ctx, cityId, {
    id: 'contest-officer',
    name: '温书雅',
    born: '19870731',
    phone: '12000000031',
    title: { zh: '市总工会赛事干部', en: 'Contest officer' },
    what: { zh: '办比赛、请评委、提出结果', en: 'Runs contests, names judges, proposes results' },
  })
  await grantRole(ctx, {
    person: organiser.person,
    role: 'city-officer',
    organisationId: cityId,
    reason: '演示数据',
  })
  const judge = await register(demo, ctx, cityId, {
    id: 'judge',
    name: '秦听澜',
    born: '19720530',
    phone: '12000000032',
    title: { zh: '比赛评委', en: 'Judge of a contest' },
    what: { zh: '看作品、打分、封存评分', en: 'Watches entries and seals scores' },
  })
  const personas = demo.shared.get('personas') as ReadonlyMap<string, Persona>
  const actor = async (id: string): Promise<Actor> => {
    const { person, accountId } = personas.get(id)!
    const name = (await personNames(ctx, [person])).get(personKeyText(person))!
    const grants = Object.keys(contestPermissions).map((permission) => ({ permission, unit: 'root' }))
    return { kind: 'account', accountId, sessionId: null, person, name, roles: [], grants }
  }
  return {
    ctx,
    random: randomFrom(demo.seed + 24),
    cityId,
    countyId: organisations.get('410402')!,
    unions: demo.shared.get('unions') as readonly DemoUnion[],
    departments: demo.shared.get('departments') as readonly string[],
    people: demo.shared.get('people') as readonly DemoPerson[],
    member: personas.get('member')!.person,
    organiser: await actor('contest-officer'),
    decider: await actor('city-officer'),
    county: await actor('county-officer'),
    judge: { person: judge.person, name: '秦听澜' },
  }
}

type Somebody = Omit<Parameters<typeof registerPersona>[1], 'person'> & {
  readonly name: string
  readonly born: string
}

/** Born at a month's end with a serial from 97, where no other person of the demo is. */
async function register(demo: DemoContext, ctx: Context, homeOrganisationId: string, one: Somebody) {
  const first17 = `${DEMO_REGION}${one.born}9${one.phone.slice(-2)}`
  const { name, born: _born, ...persona } = one
  const { key: person } = await registerPerson(ctx, {
    name,
    documentKind: 'resident-id',
    documentNumber: first17 + residentIdCheck(first17),
    phone: one.phone,
    homeOrganisationId,
  })
  return registerPersona(demo, { ...persona, person })
}

/** Somebody acts in the story, so many days ago. */
export function actingAs(cast: DemoCast, actor: Actor, daysAgo: number): Context {
  const module = { permissions: contestPermissions, procedures: [reviewedResult] } as unknown as Module
  return {
    ...cast.ctx,
    actor,
    now: daysBefore(cast, daysAgo),
    modules: [module],
    auditNote: {},
    ports: { ...cast.ctx.ports, unitPath },
  }
}

export const daysBefore = ({ ctx }: Pick<DemoCast, 'ctx'>, days: number) =>
  new Date(ctx.now.getTime() - days * DAY_MS)
