import type { ReactNode } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import type { Text } from '#ui/i18n/text.ts'
import { messages } from '#ui/messages.ts'
import { AbsentState } from './absent-state.tsx'
import { ErrorState } from './error-state.tsx'
import { LoadingState } from './loading-state.tsx'
import { NoPermissionState } from './no-permission-state.tsx'
import { OfflineState } from './offline-state.tsx'
import { SignInState } from './sign-in-state.tsx'

/** A refusal as the server words it. */
export type Refusal = { status: number; code: string; text: Text; requestId?: string }

/** The part of an asked question that decides what is drawn; React Query's result fits. */
export type Asked<T> = {
  data: T | undefined
  error: (Error & Partial<Refusal>) | null
  refetch: () => unknown
}

type AnsweredProps<T> = {
  to: Asked<T>
  label?: string
  skeleton?: ReactNode
  children: (answer: T) => ReactNode
}

/** Draws an answer once it is there, and until then why it is not: loading, offline, not allowed, broken. */
export function Answered<T>({ to, label, skeleton, children }: AnsweredProps<T>) {
  if (to.data !== undefined) return children(to.data)
  if (to.error === null) return <LoadingState {...(label && { label })} {...(skeleton && { skeleton })} />
  return <Refused error={to.error} onRetry={() => void to.refetch()} />
}

/** A refusal, drawn by its kind. */
export function Refused({ error, onRetry }: { error: Error & Partial<Refusal>; onRetry?: () => void }) {
  const t = useText()
  if (error.code === 'offline') return <OfflineState {...(onRetry && { onRetry })} />
  if (error.status === 401) return <SignInState />
  if (error.status === 403) return <NoPermissionState />
  if (error.status === 404) return <AbsentState title={error.text ? t(error.text) : t(messages.absent)} />
  return (
    <ErrorState
      title={error.text ? t(error.text) : t(messages.unknownError)}
      {...(error.requestId && { requestId: error.requestId })}
      {...(onRetry && { onRetry })}
    />
  )
}
