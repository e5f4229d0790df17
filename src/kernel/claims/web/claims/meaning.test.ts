import { expect, test } from 'vitest'
import { kept, meaningOf, shown } from './meaning.ts'

test.each([
  ['近6万人', 'places', { value: 60_000, low: 54_000, high: 59_999, unitZh: '人', dimension: 'persons' }],
  ['45万元', 'money', { value: 450_000, low: 445_000, high: 455_000, unitZh: '元', dimension: 'money' }],
  ['1分钱', 'money', { value: 0.01, low: 0.01, high: 0.01, unitZh: '分钱', dimension: 'money' }],
  ['98%', 'places', { value: 98, low: 97.5, high: 98.5, unitZh: '%', dimension: 'ratio' }],
  ['上千名', 'persons', { value: 1000, low: 1000, high: null, unitZh: '名', dimension: 'persons' }],
  ['400家', 'organisations', { value: 400, dimension: 'organisations' }],
] as const)('%s is read as it is meant, and kept as it was shown', (words, before, meaning) => {
  const read = meaningOf(words, before)!
  expect(read).toMatchObject(meaning)
  const back = shown({ ...read, low: 0, ...kept(read), unit: { zh: read.unitZh } })
  expect(back).toEqual(read)
})

test('what holds no single number is left to whoever records it', () => {
  expect(meaningOf('301家、23家', 'places')).toBeUndefined()
  expect(meaningOf('', 'places')).toBeUndefined()
})
