import { sql } from 'kysely'
import { linkedPeople } from '#kernel/people/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { monthOfDay } from '../../rules/voucher-number.ts'
import { findPseudonyms } from './pseudonym.ts'

/** Riders asked for in one statement. */
const AT_ONCE = 20_000

/**
 * Those of so many people who hold a voucher that can still be used, each once, as the row that stands for them now. A roster
 * changes tens of thousands at once, and few of them ride: who does is one question to the database, not some a person.
 */
export async function holdersAmong(ctx: Context, people: readonly PersonKey[]): Promise<PersonKey[]> {
  if (people.length === 0) return []
  const rows = await allRowsOf(ctx, people)
  const thisMonth = monthOfDay(cityDay(ctx.now))
  const holders = new Map<string, PersonKey>()
  for (const month of [thisMonth, thisMonth + 1])
    for (let from = 0; from < rows.length; from += AT_ONCE)
      for (const { survivor } of await liveAmong(ctx, month, rows.slice(from, from + AT_ONCE)))
        holders.set(survivor.id, survivor)
  return [...holders.values()]
}

type Row = PersonKey & { readonly survivor: PersonKey }

/** Every row that is one of these people: a voucher hangs on the row that stood when it was issued. */
async function allRowsOf(ctx: Context, people: readonly PersonKey[]): Promise<Row[]> {
  const linked = await linkedPeople(ctx)
  const survivorOf = new Map(linked.map(({ id, survivor }) => [id, survivor]))
  const survivors = new Map(
    people.map((person) => survivorOf.get(person.id) ?? person).map((person) => [person.id, person]),
  )
  const replaced = linked.filter(({ survivor }) => survivors.has(survivor.id))
  return [...[...survivors.values()].map(({ bk, id }) => ({ bk, id, survivor: { bk, id } })), ...replaced]
}

async function liveAmong(ctx: Context, month: number, rows: readonly Row[]): Promise<Row[]> {
  const riders = await findPseudonyms(ctx, month, rows)
  if (riders === undefined) return []
  const found = await sql<{ at: number }>`
    select distinct asked.at::int as at
    from unnest(${rows.map(({ bk }) => bk)}::int[], ${riders}::uuid[]) with ordinality as asked (bk, rider, at)
    join green_travel.voucher held on held.bk = asked.bk and held.month = ${month} and held.rider = asked.rider
    where held.refused_from is null and held.first_day + 3 > ${cityDay(ctx.now)}::date`.execute(ctx.db)
  return found.rows.map(({ at }) => rows[at - 1]!)
}
