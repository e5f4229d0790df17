import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signInAddress } from '#ui/links/sign-in-address.ts'
import { returnToOf } from './return-to.ts'

const searchOf = (address: string) => address.slice('/sign-in'.length)

test('whoever signs in comes back to the page that sent them, parameters and all', () => {
  const words = fc.array(fc.webSegment(), { minLength: 1, maxLength: 4 })
  const queries = fc.option(fc.webQueryParameters(), { nil: undefined })
  fc.assert(
    fc.property(words, queries, (parts, query) => {
      const path = `/x${parts.join('/')}${query === undefined ? '' : `?${query}`}`
      expect(returnToOf(searchOf(signInAddress(path)))).toBe(path)
    }),
  )
})

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'stations',
  '/a b',
  '',
])('and to no other place: %j', (path) => {
  expect(returnToOf(searchOf(signInAddress(path)))).toBeUndefined()
})
