import { useCallback, useEffect, useState } from 'react'
import { newCommandKey } from '#platform/client/call.ts'
import { dropKept, keep, readKept } from '../device/kept.ts'
import type { VisitPicture } from '../device/outbox-item.ts'
import type { VisitInput } from '../types.ts'

/** A visit as it is being filled in. Every change is on the phone before the next one: a killed tab loses nothing. */
export type VisitDraft = Pick<VisitInput, 'key' | 'startedAt' | 'answers'> & {
  readonly words: string
  readonly pictures: readonly VisitPicture[]
}

const nameOf = (inspectionId: string) => `visit ${inspectionId}`

export const readDraft = (inspectionId: string) => readKept<VisitDraft>(nameOf(inspectionId))

/** Null until the phone was asked. A draft begins with the first thing that is said. */
export function useVisitDraft(inspectionId: string) {
  const [draft, setDraft] = useState<VisitDraft | null>(null)
  useEffect(() => {
    void readDraft(inspectionId).then((kept) => setDraft(kept ?? emptyDraft()))
  }, [inspectionId])
  const change = useCallback(
    (part: Partial<VisitDraft>) => {
      setDraft((before) => {
        const next = { ...(before ?? emptyDraft()), ...part }
        void keep(nameOf(inspectionId), next)
        return next
      })
    },
    [inspectionId],
  )
  const drop = useCallback(() => dropKept(nameOf(inspectionId)), [inspectionId])
  return { draft, change, drop }
}

const emptyDraft = (): VisitDraft => ({
  key: newCommandKey(),
  startedAt: new Date().toISOString(),
  answers: {},
  words: '',
  pictures: [],
})
