import { useState } from 'react'
import { queueReport } from './device/outbox.ts'
import type { FacilityName, ReportKind } from './types.ts'
import type { Spot } from './use-spot.ts'

type Said = { facility?: FacilityName | null; words?: string }

/** Puts a report on its way with the proof there is; it goes through the queue with or without a network. */
export function useReport(spot: Spot, stationName: string) {
  const [isGathering, setGathering] = useState(false)
  const send = async (kind: ReportKind, { facility = null, words = '' }: Said = {}) => {
    setGathering(true)
    await queueReport({ code: spot.code, kind, facility, words, ...(await spot.gather()) }, stationName)
    setGathering(false)
  }
  return { send, isGathering }
}
