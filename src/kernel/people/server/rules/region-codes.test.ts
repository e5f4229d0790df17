import { expect, test } from 'vitest'
import { regionCodes } from './region-codes.ts'

const countiesOf = (province: string, prefecture: string) =>
  regionCodes[province]
    ?.split(' ')
    .find((word) => word.startsWith(`${prefecture}:`))
    ?.slice(3)
    .match(/../g)

test('the table has the 34 divisions of the first level, and the code of the residence permits for Taiwan', () => {
  expect(Object.keys(regionCodes)).toHaveLength(35)
  expect(regionCodes).not.toHaveProperty('19')
  expect(regionCodes).toHaveProperty('83')
})

test('every word is a prefecture and its counties, in order and once', () => {
  for (const word of Object.values(regionCodes).flatMap((line) => line.split(' '))) {
    expect(word).toMatch(/^\d{2}:(\d{2})+$/)
    const counties = word.slice(3).match(/../g)!
    expect(counties).toEqual([...new Set(counties)].sort())
  }
})

test('Pingdingshan has its districts of today, its zones, and those that left it; not the demo region', () => {
  const today = ['02', '03', '04', '11', '21', '22', '23', '25', '81', '82']
  expect(countiesOf('41', '04')).toEqual(expect.arrayContaining([...today, '71', '72', '26']))
  expect(countiesOf('41', '04')).not.toContain('99')
})
