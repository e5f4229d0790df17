import { expect, test } from 'vitest'

import { findDistrict, findFormerDistrict, judgeEnvelope } from './city.ts'
import { pingdingshan } from '../drawing/pingdingshan.ts'
import { metresBetween, metresToRing, ringContains, trace } from './ring.ts'

test('the city has its ten divisions of GB/T 2260 and two statistical zones, each code once', () => {
  const codes = (standing: string) =>
    pingdingshan.districts.filter((district) => district.standing === standing).map(({ adcode }) => adcode)
  expect(codes('gb-t-2260')).toEqual(
    '410402 410403 410404 410411 410421 410422 410423 410425 410481 410482'.split(' '),
  )
  expect(codes('statistical')).toEqual(['410471', '410472'])
})

test('a code whose name alone changed is found now and then; a code that left is found only then', () => {
  expect(findDistrict(pingdingshan, '410411')?.name.zh).toBe('湛河区')
  expect(findFormerDistrict(pingdingshan, '410411')?.name.zh).toBe('郊区')
  expect(findDistrict(pingdingshan, '410426')).toBeUndefined()
  expect(findFormerDistrict(pingdingshan, '410426')?.successor).toBe('411025')
})

test.each(pingdingshan.districts)(
  'the seat of $name.zh lies in its own drawn area and in no other',
  (district) => {
    const holders = pingdingshan.districts.filter(({ area }) => ringContains(area, ...district.centre))
    expect(holders.map(({ adcode }) => adcode)).toEqual([district.adcode])
  },
)

test('the envelope holds every drawn area', () => {
  for (const { area } of pingdingshan.districts) {
    for (const corner of area) expect(judgeEnvelope(pingdingshan, ...corner)).not.toBe('outside')
  }
})

test('the envelope tells inside, edge and outside apart, and refuses a swapped pair', () => {
  expect(judgeEnvelope(pingdingshan, 113.3, 33.74)).toBe('inside')
  expect(judgeEnvelope(pingdingshan, 112.22, 33.78)).toBe('near-edge')
  expect(judgeEnvelope(pingdingshan, 112.18, 33.78)).toBe('near-edge')
  expect(judgeEnvelope(pingdingshan, 112.1, 33.78)).toBe('outside')
  expect(judgeEnvelope(pingdingshan, 113.63, 34.75)).toBe('outside')
  expect(judgeEnvelope(pingdingshan, 33.74, 113.3)).toBe('outside')
})

test('distances on the plane agree with the length of a degree', () => {
  expect(metresBetween([113, 33], [113, 34])).toBeCloseTo(111_195, 0)
  expect(metresBetween([113, 60], [114, 60])).toBeCloseTo(111_195 / 2, 0)
  const square = trace('113,33 114,33 114,34 113,34')
  expect(metresToRing(square, 113.5, 33.01)).toBeCloseTo(1111.95, 1)
  expect(metresToRing(square, 113.5, 32.99)).toBeCloseTo(1111.95, 1)
})

test('a slip of the pen in a drawing is found when it is read', () => {
  expect(() => trace('113,33 113.1')).toThrow('113.1')
})
