import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call, newCommandKey } from '#platform/client/call.ts'
import { Failure } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { membership } from '../../../contract.ts'
import type { ApplicationRow } from '../../types.ts'
import type { IdentityCheck } from './identity-choice.tsx'
import { rollMessages } from './messages.ts'

const UNDO_SECONDS = 8

type Left = { readonly number: string; readonly reason: Text }

export type BulkApproving = ReturnType<typeof useBulkApproval>

/**
 * Holds several approvals back for some seconds, then gives each by itself; what was refused stays with its reason.
 * An approval makes a member from that day, so that there is nothing to undo afterwards: the seconds lie before it.
 * They run on when the officer opens another page, since the decision was made here.
 */
export function useBulkApproval(onDone: () => void) {
  const t = useText()
  const toast = useToast()
  const client = useQueryClient()
  const [count, setCount] = useState(0)
  const [isPending, setPending] = useState(false)
  const [left, setLeft] = useState<readonly Left[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const run = async (rows: readonly ApplicationRow[], identity: IdentityCheck) => {
    setCount(0)
    setPending(true)
    const refused: Left[] = []
    for (const row of rows) {
      const reason = await decide(row, identity)
      if (reason !== undefined) refused.push({ number: row.number, reason })
    }
    setLeft(refused)
    setPending(false)
    toast({ text: t(rollMessages.decided, { count: rows.length - refused.length }) })
    onDone()
    await client.invalidateQueries()
  }
  return {
    /** How many wait; none where nothing does. */
    count,
    isPending,
    left,
    start: (rows: readonly ApplicationRow[], identity: IdentityCheck) => {
      setLeft([])
      setCount(rows.length)
      timer.current = setTimeout(() => void run(rows, identity), UNDO_SECONDS * 1000)
    },
    undo: () => {
      clearTimeout(timer.current)
      setCount(0)
    },
  }
}

/** Counts down from the moment it is first drawn. */
export function useSecondsLeft(): number {
  const [seconds, setSeconds] = useState(UNDO_SECONDS)
  useEffect(() => {
    const ticking = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1000)
    return () => clearInterval(ticking)
  }, [])
  return seconds
}

/** Undefined where it was admitted, or why not. */
async function decide(row: ApplicationRow, identity: IdentityCheck): Promise<Text | undefined> {
  try {
    await call(
      membership.decideApplication,
      { id: row.id, seq: row.seq, move: 'approve', identity },
      { idempotencyKey: newCommandKey() },
    )
    return undefined
  } catch (error) {
    if (error instanceof Failure) return error.text
    throw error
  }
}
