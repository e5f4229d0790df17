import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { isInsideRing, judgeAgainstEnvelope, type CityEnvelope } from './city-envelope.ts'
import { distanceMetres, locate, type Degrees } from './coordinates.ts'
import { readCoordinatePair, readCoordinates, readDatum } from './read-coordinates.ts'

const place = (longitude: number, latitude: number): Degrees => ({ longitude, latitude })

describe('coordinates in one field', () => {
  test.each([
    ['113.30,33.74', 113.3, 33.74],
    ['113.30，33.74', 113.3, 33.74],
    ['113.30 33.74', 113.3, 33.74],
    ['（113.30、33.74）', 113.3, 33.74],
    ['１１３.３０,３３.７４', 113.3, 33.74],
    ['33.74,113.30', 113.3, 33.74],
    ['E113°18′ N33°44′', 113.3, 33.73333],
    ['N33°44′ E113°18′', 113.3, 33.73333],
    ['113°18′30″E，33°44′15″N', 113.30833, 33.7375],
    [`113°18'30"E 33°44'15"N`, 113.30833, 33.7375],
    ['113.30E 33.74N', 113.3, 33.74],
    ['113.30 E 33.74 N', 113.3, 33.74],
    ['北纬33度44分 东经113度18分', 113.3, 33.73333],
    ['经度：113.30；纬度：33.74', 113.3, 33.74],
  ])('%s', (written, longitude, latitude) => {
    const verdict = readCoordinates(written)
    expect(verdict.ok && verdict.degrees.longitude).toBeCloseTo(longitude, 4)
    expect(verdict.ok && verdict.degrees.latitude).toBeCloseTo(latitude, 4)
  })

  test.each([
    ['', 'empty'],
    ['建设路1号', 'unreadable'],
    ['113.30', 'unreadable'],
    ['113.3,33.7,5', 'unreadable'],
    ['113°75′ 33°44′', 'unreadable'],
    ['E113.3 E33.7', 'unreadable'],
    ['0,0', 'outside-china'],
    ['E33.74 N113.30', 'swapped'],
  ])('%j is refused: %s', (written, code) => {
    expect(readCoordinates(written)).toMatchObject({ ok: false, code })
  })

  test('few decimals and an assumed order are remarked on', () => {
    const remarks = (written: string) => {
      const verdict = readCoordinates(written)
      return verdict.ok ? verdict.remarks.length : undefined
    }
    expect(remarks('113.3001,33.7401')).toBe(0)
    expect(remarks('113.3,33.7')).toBe(1)
    expect(remarks('33.7401,113.3001')).toBe(1)
  })
})

describe('coordinates in two columns', () => {
  test('swapped ones are refused with a fix that is then read', () => {
    const verdict = readCoordinatePair('33.7412', '113.3045')
    expect(verdict).toMatchObject({ ok: false, code: 'swapped', fix: { value: '113.3045,33.7412' } })
    if (verdict.ok || verdict.fix === undefined) throw new Error('no fix')
    expect(readCoordinates(verdict.fix.value)).toMatchObject({ ok: true, degrees: place(113.3045, 33.7412) })
  })

  test('one empty column is unreadable, two are empty', () => {
    expect(readCoordinatePair('113.3', '')).toMatchObject({ code: 'unreadable' })
    expect(readCoordinatePair(' ', '')).toMatchObject({ code: 'empty' })
  })
})

test.each([
  ['WGS84', 'WGS-84'],
  ['ｗｇｓ－８４', 'WGS-84'],
  ['GPS', 'WGS-84'],
  ['gcj02', 'GCJ-02'],
  ['高德坐标系', 'GCJ-02'],
  ['火星坐标系', 'GCJ-02'],
  ['BD-09', undefined],
  ['百度坐标', undefined],
])('the datum %s is %s', (written, datum) => {
  expect(readDatum(written)).toBe(datum)
})

describe('locate', () => {
  test('GCJ-02 stays as it is', () => {
    expect(locate(place(113.3, 33.74), 'GCJ-02', 'x')).toEqual({
      ...place(113.3, 33.74),
      received: { ...place(113.3, 33.74), datum: 'GCJ-02', text: 'x' },
    })
  })

  test('WGS-84 moves by some hundred metres, and what was received is kept', () => {
    const located = locate(place(113.3, 33.74), 'WGS-84', 'x')
    expect(distanceMetres(located, located.received)).toBeGreaterThan(300)
    expect(distanceMetres(located, located.received)).toBeLessThan(800)
    expect(located.received).toEqual({ ...place(113.3, 33.74), datum: 'WGS-84', text: 'x' })
  })
})

describe('distance', () => {
  test('a degree of latitude is 111 km, of longitude less by the cosine', () => {
    expect(distanceMetres(place(113, 33), place(113, 34))).toBeCloseTo(111_195, -1)
    expect(distanceMetres(place(113, 60), place(114, 60))).toBeCloseTo(55_597, -2)
  })

  test('is the same both ways, and never longer by a stop', () => {
    const anywhere = fc.record({
      longitude: fc.double({ min: 73, max: 136, noNaN: true }),
      latitude: fc.double({ min: 3, max: 54, noNaN: true }),
    })
    fc.assert(
      fc.property(anywhere, anywhere, anywhere, (a, b, stop) => {
        expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 6)
        expect(distanceMetres(a, b)).toBeLessThanOrEqual(
          distanceMetres(a, stop) + distanceMetres(stop, b) + 1e-6,
        )
      }),
    )
  })
})

describe('the city envelope', () => {
  /** An L, so that a box around it would be wrong. */
  const ring = [
    place(113, 33),
    place(114, 33),
    place(114, 33.5),
    place(113.5, 33.5),
    place(113.5, 34),
    place(113, 34),
  ]
  const envelope: CityEnvelope = { ring, edgeMarginMetres: 1000 }

  test.each([
    [place(113.25, 33.25), 'inside'],
    [place(113.75, 33.75), 'outside'],
    [place(113.005, 33.25), 'near-edge'],
    [place(112.995, 33.25), 'near-edge'],
    [place(113.98, 33.25), 'inside'],
    [place(112.9, 33.25), 'outside'],
  ])('%o is %s', (point, kind) => {
    expect(judgeAgainstEnvelope(envelope, point).kind).toBe(kind)
  })

  test('says how far outside', () => {
    const { edgeDistanceMetres } = judgeAgainstEnvelope(envelope, place(112.9, 33.25))
    expect(edgeDistanceMetres).toBeCloseTo(distanceMetres(place(112.9, 33.25), place(113, 33.25)), -1)
  })

  test('whichever corner it begins with and whichever way it runs', () => {
    const point = fc.record({
      longitude: fc.double({ min: 112.9, max: 114.1, noNaN: true }),
      latitude: fc.double({ min: 32.9, max: 34.1, noNaN: true }),
    })
    fc.assert(
      fc.property(point, fc.nat({ max: 5 }), (it, first) => {
        const turned = [...ring.slice(first), ...ring.slice(0, first)]
        expect(isInsideRing(turned, it)).toBe(isInsideRing(ring, it))
        expect(isInsideRing(turned.toReversed(), it)).toBe(isInsideRing(ring, it))
      }),
    )
  })
})
