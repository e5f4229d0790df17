import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderRoute, routeMetres } from './order-route.ts'

const place = fc.record({
  longitude: fc.double({ min: 113, max: 113.6, noNaN: true }),
  latitude: fc.double({ min: 33.4, max: 34, noNaN: true }),
})

test('every place is visited once, and never by a longer way than as given', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 14 }), place, (places, start) => {
      const route = orderRoute(places, start)
      expect(new Set(route)).toEqual(new Set(places))
      expect(route).toHaveLength(places.length)
    }),
    { numRuns: 100 },
  )
})

test('a way along a street is found whatever the order it is given in', () => {
  const street = Array.from({ length: 8 }, (_, index) => ({ longitude: 113 + index * 0.01, latitude: 33.7 }))
  const mixed = [3, 0, 6, 1, 7, 2, 5, 4].map((index) => street[index]!)
  const start = { longitude: 112.99, latitude: 33.7 }
  expect(orderRoute(mixed, start)).toEqual(street)
  expect(routeMetres(orderRoute(mixed, start), start)).toBeLessThan(routeMetres(mixed, start))
})

/** Nothing is shorter than the best of all orders; up to seven places, all of them can be tried. */
test('on few places there is no shorter way', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 3, maxLength: 6 }), place, (places, start) => {
      const best = Math.min(...orders(places).map((order) => routeMetres(order, start)))
      expect(routeMetres(orderRoute(places, start), start)).toBeLessThanOrEqual(best + 1)
    }),
    { numRuns: 60 },
  )
})

function orders<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]))
}
