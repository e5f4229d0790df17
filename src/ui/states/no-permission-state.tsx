import type { ReactNode } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { StateDrawing } from '#ui/pictures/state-drawing.tsx'
import { StateFrame } from './state-frame.tsx'

/** Says that the page exists and whom to ask, and nothing about what is on it. */
export function NoPermissionState({ children, actions }: { children?: ReactNode; actions?: ReactNode }) {
  const t = useText()
  return (
    <StateFrame
      picture={<StateDrawing kind="locked" />}
      title={t(messages.noPermissionTitle)}
      actions={actions}
    >
      {children ?? t(messages.noPermissionText)}
    </StateFrame>
  )
}
