import { useQuery } from '@tanstack/react-query'
import { call } from '#platform/client/call.ts'
import type { Failure } from '#platform/failures.ts'
import { stations } from '../../contract.ts'
import { keepPresence, presenceOfPlate, type Presence } from './device/presence.ts'

/**
 * Scans the plate once when its page opens. Opening the address is the scan, so that it runs like a question: once
 * for an address however often the page is drawn, and not again after a reload while its answer is kept.
 */
export function usePlate(secret: string) {
  const kept = presenceOfPlate(secret)
  const scan = useQuery<Presence, Failure>({
    queryKey: ['plate', secret],
    queryFn: async () => {
      const presence = { secret, ...(await call(stations.scanPlate, { secret })) }
      keepPresence(presence)
      return presence
    },
    enabled: kept === undefined,
    staleTime: Infinity,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
    retry: false,
  })
  return { presence: kept ?? scan.data, error: scan.error, retry: () => void scan.refetch() }
}
