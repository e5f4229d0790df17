import { holdersAbove, type Holder } from '#kernel/access/index.ts'

/** Who may take a case up: access knows who holds what. */
export const officersFor = holdersAbove
export type Officer = Holder

/** The officers of one level: 0 the nearest to the case, 1 the next above it. */
export function atLevel(officers: readonly Officer[], level: number): readonly Officer[] {
  const depths = [...new Set(officers.map(({ depth }) => depth))].sort((a, b) => b - a)
  return officers.filter(({ depth }) => depth === depths[level])
}
