import type { CellValue } from './table-types.ts'

// Chinese text sorts by pinyin, and 10号 comes after 9号.
const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Ascending; what is not known stands before everything that is. */
export function compareValues(a: CellValue, b: CellValue): number {
  const isUnknownA = a === null || a === undefined
  const isUnknownB = b === null || b === undefined
  if (isUnknownA || isUnknownB) return Number(isUnknownB) - Number(isUnknownA)
  if (typeof a === 'string' || typeof b === 'string') return collator.compare(String(a), String(b))
  return Number(a) - Number(b)
}
