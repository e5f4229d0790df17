import fc from 'fast-check'
import { expect, test } from 'vitest'

import { distanceMetres } from './coordinates.ts'
import { findNearPairs, findSameNames } from './duplicate-stations.ts'

const place = fc.record({
  longitude: fc.double({ min: 113.3, max: 113.304, noNaN: true }),
  latitude: fc.double({ min: 33.74, max: 33.744, noNaN: true }),
})

test('finds exactly the pairs that comparing everything with everything finds', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 15 }), fc.integer({ min: 10, max: 120 }), (places, radius) => {
      const all = places.flatMap((first, index) =>
        places
          .slice(index + 1)
          .filter((second) => distanceMetres(first, second) <= radius)
          .map((second) => [first, second]),
      )
      const found = findNearPairs(places, radius)
      expect(found).toHaveLength(all.length)
      for (const pair of found) expect(all).toContainEqual([pair.first, pair.second])
    }),
  )
})

test('20,000 places, and many at one spot, take no time worth naming', () => {
  const spread = Array.from({ length: 20_000 }, (_, index) => ({
    longitude: 113 + (index % 141) / 100,
    latitude: 33 + Math.floor(index / 141) / 100,
  }))
  const heap = Array.from({ length: 2000 }, () => ({ longitude: 112, latitude: 33 }))
  const started = performance.now()
  expect(findNearPairs(spread)).toEqual([])
  expect(findNearPairs(heap).length).toBeLessThanOrEqual(2000 * 20)
  expect(performance.now() - started).toBeLessThan(2000)
})

test('the same name counts within a district only, through width and spaces', () => {
  const stations = [
    { name: '新华驿站（东）', adcode: '410402' },
    { name: '新华 驿站(东)', adcode: '410402' },
    { name: '新华驿站（东）', adcode: '410403' },
  ]
  expect(findSameNames(stations)).toEqual([stations.slice(0, 2)])
})
