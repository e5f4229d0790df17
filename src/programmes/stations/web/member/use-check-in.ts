import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '../../contract.ts'
import type { CheckIn } from './types.ts'
import type { Spot } from './use-spot.ts'

export type CheckInState = {
  readonly isPending: boolean
  readonly done: { readonly checkIn: CheckIn; readonly repeated: boolean } | undefined
  readonly error: { readonly code: string; readonly text: { zh: string; en: string } } | null
  readonly press: () => void
}

/** Checking in is about now, so it is never queued: without a network it says so and waits for another press. */
export function useCheckIn(spot: Spot): CheckInState {
  const command = useCommand(stations.checkIn)
  const [isGathering, setGathering] = useState(false)
  const press = async () => {
    setGathering(true)
    const proof = await spot.gather()
    setGathering(false)
    command.mutate({ code: spot.code, ...proof })
  }
  return {
    isPending: isGathering || command.isPending,
    done: command.data,
    error: command.error,
    press: () => void press(),
  }
}
