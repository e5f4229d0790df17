import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { ReasonDialog } from '../reason-dialog.tsx'
import type { StationRecord, StationState } from '../types.ts'
import { stateWords } from '../words.ts'
import { detailMessages } from './messages.ts'

type StateDialogProps = {
  readonly station: StationRecord
  /** Null while it is closed. */
  readonly to: StationState | null
  readonly onOpenChange: (isOpen: boolean) => void
}

const asked = {
  suspended: { title: detailMessages.suspend, what: detailMessages.suspendWhat },
  operating: { title: detailMessages.resume, what: detailMessages.resumeWhat },
  closed: { title: detailMessages.closeDown, what: detailMessages.closeWhat },
} as const

/** Suspends, resumes or closes a station, with the reason. */
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
      isDanger={to === 'closed'}
      isPending={change.isPending}
      failure={change.error}
    >
      {t(words.what)}
    </ReasonDialog>
  )
}
