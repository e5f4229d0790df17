import { sql } from 'kysely'
import { countBy, countOf, type Figure, type FigureSource, type RecordList } from '#kernel/figures/index.ts'
import { systemCaller, type Application } from '#platform/application.ts'
import { endOfDay } from '#platform/city-time.ts'
import type { Actor } from '#platform/context.ts'
import type { InputOf, Operation, OutputOf } from '#platform/contract.ts'
import { execute } from '#platform/execute.ts'
import { newId } from '#platform/ids.ts'
import type { Module } from '#platform/module.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { figurePermissions } from '../../permissions.ts'

/**
 * An invented programme: parks with dated rows, and visits of people. It stands in for every programme, so that this
 * part is tried without one.
 */
const parks: RecordList['select'] = (_ctx, { asOf, recordedUpTo }) => sql`
  select name as key, name, district from (
    select distinct on (name) name, district, is_open from parks.park
    where valid_from <= ${asOf}::date and recorded_at <= ${recordedUpTo}
    order by name, recorded_at desc) as latest
  where is_open`

const visits: RecordList['select'] = (_ctx, { asOf, recordedUpTo }) => sql`
  select id::text as key, district, at from parks.visit
  where at < ${endOfDay(asOf)} and recorded_at <= ${recordedUpTo}`

const words = { zh: '公园', en: 'Parks' }
const common = { owner: 'parks', chapter: words, definition: words, isNot: words, counted: 'record' } as const
const name = {
  id: 'name',
  title: { zh: '名称', en: 'Name' },
  kind: 'text',
  href: (value: string) => `/parks/${value}`,
} as const
const district = {
  id: 'district',
  title: { zh: '区', en: 'District' },
  kind: 'text',
  words: () => ({ east: { zh: '东区', en: 'East' }, west: { zh: '西区', en: 'West' } }),
} as const

const byDistrict = (select: RecordList['select']) => ({
  id: 'adcode',
  by: { zh: '按区', en: 'By district' },
  addsUp: true,
  rows: async (ctx: Parameters<typeof select>[0], at: Parameters<typeof select>[1]) =>
    (await countBy(ctx, select(ctx, at), 'district')).map((row) => ({
      ...row,
      label: { zh: row.key, en: row.key },
    })),
})

const figures: readonly Figure[] = [
  {
    ...common,
    key: 'parks.total',
    title: { zh: '公园', en: 'Parks' },
    unit: { zh: '座', en: 'parks' },
    dimension: 'places',
    opensTo: 'everybody',
    value: countOf(parks),
    breakdowns: [byDistrict(parks)],
    records: { columns: [name, district], select: parks },
  },
  {
    ...common,
    key: 'parks.visits',
    title: { zh: '入园', en: 'Visits' },
    unit: { zh: '人次', en: 'visits' },
    dimension: 'turns',
    opensTo: 'groups-of-ten',
    value: countOf(visits),
    breakdowns: [byDistrict(visits)],
    records: {
      columns: [district, { id: 'at', title: { zh: '时间', en: 'At' }, kind: 'instant' }],
      select: visits,
    },
  },
]

export type ParkCity = {
  readonly world: World
  call<P extends Operation>(actor: Actor, operation: P, input: InputOf<P>): Promise<OutputOf<P>>
  park(name: string, validFrom: string, over?: { district?: string; isOpen?: boolean }): Promise<void>
  visits(district: string, count: number, at?: Date): Promise<void>
}

export async function makeParkCity(): Promise<ParkCity> {
  const world = await makeWorld()
  await plantTables(world)
  const module = {
    name: 'parks',
    title: words,
    operations: {},
    handlers: {},
    permissions: {},
    folder: new URL('file:///'),
    figures,
  }
  const app: Application = { ...world.app, modules: [...world.app.modules, module as Module & FigureSource] }
  return {
    world,
    call: (actor, operation, input) =>
      execute(app, { ...systemCaller('test'), origin: 'test', actor }, operation, input),
    park: async (park, validFrom, { district: place = 'east', isOpen = true } = {}) => {
      await sql`insert into parks.park (name, district, is_open, valid_from)
        values (${park}, ${place}, ${isOpen}, ${validFrom})`.execute(world.owner.db)
    },
    visits: async (place, count, at = new Date('2026-11-20T02:00:00Z')) => {
      await sql`insert into parks.visit (id, district, at)
        select gen_random_uuid(), ${place}, ${at} from generate_series(1, ${count}::int)`.execute(
        world.owner.db,
      )
    },
  }
}

async function plantTables({ owner }: World): Promise<void> {
  await sql`create schema parks`.execute(owner.db)
  await sql`create table parks.park (name text not null, district text not null, is_open boolean not null,
    valid_from date not null, recorded_at timestamptz not null default clock_timestamp())`.execute(owner.db)
  await sql`create table parks.visit (id uuid primary key, district text not null, at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp())`.execute(owner.db)
  await sql`grant usage on schema parks to zhenyi_app`.execute(owner.db)
  await sql`grant select on all tables in schema parks to zhenyi_app`.execute(owner.db)
  await sql`insert into organisations.organisation (id, path, parent_id, kind, name, adcode)
    values (${newId()}, 'root', null, 'city-federation', '测试市总工会', '410400')`.execute(owner.db)
}

export const anybody: Actor = { kind: 'anonymous' }

/** Somebody who holds these at the whole city. */
export const officer = (name: string, ...permissions: (keyof typeof figurePermissions)[]) => ({
  kind: 'account' as const,
  accountId: newId(),
  sessionId: null,
  person: { bk: 5, id: newId() },
  name,
  roles: [],
  grants: permissions.map((permission) => ({ permission, unit: 'root' })),
})
