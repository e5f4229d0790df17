import { expect, test } from 'vitest'
import { kindsBelow, mayStandBelow } from '../../kinds.ts'
import { childPath, pathLabel } from './tree.ts'

test('a label has no hyphen and a child hangs on its parent', () => {
  const id = '01937f2a-0000-7000-8000-000000000001'
  expect(pathLabel(id)).toBe('01937f2a000070008000000000000001')
  expect(childPath('root', id)).toBe('root.01937f2a000070008000000000000001')
})

test('local federations stand below the city only, groups below a union only', () => {
  expect(mayStandBelow('county-federation', 'city-federation')).toBe(true)
  expect(mayStandBelow('county-federation', 'county-federation')).toBe(false)
  expect(mayStandBelow('union-group', 'county-federation')).toBe(false)
  expect(kindsBelow('union-group')).toEqual([])
  expect(kindsBelow('grassroots-union')).toEqual(['grassroots-union', 'union-group', 'host-unit'])
})
