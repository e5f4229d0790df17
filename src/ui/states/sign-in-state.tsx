import type { ReactNode } from 'react'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useLinks } from '#ui/links/link.tsx'
import { signInAddress } from '#ui/links/sign-in-address.ts'
import { messages } from '#ui/messages.ts'
import { StateDrawing } from '#ui/pictures/state-drawing.tsx'
import { StateFrame } from './state-frame.tsx'

type SignInStateProps = {
  readonly title?: string
  /** What signing in is good for here. */
  readonly children?: ReactNode
}

/** Nobody is signed in, or no longer: the way in leads back to this page. */
export function SignInState({ title, children }: SignInStateProps) {
  const t = useText()
  const { currentPath } = useLinks()
  return (
    <StateFrame
      picture={<StateDrawing kind="locked" />}
      title={title ?? t(messages.signInTitle)}
      actions={
        <LinkButton variant="primary" href={signInAddress(currentPath)}>
          {t(messages.signIn)}
        </LinkButton>
      }
    >
      {children ?? t(messages.signInText)}
    </StateFrame>
  )
}
