import { LinkButton } from '#ui/controls/link-button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useLinks } from '#ui/links/link.tsx'
import { messages } from '#ui/messages.ts'
import { StateDrawing } from '#ui/pictures/state-drawing.tsx'
import { StateFrame } from './state-frame.tsx'

/** Nobody is signed in, or no longer: the way in leads back to this page. */
export function SignInState() {
  const t = useText()
  const { currentPath } = useLinks()
  return (
    <StateFrame
      picture={<StateDrawing kind="locked" />}
      title={t(messages.signInTitle)}
      actions={
        <LinkButton variant="primary" href={`/sign-in?returnTo=${encodeURIComponent(currentPath)}`}>
          {t(messages.signIn)}
        </LinkButton>
      }
    >
      {t(messages.signInText)}
    </StateFrame>
  )
}
