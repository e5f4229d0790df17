import type { SaidNumber, UnitKind } from '../numbers/said-number.ts'
import type { FigureDimension } from './known-figure.ts'

/** Kinds of measure words that may count what a figure counts. Without a unit nothing speaks against it. */
const ACCEPTED: Readonly<Record<FigureDimension, readonly UnitKind[]>> = {
  persons: ['persons'],
  turns: ['turns', 'occasions'],
  money: ['money'],
  places: ['things'],
  organisations: ['things'],
  documents: ['things'],
  awards: ['things', 'persons'],
  ratio: ['ratio'],
}

export const unitsAgree = ({ kind }: Pick<SaidNumber, 'kind'>, dimension: FigureDimension): boolean =>
  kind === 'none' || ACCEPTED[dimension].includes(kind)

/** Pairs that are taken for one another: a count of people for a count of their comings. */
export const areConfused = ({ kind }: Pick<SaidNumber, 'kind'>, dimension: FigureDimension): boolean =>
  (kind === 'persons' && dimension === 'turns') ||
  ((kind === 'turns' || kind === 'occasions') && dimension === 'persons')
