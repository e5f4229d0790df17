import type { ReactNode } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { StateDrawing } from '#ui/pictures/state-drawing.tsx'
import { RetryButton } from './retry-button.tsx'
import { StateFrame } from './state-frame.tsx'

export type OfflineStateProps = { children?: ReactNode; onRetry?: () => void }

/** For a page of which nothing is kept on this device; `OfflineBanner` stands over one that is. */
export function OfflineState({ children, onRetry }: OfflineStateProps) {
  const t = useText()
  return (
    <StateFrame
      role="status"
      picture={<StateDrawing kind="offline" />}
      title={t(messages.offlineTitle)}
      actions={onRetry && <RetryButton onRetry={onRetry} />}
    >
      {children ?? t(messages.offlineText)}
    </StateFrame>
  )
}
