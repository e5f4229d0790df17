import { dimensionsOf } from '../numbers/dimensions.ts'
import type { SaidNumber } from '../numbers/said-number.ts'
import type { FigureDimension } from './known-figure.ts'

/** Whether what a number is told in may count what a figure counts. */
export const unitsAgree = (number: Pick<SaidNumber, 'kind'>, dimension: FigureDimension): boolean =>
  dimensionsOf(number).includes(dimension)

/** Pairs that are taken for one another: a count of people for a count of their comings. */
export const areConfused = ({ kind }: Pick<SaidNumber, 'kind'>, dimension: FigureDimension): boolean =>
  (kind === 'persons' && dimension === 'turns') ||
  ((kind === 'turns' || kind === 'occasions') && dimension === 'persons')
