import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facilities } from '../../../rules/facilities.ts'
import { stationLevel, stationState } from '../../../shapes.ts'
import {
  askedOf,
  isFiltered,
  PAGE_SIZES,
  readStationsSearch,
  SORTS,
  unfiltered,
  wholeList,
  writeStationsSearch,
  type StationsSearch,
} from './stations-search.ts'

const searches: fc.Arbitrary<StationsSearch> = fc.record(
  {
    search: fc.string({ maxLength: 60, unit: 'grapheme-composite' }).filter((text) => text.length <= 60),
    adcode: fc.stringMatching(/^\d{6}$/),
    state: fc.constantFrom(...stationState.options),
    level: fc.constantFrom(...stationLevel.options),
    facility: fc.constantFrom(...facilities.map(({ id }) => id)),
    withOpenReports: fc.boolean(),
    sort: fc.constantFrom(...SORTS),
    descending: fc.boolean(),
    page: fc.integer({ min: 1, max: 10_000 }),
    pageSize: fc.constantFrom(...PAGE_SIZES),
  },
  { requiredKeys: ['search', 'withOpenReports', 'sort', 'descending', 'page', 'pageSize'] },
)

describe('the address of the stations table', () => {
  it('says again what was written into it, whatever that was', () => {
    fc.assert(
      fc.property(searches, (search) => {
        const address = writeStationsSearch(search).toString()
        expect(readStationsSearch(new URLSearchParams(address))).toEqual(search)
      }),
    )
  })

  it('is empty for the whole list', () => expect(writeStationsSearch(wholeList).toString()).toBe(''))

  it('opens the list where it cannot be understood', () => {
    const odd = 'state=gone&level=best&facility=sauna&adcode=41&page=-3&pageSize=7&sort=mood&descending=1'
    expect(readStationsSearch(new URLSearchParams(odd))).toEqual(wholeList)
  })

  it('asks the server only for what was said', () => {
    expect(askedOf({ ...wholeList, search: '  ' })).not.toHaveProperty('search')
    expect(askedOf(wholeList)).not.toHaveProperty('withOpenReports')
    expect(askedOf({ ...wholeList, withOpenReports: true })).toMatchObject({ withOpenReports: true })
  })

  it('knows whether anything narrows it, and how to lift that and keep the order', () => {
    const narrowed: StationsSearch = {
      ...wholeList,
      state: 'closed',
      sort: 'name',
      descending: true,
      page: 3,
    }
    expect(isFiltered(narrowed)).toBe(true)
    expect(isFiltered(unfiltered(narrowed))).toBe(false)
    expect(unfiltered(narrowed)).toMatchObject({ sort: 'name', descending: true, page: 1 })
  })
})
