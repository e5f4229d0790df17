import { expect, test } from 'vitest'
import {
  askedOfCertificates,
  readCertificatesSearch,
  writeCertificatesSearch,
} from './certificates-search.ts'

const read = (text: string) => readCertificatesSearch(new URLSearchParams(text))

test.each([
  '',
  'state=incomplete&criterion=sign',
  'search=%E5%85%AC%E5%9B%AD&page=3',
  'state=soon&adcode=410402',
])('the address %j comes back as it was', (text) =>
  expect(new URLSearchParams(writeCertificatesSearch(read(text)).toString())).toEqual(
    writeCertificatesSearch(read(text)),
  ),
)

test('what is not understood is not asked', () => {
  expect(read('state=gone&adcode=x&page=-1')).toEqual({ search: '', page: 1 })
})

test('what lapses soon is asked by days, soonest first', () => {
  expect(askedOfCertificates(read('state=soon'))).toEqual({
    lapsingWithinDays: 30,
    sort: 'lapsesOn',
    page: 1,
    pageSize: 50,
  })
})
