import { useQuery } from '@tanstack/react-query'
import { call } from '#platform/client/call.ts'
import type { Failure } from '#platform/failures.ts'
import { stations } from '#programmes/stations/contract.ts'
import type { ImportSummary } from '../types.ts'
import { listAllRows } from './all-rows.ts'

export type CommitPlan = {
  readonly before: number
  readonly created: number
  readonly changed: number
  readonly after: number
}

/** What writing would do, counted from the rows themselves, so that the sentence before is true. */
export function useCommitPlan(summary: ImportSummary, isAsked: boolean) {
  return useQuery<CommitPlan, Failure>({
    queryKey: ['stations.commit-plan', summary],
    enabled: isAsked,
    queryFn: async ({ signal }) => {
      const rows = await listAllRows(summary.importId, ['ready', 'confirmed'], signal)
      const { total } = await call(stations.listStations, { pageSize: 1 }, { signal })
      const created = rows.filter(({ changes }) => changes === null).length
      return { before: total, created, changed: rows.length - created, after: total + created }
    },
  })
}
