import { sql } from 'kysely'
import { cityOf } from '#kernel/city/index.ts'
import { childPath, plantOrganisations, type PlantedOrganisation } from '#kernel/organisations/index.ts'
import { newId } from '#platform/ids.ts'
import type { DemoContext } from '#platform/module.ts'
import { unionDraft, type Trade } from './new-form-unions.ts'
import { dayAt } from './story-days.ts'

export type MemberUnion = {
  readonly id: string
  readonly path: string
  readonly adcode: string
  readonly name: string
  readonly kind: PlantedOrganisation['kind']
  readonly trade: Trade
  readonly newForm: true
  readonly foundedOn: string
}

/** The page's “nearly 400”; those that the kernel's demo founded are among them. */
const UNIONS = 397

/** How many unions a district has against the others; a district that is not named counts as an ordinary one. */
const weights: Readonly<Record<string, number>> = {
  410402: 12,
  410403: 12,
  410411: 12,
  410404: 3,
  410421: 10,
  410422: 12,
  410423: 12,
  410425: 10,
  410481: 7,
  410482: 16,
  410471: 6,
  410472: 5,
}
const ORDINARY_WEIGHT = 8

/** Founds the unions of drivers, couriers and riders below each district's association, over five and a half years. */
export async function plantUnions(context: DemoContext, random: () => number): Promise<MemberUnion[]> {
  const associations = await sql<{ id: string; path: string; adcode: string; known: number }>`
    select a.id, a.path::text as path, a.adcode,
      (select count(*) from organisations.organisation u where u.parent_id = a.id) as known
    from organisations.organisation a where a.kind = 'union-association' order by a.adcode`.execute(
    context.db,
  )
  const known = associations.rows.reduce((sum, association) => sum + association.known, 0)
  const counts = shareOut(
    UNIONS - known,
    associations.rows.map(({ adcode }) => weights[adcode] ?? ORDINARY_WEIGHT),
  )
  const names = new Map(cityOf(context.config).districts.map(({ adcode, name }) => [adcode, name.zh]))
  const unions = associations.rows.flatMap((association, at) =>
    Array.from({ length: counts[at]! }, (_, serial): MemberUnion => {
      const draft = unionDraft(names.get(association.adcode) ?? '', serial)
      const id = newId(context.today.getTime())
      return {
        ...draft,
        id,
        path: childPath(association.path, id),
        adcode: association.adcode,
        newForm: true,
        foundedOn: dayAt(context.today, foundingShare(random())),
      }
    }),
  )
  const parents = new Map(associations.rows.map(({ adcode, id }) => [adcode, id]))
  await plantOrganisations(
    context,
    unions.map(({ id, path, adcode, name, kind }) => ({
      id,
      path,
      adcode,
      name,
      kind,
      parentId: parents.get(adcode)!,
      creditCode: null,
    })),
    (index) => unions[index]!.foundedOn,
  )
  return unions
}

/** Slow at first, most in the middle years, fewer lately. */
const foundingShare = (chance: number): number => chance ** 0.8

/** Whole parts that add up: each its share, and what is left over to the largest remainders. */
export function shareOut(total: number, parts: readonly number[]): number[] {
  const sum = parts.reduce((all, part) => all + part, 0)
  const exact = parts.map((part) => (total * part) / sum)
  const counts = exact.map(Math.floor)
  const left = total - counts.reduce((all, count) => all + count, 0)
  const byRemainder = exact.map((share, at) => [share - counts[at]!, at] as const).sort((a, b) => b[0] - a[0])
  for (const [, at] of byRemainder.slice(0, left)) counts[at]! += 1
  return counts
}
