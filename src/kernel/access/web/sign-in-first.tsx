import type { ReactNode } from 'react'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { StateDrawing } from '#ui/pictures/state-drawing.tsx'
import { StateFrame } from '#ui/states/state-frame.tsx'
import { messages } from './messages.ts'
import { signInAddress } from './return-to.ts'

type SignInFirstProps = {
  /** The page that they come back to. */
  readonly returnTo: string
  readonly title?: string
  /** What signing in is good for here. */
  readonly children: ReactNode
}

/** What a page shows that is nobody's before they have signed in. */
export function SignInFirst({ returnTo, title, children }: SignInFirstProps) {
  const t = useText()
  return (
    <StateFrame
      picture={<StateDrawing kind="locked" />}
      title={title ?? t(messages.signInFirst)}
      actions={
        <LinkButton variant="primary" href={signInAddress(returnTo)}>
          {t(messages.signIn)}
        </LinkButton>
      }
    >
      {children}
    </StateFrame>
  )
}
