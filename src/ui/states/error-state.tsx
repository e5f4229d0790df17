import type { ReactNode } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { StateDrawing } from '#ui/pictures/state-drawing.tsx'
import { RetryButton } from './retry-button.tsx'
import { StateFrame } from './state-frame.tsx'

export type ErrorStateProps = {
  /** What happened. */
  title: ReactNode
  why?: ReactNode
  /** What the person can do now. */
  whatToDo?: ReactNode
  /** Joins what the person sees to a line of the server's log. */
  requestId?: string
  onRetry?: () => void
  actions?: ReactNode
}

/** What happened, why, what to do; never only a code. */
export function ErrorState({ title, why, whatToDo, requestId, onRetry, actions }: ErrorStateProps) {
  const t = useText()
  return (
    <StateFrame
      role="alert"
      picture={<StateDrawing kind="broken" />}
      title={title}
      actions={(onRetry || actions) && <Actions {...(onRetry && { onRetry })}>{actions}</Actions>}
    >
      {why && (
        <p>
          <b>{t(messages.why)}</b> {why}
        </p>
      )}
      {whatToDo && (
        <p>
          <b>{t(messages.whatToDo)}</b> {whatToDo}
        </p>
      )}
      {requestId && <p className="ui-state-id">{t(messages.requestId, { id: requestId })}</p>}
    </StateFrame>
  )
}

function Actions({ onRetry, children }: { onRetry?: () => void; children: ReactNode }) {
  return (
    <>
      {onRetry && <RetryButton onRetry={onRetry} />}
      {children}
    </>
  )
}
