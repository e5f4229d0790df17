import { useState } from 'react'
import type { Degrees } from '#programmes/stations/rules/coordinates.ts'
import { askPosition, usePosition } from './device/position.ts'
import { presenceFor } from './device/presence.ts'
import { visitorKey } from './device/visitor-key.ts'
import type { ReportInput } from './types.ts'
import { judgeNearness } from './view/is-near.ts'

/** A position older than this is asked anew before it is sent: people walk. */
const POSITION_FRESH_MS = 2 * 60_000

type SpotInput = Pick<ReportInput, 'presence' | 'position' | 'visitorKey'>

/**
 * What a check-in or report from here carries. A position goes along only after the person said so on this page,
 * even where the map already knows it.
 */
export function useSpot(code: string, place: Degrees | undefined) {
  const position = usePosition()
  const [isAttached, setAttached] = useState(false)
  const attach = async () => setAttached((await askPosition()).kind === 'known')
  const gather = async (): Promise<SpotInput> => {
    const scan = presenceFor(code, new Date())
    const known = isAttached ? await freshPosition() : undefined
    return {
      visitorKey: visitorKey(),
      ...(scan.kind === 'valid' && { presence: scan.presence.presence }),
      ...(known && { position: { ...known, datum: 'WGS-84' as const } }),
    }
  }
  const freshPosition = async () => {
    const isOld = position.kind !== 'known' || Date.now() - position.at > POSITION_FRESH_MS
    const latest = isOld ? await askPosition() : position
    return latest.kind === 'known' ? latest.received : undefined
  }
  const nearness = place && position.kind === 'known' ? judgeNearness(place, position) : undefined
  return { code, position, nearness, isAttached, attach, leaveOut: () => setAttached(false), gather }
}

export type Spot = ReturnType<typeof useSpot>
