import type { InputOf } from '#platform/contract.ts'
import type { stations } from '../../../contract.ts'
import { facilityId, stationLevel, stationState } from '../../../shapes.ts'
import type { FacilityName, StationLevel, StationState } from '../types.ts'

export const SORTS = ['code', 'name', 'adcode', 'openReports', 'checkIns30Days', 'updatedAt'] as const
export const PAGE_SIZES = [20, 50, 100, 200]

/** What the table of stations is asked, as it stands in the address. */
export type StationsSearch = {
  readonly search: string
  readonly adcode?: string
  readonly state?: StationState
  readonly level?: StationLevel
  readonly facility?: FacilityName
  readonly withOpenReports: boolean
  readonly sort: (typeof SORTS)[number]
  readonly descending: boolean
  readonly page: number
  readonly pageSize: number
}

export const wholeList: StationsSearch = {
  search: '',
  withOpenReports: false,
  sort: 'code',
  descending: false,
  page: 1,
  pageSize: 50,
}

/** Reads an address. Whatever is not understood counts as not said: an old or mistyped link still opens the list. */
export function readStationsSearch(given: URLSearchParams): StationsSearch {
  const adcode = given.get('adcode') ?? ''
  const state = stationState.safeParse(given.get('state')).data
  const level = stationLevel.safeParse(given.get('level')).data
  const facility = facilityId.safeParse(given.get('facility')).data as FacilityName | undefined
  const page = Number(given.get('page'))
  const pageSize = Number(given.get('pageSize'))
  return {
    search: (given.get('search') ?? '').slice(0, 60),
    ...(/^\d{6}$/.test(adcode) && { adcode }),
    ...(state && { state }),
    ...(level && { level }),
    ...(facility && { facility }),
    withOpenReports: given.get('withOpenReports') === 'true',
    sort: SORTS.find((sort) => sort === given.get('sort')) ?? wholeList.sort,
    descending: given.get('descending') === 'true',
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
    pageSize: PAGE_SIZES.includes(pageSize) ? pageSize : wholeList.pageSize,
  }
}

/** Only what differs from the whole list, so that addresses stay short. */
export function writeStationsSearch(search: StationsSearch): URLSearchParams {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== wholeList[name as keyof StationsSearch]) written.set(name, String(value))
  }
  return written
}

/** The same as the server is asked it. */
export function askedOf({
  search,
  withOpenReports,
  ...rest
}: StationsSearch): InputOf<typeof stations.listStations> {
  const words = search.trim()
  return { ...rest, ...(words !== '' && { search: words }), ...(withOpenReports && { withOpenReports }) }
}

export const isFiltered = (search: StationsSearch): boolean =>
  search.search.trim() !== '' ||
  search.withOpenReports ||
  [search.adcode, search.state, search.level, search.facility].some((value) => value !== undefined)

/** Without any filter, as it was sorted. */
export const unfiltered = ({ sort, descending, pageSize }: StationsSearch): StationsSearch => ({
  ...wholeList,
  sort,
  descending,
  pageSize,
})
