import { useBlocker } from '@tanstack/react-router'
import { useRef, type ReactNode } from 'react'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { formMessages } from './messages.ts'

/** Asks before typed work is left behind, by a link, the way back or a closed tab; `release` after it was saved. */
export function useLeaveGuard(isDirty: boolean): { dialog: ReactNode; release: () => void } {
  const t = useText()
  const isReleased = useRef(false)
  const holds = () => isDirty && !isReleased.current
  const blocker = useBlocker({ shouldBlockFn: holds, enableBeforeUnload: holds, withResolver: true })
  const dialog = (
    <ConfirmDialog
      title={t(formMessages.leaveTitle)}
      confirmLabel={t(formMessages.leave)}
      isOpen={blocker.status === 'blocked'}
      onOpenChange={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
      isDanger
    >
      {t(formMessages.leaveWhat)}
    </ConfirmDialog>
  )
  return {
    dialog,
    release: () => {
      isReleased.current = true
    },
  }
}
