import { cityOf } from '#kernel/city/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { DemoContext } from '#platform/module.ts'
import { newId } from '#platform/ids.ts'
import type { OrganisationKind } from '../contract.ts'
import { departments, employers, industries, industryEmployers } from './demo-names.ts'
import { bodyCheck, creditCheck } from '../rules/credit-code.ts'
import { childPath, ROOT_PATH } from './rules/tree.ts'
import type { OrganisationTables } from './tables.ts'

/** A union that later demos give members to. */
export type DemoUnion = {
  readonly id: string
  readonly path: string
  readonly adcode: string
  readonly name: string
  /** Couriers, riders, drivers: workers in new forms of employment. */
  readonly newForm: boolean
}

/** An organisation as a demo makes one. */
export type PlantedOrganisation = {
  id: string
  path: string
  parentId: string | null
  kind: OrganisationKind
  name: string
  adcode: string
  creditCode: string | null
}

/**
 * The city federation, its county-level and industry federations and departments, and invented unions below
 * them. Leaves in `shared`: `organisations` (region code → id, the city included), `unions` and `departments`.
 */
export async function demo(context: DemoContext): Promise<void> {
  const city = cityOf(context.config)
  const planted: PlantedOrganisation[] = []
  const plant = planter(planted)
  const root = plant(undefined, 'city-federation', `${city.name.zh}总工会`, city.adcode)
  const byAdcode = new Map([[city.adcode, root.id]])
  const unions: DemoUnion[] = []
  for (const district of city.districts) {
    const federation = plant(root, 'county-federation', `${district.name.zh}总工会`, district.adcode)
    byAdcode.set(district.adcode, federation.id)
    unions.push(...plantDistrict(plant, federation, district.name.zh))
  }
  for (const industry of industries) {
    const federation = plant(root, 'industry-federation', `${city.name.zh}${industry}工会`, city.adcode)
    for (const employer of industryEmployers) {
      unions.push({
        ...plant(federation, 'grassroots-union', `${industry}系统${employer}工会`, city.adcode),
        newForm: false,
      })
    }
  }
  const offices = departments.map((name) =>
    plant(root, 'department', `${city.name.zh}总工会${name}`, city.adcode),
  )
  await store(context, planted)
  context.shared.set('organisations', byAdcode)
  context.shared.set('unions', unions)
  context.shared.set(
    'departments',
    offices.map((office) => office.id),
  )
  context.progress({ zh: `组织：${planted.length}个`, en: `${planted.length} organisations` })
}

/** A real city begins with its federation alone; its officers add the rest. */
export async function plantRoot(context: DemoContext): Promise<void> {
  const city = cityOf(context.config)
  const planted: PlantedOrganisation[] = []
  planter(planted)(undefined, 'city-federation', `${city.name.zh}总工会`, city.adcode)
  await store(context, planted)
}

type Plant = ReturnType<typeof planter>

function plantDistrict(plant: Plant, federation: PlantedOrganisation, name: string): DemoUnion[] {
  const { adcode } = federation
  const association = plant(federation, 'union-association', `${name}新业态工会联合会`, adcode)
  const riders = plant(association, 'joint-union', `${name}外卖配送和快递行业联合工会`, adcode)
  const ordinary = employers.map((employer) =>
    plant(federation, 'grassroots-union', `${name}${employer}工会`, adcode),
  )
  return [{ ...riders, newForm: true }, ...ordinary.map((union) => ({ ...union, newForm: false }))]
}

function planter(planted: PlantedOrganisation[]) {
  return (
    parent: PlantedOrganisation | undefined,
    kind: OrganisationKind,
    name: string,
    adcode: string,
  ): PlantedOrganisation => {
    const id = newId()
    const creditCode = kind === 'grassroots-union' ? demoCreditCode(planted.length) : null
    const path = parent === undefined ? ROOT_PATH : childPath(parent.path, id)
    const row = { id, path, parentId: parent?.id ?? null, kind, name, adcode, creditCode }
    planted.push(row)
    return row
  }
}

/** Region 410499 was never assigned, so that no invented code is anybody's. */
function demoCreditCode(serial: number): string {
  const body = `MC${String(serial).padStart(6, '0')}`
  const first17 = `81410499${body}${bodyCheck(body)}`
  return `${first17}${creditCheck(first17)}`
}

const store = (context: DemoContext, planted: readonly PlantedOrganisation[]): Promise<void> => {
  const today = cityDay(context.today)
  return plantOrganisations(context, planted, (index) => foundingDay(today, index))
}

/** Also for demos of programmes: organisations and the first line of their history, by the day they were founded. */
export async function plantOrganisations(
  context: DemoContext,
  planted: readonly PlantedOrganisation[],
  foundedOn: (index: number) => string,
): Promise<void> {
  const db = context.db.withTables<OrganisationTables>()
  const values = planted.map((row) => ({
    id: row.id,
    path: row.path,
    parent_id: row.parentId,
    kind: row.kind,
    name: row.name,
    adcode: row.adcode,
    credit_code: row.creditCode,
    state: 'active' as const,
  }))
  await db.insertInto('organisations.organisation').values(values).execute()
  await db
    .insertInto('organisations.organisation_history')
    .values(
      values.map(({ id, path: _path, ...row }, index) => ({
        ...row,
        organisation_id: id,
        version: 1,
        valid_from: foundedOn(index),
        made_by: '演示数据',
      })),
    )
    .execute()
}

/** Spread over the ten years before last, so that a figure as of an earlier day differs. */
function foundingDay(today: string, index: number): string {
  const year = Number(today.slice(0, 4)) - 11 + (index % 10)
  return `${year}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`
}
