import { inventedName } from '#kernel/people/index.ts'
import type { PersonKey } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { insertRows } from '../insert-rows.ts'
import { daysBefore, type DemoCast } from './cast.ts'
import type { DemoFilm } from './plant-films.ts'

export type DemoEntry = {
  readonly id: string
  /** 0 to 100: what judges will more or less agree on. */ readonly quality: number
}

type Wish = {
  readonly contestId: string
  readonly count: number
  /** The first entrant's place among the demo's people; entrants follow one another. */
  readonly firstPerson: number
  readonly fromDaysAgo: number
  readonly untilDaysAgo: number
  readonly titles: readonly string[]
  readonly category: (index: number) => string
  readonly isTeam: (index: number) => boolean
  /** Whether all in it agree that everybody may see it. */
  readonly isShown?: (index: number) => boolean
  /** What is handed in: one of these films, or a text. */
  readonly films?: readonly DemoFilm[]
  readonly body?: (title: string) => string
  /** The first entry is this person's. */
  readonly starring?: { readonly key: PersonKey; readonly name: string; readonly unitId: string }
  /** Where entrants belong; everywhere if left out. */
  readonly adcode?: string
}

/** Invented entries of the demo's people, in bulk. */
export async function plantEntries(cast: DemoCast, wish: Wish): Promise<DemoEntry[]> {
  const entries = madeUp(cast, wish)
  const { contestId: contest_id } = wish
  await insertRows(
    cast.ctx,
    'contests.entry',
    entries.map((one, index) => ({
      id: one.id,
      contest_id,
      category: wish.category(index),
      no: index + 1,
      kind: wish.isTeam(index) ? ('team' as const) : ('person' as const),
      title: one.title,
      unit_id: one.unitId,
      entrant_bk: one.key.bk,
      entrant_id: one.key.id,
      body: one.film === undefined ? wish.body!(one.title) : null,
      file_id: one.film?.fileId ?? null,
      entered_at: one.at,
      recorded_at: one.at,
    })),
  )
  await insertRows(
    cast.ctx,
    'contests.entry_event',
    entries.map(({ id, at }) => ({
      entry_id: id,
      no: 1,
      state: 'submitted' as const,
      valid_from: at,
      recorded_at: at,
    })),
  )
  await insertRows(
    cast.ctx,
    'contests.participant',
    entries.flatMap(({ id, names, at }) =>
      names.map((name, index) => ({
        entry_id: id,
        no: index + 1,
        name,
        is_minor: false,
        guardian_name: '',
        consented_at: at,
      })),
    ),
  )
  await insertRows(
    cast.ctx,
    'contests.publication_consent',
    entries.flatMap(({ id, names, at }, index) =>
      names.map((_, person) => ({
        entry_id: id,
        participant_no: person + 1,
        no: 1,
        agrees: wish.isShown?.(index) ?? false,
        at,
      })),
    ),
  )
  await insertRows(
    cast.ctx,
    'contests.film',
    entries.flatMap(({ id, film }) =>
      film === undefined
        ? []
        : [
            {
              entry_id: id,
              file_id: film.fileId,
              facts: JSON.stringify(film.facts),
              poster_file_id: film.posterFileId,
              // Small already, so that no job makes hundreds of copies of three films.
              playback_file_id: film.fileId,
            },
          ],
    ),
  )
  return entries.map(({ id, quality }) => ({ id, quality }))
}

function madeUp(cast: DemoCast, wish: Wish) {
  const { random } = cast
  const span = wish.fromDaysAgo - wish.untilDaysAgo
  const people = cast.people.filter(({ union }) => wish.adcode === undefined || union.adcode === wish.adcode)
  return Array.from({ length: wish.count }, (_, index) => {
    const drawn = people[(wish.firstPerson + index) % people.length]!
    const starring = index === 0 ? wish.starring : undefined
    const title = wish.titles[Math.floor(random() * wish.titles.length)]!
    const mates = wish.isTeam(index) ? 2 + Math.floor(random() * 4) : 0
    return {
      id: newId(),
      title: wish.isTeam(index) ? `${title}（集体诵读）` : title,
      key: starring?.key ?? drawn.key,
      unitId: starring?.unitId ?? drawn.union.id,
      names: [starring?.name ?? drawn.name, ...Array.from({ length: mates }, () => inventedName(random))],
      at: daysBefore(cast, wish.fromDaysAgo - 0.5 - (span - 1) * (index / wish.count)),
      film: wish.films?.[index % wish.films.length],
      quality: 82 + 6 * (random() + random() + random() - 1.5) * 2,
    }
  })
}
