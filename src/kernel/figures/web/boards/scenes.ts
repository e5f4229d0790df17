import type { OutputOf } from '#platform/contract.ts'
import { DISTRICT_PARTS, type figures } from '../../contract.ts'

export type Listed = OutputOf<typeof figures.listFigures>['rows'][number]

/** What fills the screen for a while: a chapter's first figure large with up to three beside it, or its districts. */
export type Scene =
  | {
      readonly id: string
      readonly kind: 'figures'
      readonly lead: Listed
      readonly beside: readonly Listed[]
    }
  | { readonly id: string; readonly kind: 'districts'; readonly lead: Listed }

const BESIDE_MAX = 3

/** Chapters in order; what has no number, or too small a one, is not for a hall. */
export function scenesOf(rows: readonly Listed[]): Scene[] {
  const shown = rows.filter(({ value }) => value !== null)
  const chapters = [...new Set(shown.map(({ chapter }) => chapter.zh))]
  return chapters.flatMap((chapter) => {
    const those = shown.filter((one) => one.chapter.zh === chapter)
    const lead = those[0]!
    const districts: Scene[] =
      lead.dimension === 'ratio' || !lead.parts.includes(DISTRICT_PARTS)
        ? []
        : [{ id: `${lead.key} districts`, kind: 'districts', lead }]
    return [...figureScenes(those), ...districts]
  })
}

function figureScenes(those: readonly Listed[]): Scene[] {
  const scenes: Scene[] = []
  for (let at = 0; at < those.length; at += 1 + BESIDE_MAX)
    scenes.push({
      id: those[at]!.key,
      kind: 'figures',
      lead: those[at]!,
      beside: those.slice(at + 1, at + 1 + BESIDE_MAX),
    })
  return scenes
}
