import { describe, expect, it } from 'vitest'
import {
  askedOfReports,
  readReportsSearch,
  writeReportsSearch,
  type ReportsSearch,
} from './reports-search.ts'

const again = (search: ReportsSearch) =>
  readReportsSearch(new URLSearchParams(writeReportsSearch(search).toString()))

describe('the address of the reports list', () => {
  it('says again what was written into it', () => {
    const searches: ReportsSearch[] = [
      { search: '', page: 1 },
      { search: '湛河 & 100%', page: 4, state: 'reopened', kind: 'no-water', late: false, report: 'a-b' },
      { search: '', page: 1, late: true },
    ]
    for (const search of searches) expect(again(search)).toEqual(search)
  })

  it('takes what it does not understand as not said', () => {
    expect(readReportsSearch(new URLSearchParams('state=lost&kind=&late=perhaps&page=0'))).toEqual({
      search: '',
      page: 1,
    })
  })

  it('never asks the server about the report that stands open', () => {
    expect(askedOfReports({ search: ' ', page: 1, report: 'x' })).toEqual({ page: 1, pageSize: 50 })
  })
})
