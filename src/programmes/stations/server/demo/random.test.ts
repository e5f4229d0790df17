import { expect, test } from 'vitest'

import { createRandom, indexAbove, poisson } from './random.ts'

const draws = (seed: number, purpose: string) => {
  const random = createRandom(seed, purpose)
  return Array.from({ length: 20_000 }, () => random.unit())
}

const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length

test('a stream repeats for its seed and purpose, and is another one for another', () => {
  expect(draws(1, 'a')).toEqual(draws(1, 'a'))
  expect(draws(1, 'a')[0]).not.toBe(draws(2, 'a')[0])
  expect(draws(1, 'a')[0]).not.toBe(draws(1, 'b')[0])
})

test('draws are even, normal ones have deviation one, and a Poisson mean is its mean', () => {
  expect(mean(draws(7, 'even'))).toBeCloseTo(0.5, 1)
  const random = createRandom(7, 'shapes')
  const normal = Array.from({ length: 20_000 }, () => random.normal())
  expect(mean(normal)).toBeCloseTo(0, 1)
  expect(mean(normal.map((each) => each ** 2))).toBeCloseTo(1, 1)
  expect(mean(Array.from({ length: 20_000 }, () => poisson(random, 1.3)))).toBeCloseTo(1.3, 1)
})

test('weights decide how often an item is drawn', () => {
  const random = createRandom(3, 'weights')
  const hits = Array.from({ length: 10_000 }, () =>
    random.weighted(['rare', 'often'], (it) => (it === 'rare' ? 1 : 9)),
  )
  expect(hits.filter((hit) => hit === 'rare').length / hits.length).toBeCloseTo(0.1, 1)
  expect(random.weighted([1, 2], (it) => it - 1)).toBe(2)
})

test('a shuffle keeps everything, and an empty list is an error, not a hole', () => {
  const random = createRandom(3, 'order')
  const list = Array.from({ length: 50 }, (_, index) => index)
  const shuffled = random.shuffled(list)
  expect(shuffled).not.toEqual(list)
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(list)
  expect(() => random.pick([])).toThrow('empty')
})

test('a draw falls on the first running total above it', () => {
  expect([0, 0.9, 1, 2.9, 3, 9].map((target) => indexAbove([1, 3, 6], target))).toEqual([0, 0, 1, 1, 2, 2])
})
