import type { InputOf } from '#platform/contract.ts'
import type { stations } from '../../../contract.ts'
import { certificateStateWords } from '../../../rules/certificate/words.ts'
import type { CertificateState } from '../types.ts'

/** What the list of certificates is asked, as it stands in the address. `soon`: what lapses in thirty days. */
export type CertificatesSearch = {
  readonly search: string
  readonly state?: CertificateState | 'soon'
  readonly criterion?: string
  readonly adcode?: string
  readonly page: number
}

export const CERTIFICATES_A_PAGE = 50
const SOON_DAYS = 30

export const states = Object.keys(certificateStateWords) as CertificateState[]

/** Reads an address; whatever is not understood counts as not said. */
export function readCertificatesSearch(given: URLSearchParams): CertificatesSearch {
  const state = [...states, 'soon' as const].find((one) => one === given.get('state'))
  const criterion = given.get('criterion')
  const adcode = given.get('adcode')
  const page = Number(given.get('page'))
  return {
    search: (given.get('search') ?? '').slice(0, 60),
    ...(state && { state }),
    ...(criterion && criterion.length <= 40 && { criterion }),
    ...(adcode && /^\d{6}$/.test(adcode) && { adcode }),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  }
}

export function writeCertificatesSearch({ search, page, ...rest }: CertificatesSearch): URLSearchParams {
  const written = new URLSearchParams()
  if (search !== '') written.set('search', search)
  if (page !== 1) written.set('page', String(page))
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) written.set(name, value)
  return written
}

/** The filter as the contract has it, for the list and for its export. */
export function filterOf({ search, state, page: _page, ...rest }: CertificatesSearch) {
  const words = search.trim()
  return {
    ...rest,
    ...(state === 'soon' ? { lapsingWithinDays: SOON_DAYS } : state !== undefined && { state }),
    ...(words !== '' && { search: words }),
  }
}

export const askedOfCertificates = (
  search: CertificatesSearch,
): InputOf<typeof stations.listCertificates> => ({
  ...filterOf(search),
  sort: search.state === 'soon' ? 'lapsesOn' : 'code',
  page: search.page,
  pageSize: CERTIFICATES_A_PAGE,
})
