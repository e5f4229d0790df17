import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '#platform/client/call.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Failure } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import { stations } from '#programmes/stations/contract.ts'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { StationDraft, StationRecord } from '../types.ts'
import { compareDrafts, mergeValues, type Choices, type Difference } from './conflict.ts'
import { formMessages } from './messages.ts'
import { readValues, valuesOf, type StationValues } from './station-values.ts'
import { useLeaveGuard } from './use-leave-guard.tsx'
import { useRefusals } from './use-refusals.ts'

type Opened = { readonly draft: StationDraft; readonly version: number }
type Conflict = Opened & { readonly what: Text; readonly differences: readonly Difference[] }

/**
 * One station being changed. Where somebody else saved first, the latest version is fetched and compared with the
 * form; after the choices it is what the form is a change of, so that the next saving is judged against it.
 */
export function useEditing(station: StationRecord) {
  const t = useText()
  const toast = useToast()
  const navigate = useNavigate()
  const refusals = useRefusals()
  const [opened, setOpened] = useState<Opened>({ draft: station.draft, version: station.version })
  const [untouched] = useState(() => valuesOf(station.draft))
  const [values, setValues] = useState<StationValues>(untouched)
  const [reason, setReason] = useState('')
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const edit = useCommand(stations.editStation)
  const guard = useLeaveGuard(values !== untouched)

  const done = () => {
    guard.release()
    toast({ text: t(formMessages.saved) })
    void navigate({ href: `/staff/stations/${station.code}` })
  }
  const compare = async (mine: StationDraft, base: Opened, failure: Failure) => {
    try {
      const { draft, version } = await call(stations.getStaffStation, { code: station.code })
      const differences = compareDrafts(base.draft, mine, draft)
      setConflict({ draft, version, what: failure.text, differences })
    } catch (error) {
      // The form stays as it is; the conflict is found again with the next saving.
      if (error instanceof Failure) refusals.take(error)
      else throw error
    }
  }
  const send = (filled: StationValues, base: Opened, confirmed: readonly string[]) => {
    const read = readValues(filled, base.draft)
    if (!read.ok) {
      setConflict(null)
      return refusals.say(read.errors)
    }
    refusals.clear()
    edit.mutate(
      {
        code: station.code,
        version: base.version,
        draft: read.draft,
        reason: reason.trim(),
        confirmed: [...confirmed],
      },
      {
        onSuccess: done,
        onError: (failure) => {
          if (failure.code === 'stale-version') return void compare(read.draft, base, failure)
          setConflict(null)
          refusals.take(failure)
        },
      },
    )
  }
  return {
    values,
    change: (changed: Partial<StationValues>) => setValues((old) => ({ ...old, ...changed })),
    reason,
    setReason,
    leaveDialog: guard.dialog,
    isPending: edit.isPending,
    refusals,
    conflict,
    save: (confirmed: readonly string[]) => send(values, opened, confirmed),
    resolve: (choices: Choices) => {
      if (conflict === null) return
      const merged = mergeValues(values, conflict.draft, choices)
      const base = { draft: conflict.draft, version: conflict.version }
      setValues(merged)
      setOpened(base)
      send(merged, base, refusals.confirmed)
    },
    /** Back to what was typed; the version that was opened stays, so that nothing is overwritten unseen. */
    leaveConflict: () => setConflict(null),
  }
}
