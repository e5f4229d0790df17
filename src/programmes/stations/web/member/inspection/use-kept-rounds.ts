import { useQuery } from '@tanstack/react-query'
import { call } from '#platform/client/call.ts'
import { Failure } from '#platform/failures.ts'
import { stations } from '../../../contract.ts'
import { keep, readKept } from '../device/kept.ts'
import type { Round, RoundRow } from '../types.ts'

/** An answer of the server where there is one; otherwise what this phone has kept of it. */
export type KeptAnswer<T> = {
  readonly data: T | undefined
  readonly isFromPhone: boolean
  readonly error: Failure | null
  /** Stays the same function. */
  readonly refetch: () => unknown
}

type Found<T> = { readonly data: T; readonly isFromPhone: boolean }

function useKeptAnswer<T>(name: string, ask: () => Promise<T>): KeptAnswer<T> {
  const { data, error, refetch } = useQuery<Found<T>, Failure>({
    // Asked anew after every command of this module, as its other answers are.
    queryKey: ['stations.kept', name],
    queryFn: () => askOrRead(name, ask),
    retry: false,
  })
  return {
    data: data?.data,
    isFromPhone: data?.isFromPhone ?? false,
    error,
    refetch,
  }
}

async function askOrRead<T>(name: string, ask: () => Promise<T>): Promise<Found<T>> {
  try {
    const data = await ask()
    await keep(name, data)
    return { data, isFromPhone: false }
  } catch (error) {
    const isOffline = error instanceof Failure && error.code === 'offline'
    const kept = isOffline ? await readKept<T>(name) : undefined
    if (kept === undefined) throw error
    return { data: kept, isFromPhone: true }
  }
}

const askRounds = async (): Promise<readonly RoundRow[]> => {
  const { rows } = await call(stations.listRounds, { mine: true, pageSize: 20 })
  // Today's and coming routes go onto the phone with their checklists, before anybody is in a cellar.
  for (const { id, done, stops } of rows.filter((row) => row.done < row.stops).slice(0, KEPT_ROUNDS))
    if (done < stops) await keep(`round ${id}`, await call(stations.getRound, { id }))
  return rows
}

const KEPT_ROUNDS = 3

export const useKeptRounds = () => useKeptAnswer('rounds', askRounds)

export function useKeptRound(id: string): KeptAnswer<Round> {
  return useKeptAnswer(`round ${id}`, () => call(stations.getRound, { id }))
}
