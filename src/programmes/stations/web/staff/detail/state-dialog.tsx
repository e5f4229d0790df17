import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { ReasonDialog } from '../reason-dialog.tsx'
import type { StationRecord, StationState } from '../types.ts'

import { stateWords } from '../words.ts'
import { detailMessages } from './messages.ts'

export type NextState = Exclude<StationState, 'closed'>

type StateDialogProps = {
  readonly station: StationRecord
  /** Null while the dialog is not open. */
  readonly to: NextState | null
  readonly onOpenChange: (isOpen: boolean) => void
}

const asked = {
  suspended: { title: detailMessages.suspend, what: detailMessages.suspendWhat },
  operating: { title: detailMessages.resume, what: detailMessages.resumeWhat },
} as const

/** Suspends or resumes a station, with the reason. A station goes by its case. */
export function StateDialog({ station, to, onOpenChange }: StateDialogProps) {
  const t = useText()
  const toast = useToast()
  const change = useCommand(stations.changeState)
  const words = asked[to ?? 'suspended']
  const confirm = (reason: string) => {
    if (to === null) return
    const { code, version } = station
    const onSuccess = () => {
      toast({ text: t(detailMessages.stateChanged, { state: t(stateWords[to].text) }) })
      onOpenChange(false)
    }
    change.mutate({ code, version, state: to, reason }, { onSuccess })
  }
  return (
    <ReasonDialog
      title={t(words.title)}
      confirmLabel={t(words.title)}
      isOpen={to !== null}
      onOpenChange={(isOpen) => {
        change.reset()
        onOpenChange(isOpen)
      }}
      onConfirm={confirm}
      isPending={change.isPending}
      failure={change.error}
    >
      {t(words.what)}
    </ReasonDialog>
  )
}
