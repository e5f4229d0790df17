import type { Criterion, Need, Take } from '#programmes/stations/rules/standard/standard-schema.ts'

const YEAR_DAYS = 365

/** A take of another kind, with what is usual. */
export function newTake(kind: Take['kind']): Take {
  switch (kind) {
    case 'photo':
      return { kind, of: 'inside', maxAgeDays: YEAR_DAYS }
    case 'document':
      return { kind, of: 'rules', maxAgeDays: 2 * YEAR_DAYS }
    case 'answer':
      return {
        kind,
        question: 'new-question',
        words: { zh: '新问题', en: 'New question' },
        expects: 'yes',
        maxAgeDays: YEAR_DAYS,
      }
    case 'keeper':
      return { kind, maxAgeDays: 90 }
    case 'place':
      return { kind }
    case 'facilities':
      return { kind, of: ['water'], atLeast: 1 }
  }
}

export const newNeed = (): Need => ({ anyOf: [newTake('photo')] })

/** With an id that none of the others has. */
export function newCriterion(others: readonly Criterion[]): Criterion {
  const taken = new Set(others.map(({ id }) => id))
  let no = others.length + 1
  while (taken.has(`criterion-${no}`)) no++
  return {
    id: `criterion-${no}`,
    title: { zh: '新的一项', en: 'New criterion' },
    words: { zh: '写明要求', en: 'Say what is asked' },
    needs: [newNeed()],
  }
}
