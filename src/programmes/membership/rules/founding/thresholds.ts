import type { ArticleId } from './articles.ts'

/** A number that a law names, from which day, by which article. Another city adds rows; none is overwritten. */
type Threshold = { readonly value: number; readonly from: string; readonly article: ArticleId }

/** Every number of the founding rules, as dated data: the latest row in force on a day holds. */
const rows = {
  /** Members (会员), not workers, from which a committee of its own is a duty. */
  ownCommitteeMembers: [{ value: 25, from: '2001-10-27', article: 'law-11' }],
  womenCommitteeMembers: [{ value: 10, from: '2005-01-01', article: 'henan-9' }],
  fullTimeChairWorkers: [{ value: 200, from: '2001-10-27', article: 'law-14' }],
  foundWithinYears: [{ value: 1, from: '2005-01-01', article: 'henan-6' }],
  vacantChairMonths: [{ value: 3, from: '2005-01-01', article: 'henan-14' }],
  preparersMin: [{ value: 3, from: '2000-01-01', article: 'practice' }],
  preparersMax: [{ value: 5, from: '2000-01-01', article: 'practice' }],
} satisfies Record<string, readonly Threshold[]>

export type ThresholdId = keyof typeof rows

/** The number in force on a day; throws for a day before the first. */
export function threshold(id: ThresholdId, day: string): Threshold {
  const found = (rows[id] as readonly Threshold[]).findLast(({ from }) => from <= day)
  if (found === undefined) throw new RangeError(`no ${id} on ${day}`)
  return found
}
