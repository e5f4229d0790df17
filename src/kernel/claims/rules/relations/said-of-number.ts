import { dimensionsOf } from '../numbers/dimensions.ts'
import type { SaidNumber } from '../numbers/said-number.ts'
import type { Said, SaidDimension } from './said.ts'

/**
 * A number that was read in a text, as relations take it. Where it has no value of its own (十几, 若干) its lower end stands for
 * it; of what it counts the likeliest kind, unless whoever calls knows better.
 */
export function saidOfNumber(
  { words, value, low, high, unit, kind }: SaidNumber,
  over: Partial<Pick<Said, 'topic'>> & { readonly dimension?: SaidDimension } = {},
): Said {
  return {
    topic: over.topic ?? { zh: '', en: '' },
    words,
    value: value ?? low,
    low,
    high,
    unit: { zh: unit, en: unit },
    dimension: over.dimension ?? dimensionsOf({ kind })[0] ?? 'things',
    since: null,
  }
}
