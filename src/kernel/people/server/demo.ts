import type { DemoUnion } from '#kernel/organisations/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { PersonKey } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { bucketOf } from '#platform/keys.ts'
import type { DemoContext } from '#platform/module.ts'
import { inventedName, randomFrom, seldomNames } from './demo-names.ts'
import { insertPeople } from './register-people.ts'
import { DEMO_REGION, residentIdCheck } from './rules/resident-id.ts'
import { documentIndex } from './sealing.ts'

/** An invented person that later demos give a part to. */
export type DemoPerson = {
  readonly key: PersonKey
  readonly name: string
  /** Of the range from 120, which is nobody's. */
  readonly phone: string
  readonly union: DemoUnion
}

const PEOPLE = 2_000

/** About 2,000 invented people, spread over the unions. Leaves them in `shared` under `people`. */
export async function demo(context: DemoContext): Promise<void> {
  const unions = context.shared.get('unions') as readonly DemoUnion[]
  const random = randomFrom(context.seed)
  const rows = Array.from({ length: PEOPLE }, (_, serial) => {
    const number = demoNumber(context, serial, random)
    const document = { kind: 'resident-id', number } as const
    const index = documentIndex(context.config.keys, document)
    const union = unions[serial % unions.length]!
    return {
      name: seldomNames[serial] ?? inventedName(random),
      document,
      phone: `120${String(10_000_000 + serial).padStart(8, '0')}`,
      homeOrganisationId: union.id,
      index,
      key: { bk: bucketOf(index), id: newId(context.today.getTime()) },
      union,
    }
  })
  await insertPeople(context, rows)
  const people: DemoPerson[] = rows.map(({ key, name, phone, union }) => ({ key, name, phone, union }))
  context.shared.set('people', people)
  context.progress({ zh: `人员：${people.length}名（虚构）`, en: `${people.length} invented people` })
}

/** Born between 1966 and 2004; the serial keeps numbers apart where birthdays meet. */
function demoNumber(context: DemoContext, serial: number, random: () => number): string {
  const age = 22 + Math.floor(random() * 37)
  const year = Number(cityDay(context.today).slice(0, 4)) - age
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0')
  const day = String(1 + (serial % 28)).padStart(2, '0')
  const first17 = `${DEMO_REGION}${year}${month}${day}${String(serial % 1_000).padStart(3, '0')}`
  return `${first17}${residentIdCheck(first17)}`
}
