import { sql } from 'kysely'
import type { DemoPerson } from '#kernel/people/index.ts'
import { addDays, cityDay } from '#platform/city-time.ts'
import { newId } from '#platform/ids.ts'
import { textArray } from '#platform/database/array-literal.ts'
import type { DemoContext } from '#platform/module.ts'
import type { Membership } from './queries.ts'
import { writeHistory } from './write-history.ts'

/** One invented person in fifty belonged to another union before; one in forty is retained. */
const MOVED_EVERY = 50
const RETAINED_EVERY = 40

/** Every invented person is a member of the union that keeps their record; some have a story. */
export async function demo(context: DemoContext): Promise<void> {
  const people = context.shared.get('people') as readonly DemoPerson[]
  const today = cityDay(context.today)
  const stories = people.map((person, serial) => storyOf(people, person, serial, today))
  const memberships = stories.flatMap((story) => story.memberships)
  await plantMemberships(
    context,
    memberships,
    stories.flatMap((story) => story.history),
  )
  context.progress({ zh: `会籍：${memberships.length}份`, en: `${memberships.length} memberships` })
}

/** Also for demos of programmes: memberships with lives that lie behind them, as their history tells. */
export async function plantMemberships(
  context: DemoContext,
  memberships: readonly Membership[],
  history: readonly (Membership & { readonly validFrom: string })[],
): Promise<void> {
  const list = (value: (membership: Membership) => string | null) => textArray(memberships.map(value))
  await sql`
    insert into memberships.membership
      (bk, person_id, id, organisation_id, from_day, to_day, status, new_form, version)
    select * from unnest(
      ${list(({ bk }) => String(bk))}::smallint[],
      ${list(({ personId }) => personId)}::uuid[],
      ${list(({ id }) => id)}::uuid[],
      ${list(({ organisationId }) => organisationId)}::uuid[],
      ${list(({ fromDay }) => fromDay)}::date[],
      ${list(({ toDay }) => toDay)}::date[],
      ${list(({ status }) => status)}::text[],
      ${list(({ newForm }) => String(newForm))}::boolean[],
      ${list(({ version }) => String(version))}::integer[])`.execute(context.db)
  await writeHistory(context.db, history, '演示数据')
}

type Line = Membership & { readonly validFrom: string }
type Story = { readonly memberships: readonly Membership[]; readonly history: readonly Line[] }

function storyOf(people: readonly DemoPerson[], person: DemoPerson, serial: number, today: string): Story {
  const joined = joinedOn(today, serial)
  if (serial % MOVED_EVERY === 7)
    return movedStory(person, people[(serial + 1) % people.length]!, joined, today)
  const first = begun(person, person.union.id, joined)
  if (serial % RETAINED_EVERY !== 3)
    return { memberships: [first], history: [{ ...first, validFrom: joined }] }
  const retained = { ...first, status: 'retained' as const, version: 2 }
  const since = yearsBefore(today, 0, serial)
  return {
    memberships: [retained],
    history: [
      { ...first, validFrom: joined },
      { ...retained, validFrom: since > joined ? since : addDays(joined, 1) },
    ],
  }
}

/** Joined somewhere else, moved on the first day of this year's second month. */
function movedStory(person: DemoPerson, neighbour: DemoPerson, joined: string, today: string): Story {
  const lastDay = `${Number(today.slice(0, 4)) - 1}-12-31`
  const first = begun(person, neighbour.union.id, joined)
  const ended = { ...first, status: 'moved' as const, toDay: lastDay, version: 2 }
  const second = begun(person, person.union.id, addDays(lastDay, 1))
  return {
    memberships: [ended, second],
    history: [
      { ...first, validFrom: joined },
      { ...ended, validFrom: addDays(lastDay, 1) },
      { ...second, validFrom: second.fromDay },
    ],
  }
}

const begun = (person: DemoPerson, organisationId: string, fromDay: string): Membership => ({
  bk: person.key.bk,
  personId: person.key.id,
  id: newId(),
  organisationId,
  fromDay,
  toDay: null,
  status: 'active',
  newForm: person.union.newForm,
  version: 1,
})

/** Over the eight years before last, so that every year's figure differs. */
const joinedOn = (today: string, serial: number) => yearsBefore(today, 2 + (serial % 8), serial)

function yearsBefore(today: string, years: number, serial: number): string {
  const month = String(1 + (serial % 10)).padStart(2, '0')
  const day = String(1 + (serial % 27)).padStart(2, '0')
  return `${Number(today.slice(0, 4)) - years}-${month}-${day}`
}
