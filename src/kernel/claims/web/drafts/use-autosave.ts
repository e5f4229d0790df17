import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '#platform/client/call.ts'
import { Failure } from '#platform/failures.ts'
import { claims } from '../../contract.ts'
import type { DraftContent } from '../../shapes-drafts.ts'

export type SaveState = 'saved' | 'dirty' | 'saving' | 'offline' | 'conflict' | 'refused'

const SAVE_AFTER_MS = 1500
const TRY_AGAIN_MS = 5000

/**
 * Saves a text a moment after it was last changed. Where there is no network it goes on trying; where somebody else saved
 * first it stops and says so. A page that is left with words unsaved asks first.
 */
export function useAutosave(id: string, firstRevision: number, content: () => DraftContent) {
  const [state, setState] = useState<SaveState>('saved')
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const revision = useRef(firstRevision)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const isChanged = useRef(false)
  const running = useRef<Promise<boolean> | undefined>(undefined)
  const read = useRef(content)
  useEffect(() => {
    read.current = content
  })

  const send = useCallback(
    async (keep: boolean): Promise<boolean> => {
      isChanged.current = false
      setState('saving')
      try {
        const input = { id, revision: revision.current, content: read.current(), keep }
        revision.current = (await call(claims.saveDraft, input)).revision
        setRefusal(null)
        setState(isChanged.current ? 'dirty' : 'saved')
        return true
      } catch (error) {
        isChanged.current = true
        const failure = error instanceof Failure ? error : null
        setRefusal(failure)
        setState(stateOf(failure))
        return false
      }
    },
    [id],
  )

  /** Saves now what is not saved; answers whether all of it is. */
  const save = useCallback(
    async ({ keep = false } = {}): Promise<boolean> => {
      clearTimeout(timer.current)
      await running.current
      if (!isChanged.current && !keep) return true
      running.current = send(keep)
      const isSaved = await running.current
      running.current = undefined
      return isSaved
    },
    [send],
  )

  const touch = useCallback(() => {
    isChanged.current = true
    setState((before) => (before === 'conflict' ? before : 'dirty'))
  }, [])

  useEffect(() => {
    if (state !== 'dirty' && state !== 'offline') return
    timer.current = setTimeout(() => void save(), state === 'offline' ? TRY_AGAIN_MS : SAVE_AFTER_MS)
    return () => clearTimeout(timer.current)
  })

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => isChanged.current && event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      if (isChanged.current) void save()
    }
  }, [save])

  /** Takes the newest revision as seen, so that the next save lies on top of it. */
  const saveOver = async () => {
    revision.current = (await call(claims.getDraft, { id })).revision
    isChanged.current = true
    return save({ keep: true })
  }
  return { state, refusal, touch, save, saveOver, revision: () => revision.current }
}

function stateOf(failure: Failure | null): SaveState {
  if (failure?.code === 'saved-meanwhile') return 'conflict'
  return failure === null || failure.code === 'offline' ? 'offline' : 'refused'
}
