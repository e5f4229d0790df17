import type { Said, SaidDimension } from './said.ts'

/** A number as a claim says it, give or take `half`. */
export const said = (value: number, dimension: SaidDimension = 'places', half = 0, unit = '家'): Said => ({
  topic: { zh: '某数', en: 'Some number' },
  words: String(value),
  value,
  low: value - half,
  high: value + half,
  unit: { zh: unit, en: 'units' },
  dimension,
  since: null,
})
