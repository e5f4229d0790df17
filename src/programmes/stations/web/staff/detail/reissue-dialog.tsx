import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { ReasonDialog } from '../reason-dialog.tsx'
import type { StationRecord } from '../types.ts'
import { detailMessages } from './messages.ts'

type ReissueDialogProps = {
  readonly station: StationRecord
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

/** A new plate for a lost or copied one; the old one ends. */
export function ReissueDialog({ station, isOpen, onOpenChange }: ReissueDialogProps) {
  const t = useText()
  const toast = useToast()
  const reissue = useCommand(stations.reissuePlate)
  const onSuccess = () => {
    toast({ text: t(detailMessages.reissued), icon: 'qr' })
    onOpenChange(false)
  }
  return (
    <ReasonDialog
      title={t(detailMessages.reissue)}
      confirmLabel={t(detailMessages.reissue)}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onConfirm={(reason) => reissue.mutate({ code: station.code, reason }, { onSuccess })}
      isDanger
      isPending={reissue.isPending}
      failure={reissue.error}
    >
      {t(detailMessages.reissueWhat)}
    </ReasonDialog>
  )
}
