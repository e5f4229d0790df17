import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '#platform/client/call.ts'
import { Failure } from '#platform/failures.ts'
import { stations } from '#programmes/stations/contract.ts'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ImportRow } from '../types.ts'
import { listAllRows } from './all-rows.ts'
import { importMessages } from './messages.ts'
import { fixesOf, hasFix } from './row-view.ts'

export type BulkKind = 'fixes' | 'confirms'
export type Progress = { readonly kind: BulkKind; readonly done: number; readonly total: number }

/**
 * Decides many rows, one call after another: each call judges the roster anew, and one row's fix may settle its
 * double. What is done stays done when it is stopped or refused on the way.
 */
export function useBulk(importId: string) {
  const t = useText()
  const toast = useToast()
  const client = useQueryClient()
  const stop = useRef<AbortController | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const run = async (kind: BulkKind) => {
    const controller = new AbortController()
    stop.current = controller
    let done = 0
    try {
      const rows = await rowsFor(kind, importId, controller.signal)
      for (const row of rows) {
        setProgress({ kind, done, total: rows.length })
        await decide(kind, importId, row, controller.signal)
        done++
      }
      toast({ text: rows.length === 0 ? t(importMessages.noFixes) : t(importMessages.bulkDone, { done }) })
    } catch (error) {
      if (error instanceof Failure) {
        toast({ text: t(importMessages.bulkStopped, { done, reason: t(error.text) }), icon: 'warning' })
      } else if (controller.signal.aborted) toast({ text: t(importMessages.bulkDone, { done }) })
      else throw error
    } finally {
      setProgress(null)
      await client.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith('stations.'),
      })
    }
  }
  return { progress, run, stop: () => stop.current?.abort() }
}

async function rowsFor(kind: BulkKind, importId: string, signal: AbortSignal): Promise<ImportRow[]> {
  if (kind === 'confirms') return listAllRows(importId, ['confirm'], signal)
  return (await listAllRows(importId, ['refused', 'confirm', 'ready'], signal)).filter(hasFix)
}

function decide(kind: BulkKind, importId: string, { row, problems }: ImportRow, signal: AbortSignal) {
  const input =
    kind === 'confirms'
      ? ({ importId, row, decision: 'confirm' } as const)
      : ({ importId, row, decision: 'judge', cells: fixesOf({ problems }) } as const)
  return call(stations.decideImportRow, input, { signal })
}
