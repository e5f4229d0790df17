import { expect, test } from 'vitest'
import { faultsOf } from './standard-faults.ts'
import type { Need, Standard } from './standard-schema.ts'

const words = { zh: '有标识', en: 'a sign' }
const standard = (...needs: Need[]): Standard => ({
  title: words,
  source: words,
  lapsingWithinDays: 30,
  criteria: needs.map((need, index) => ({ id: `c${index}`, title: words, words, needs: [need] })),
})
const photo = (maxAgeDays: number): Need => ({ anyOf: [{ kind: 'photo', of: 'sign', maxAgeDays }] })
const asked = (expects: 'yes' | 'no', said = words): Need => ({
  anyOf: [{ kind: 'answer', question: 'clean', words: said, expects, maxAgeDays: 180 }],
})

test('a sound standard has no fault', () => {
  expect(faultsOf(standard(photo(365), asked('yes'), asked('yes'), { anyOf: [{ kind: 'place' }] }))).toEqual(
    [],
  )
})

test.each([
  [
    'a criterion twice',
    { ...standard(photo(365)), criteria: [0, 1].map(() => standard(photo(365)).criteria[0]!) },
    '用了两次',
  ],
  ['one question that must be yes and no', standard(asked('yes'), asked('no')), '在另一处要求答“否”'],
  [
    'one question in two wordings',
    standard(asked('yes'), asked('yes', { zh: '干净', en: 'clean' })),
    '两种问法',
  ],
  [
    'more facilities than it names',
    standard({ anyOf: [{ kind: 'facilities', of: ['water'], atLeast: 2 }] }),
    '没有驿站能做到',
  ],
  ['evidence that lapses as soon as it is there', standard(photo(30)), '永远处于“即将到期”'],
  [
    'the same evidence with two ages',
    standard({ anyOf: [...photo(365).anyOf, ...photo(180).anyOf] }),
    '期限互相矛盾',
  ],
])('a standard with %s is named as such', (_name, faulty, said) => {
  const faults = faultsOf(faulty)
  expect(faults.map(({ reason }) => reason.zh).join()).toContain(said)
  expect(faults.every(({ field }) => field.startsWith('criteria.'))).toBe(true)
})
