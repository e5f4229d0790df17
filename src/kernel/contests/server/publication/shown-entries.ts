import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { ContestRow } from '../find-contest.ts'
import { tables } from '../tables.ts'

export type ShownEntry = {
  readonly entryId: string
  readonly no: number
  readonly title: string
  readonly categoryName: string
  readonly unitName: string
  readonly names: readonly string[]
}

/** Entries as lists, notices and certificates name them, by id. */
export async function shownEntries(
  ctx: Context,
  { id, rules }: Pick<ContestRow, 'id' | 'rules'>,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, ShownEntry>> {
  const rows = await tables(ctx)
    .selectFrom('contests.entry as entry')
    .innerJoin('organisations.organisation as unit', 'unit.id', 'entry.unit_id')
    .select(['entry.id as entryId', 'entry.no', 'entry.title', 'entry.category', 'unit.name as unitName'])
    .select(
      sql<string[]>`array(select p.name from contests.participant p
        where p.entry_id = entry.id order by p.no)`.as('names'),
    )
    .where('entry.contest_id', '=', id)
    .where(sql<boolean>`entry.id = any(${[...entryIds]}::uuid[])`)
    .execute()
  const nameOf = new Map(rules.categories.map((category) => [category.id, category.name]))
  return new Map(
    rows.map(({ category, ...row }) => [
      row.entryId,
      { ...row, categoryName: nameOf.get(category) ?? category },
    ]),
  )
}

/** By id: names of units. */
export async function unitNames(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(ctx)
    .selectFrom('organisations.organisation as unit')
    .select(['unit.id', 'unit.name'])
    .where(sql<boolean>`unit.id = any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
