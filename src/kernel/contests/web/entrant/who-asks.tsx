import type { ReactNode } from 'react'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { StateDrawing } from '#ui/pictures/state-drawing.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { StateFrame } from '#ui/states/state-frame.tsx'
import { messages } from './messages.ts'

export function SignInFirst({ returnTo, children }: { returnTo: string; children: ReactNode }) {
  const t = useText()
  return (
    <StateFrame
      picture={<StateDrawing kind="locked" />}
      title={t(messages.signInTitle)}
      actions={
        <LinkButton variant="primary" href={`/sign-in?returnTo=${returnTo}`}>
          {t(messages.signIn)}
        </LinkButton>
      }
    >
      {children}
    </StateFrame>
  )
}

export function NotAMember() {
  const t = useText()
  return (
    <EmptyState
      title={t(messages.unknownTitle)}
      actions={
        <LinkButton variant="primary" href="/join">
          {t(messages.join)}
        </LinkButton>
      }
    >
      {t(messages.unknownText)}
    </EmptyState>
  )
}
