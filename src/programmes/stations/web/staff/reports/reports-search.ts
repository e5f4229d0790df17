import type { InputOf } from '#platform/contract.ts'
import type { stations } from '../../../contract.ts'
import { reportKind, reportState } from '../../../shapes.ts'
import type { ReportRow } from '../types.ts'

export type ReportsSearch = {
  readonly search: string
  readonly state?: ReportRow['state']
  readonly kind?: ReportRow['kind']
  /** Undefined: whether late or not. */
  readonly late?: boolean
  readonly page: number
  /** The report that stands open beside the list. */
  readonly report?: string
}

export const REPORTS_A_PAGE = 50

/** Reads an address; whatever is not understood counts as not said. */
export function readReportsSearch(given: URLSearchParams): ReportsSearch {
  const state = reportState.safeParse(given.get('state')).data
  const kind = reportKind.safeParse(given.get('kind')).data
  const late = given.get('late')
  const page = Number(given.get('page'))
  const report = given.get('report')
  return {
    search: (given.get('search') ?? '').slice(0, 60),
    ...(state && { state }),
    ...(kind && { kind }),
    ...((late === 'true' || late === 'false') && { late: late === 'true' }),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
    ...(report && { report }),
  }
}

export function writeReportsSearch({ search, page, ...rest }: ReportsSearch): URLSearchParams {
  const written = new URLSearchParams()
  if (search !== '') written.set('search', search)
  if (page !== 1) written.set('page', String(page))
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) written.set(name, String(value))
  return written
}

export function askedOfReports({
  search,
  report: _open,
  ...rest
}: ReportsSearch): InputOf<typeof stations.listReports> {
  const words = search.trim()
  return { ...rest, pageSize: REPORTS_A_PAGE, ...(words !== '' && { search: words }) }
}
