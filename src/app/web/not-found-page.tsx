import { LinkButton } from '#ui/controls/link-button.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { StateDrawing } from '#ui/pictures/state-drawing.tsx'
import { StateFrame } from '#ui/states/state-frame.tsx'
import { messages } from './messages.ts'

/** An address that no page has; the tabs below lead to those that there are. */
export function NotFoundPage() {
  const t = useText()
  return (
    <MemberPage title={t(messages.notFoundTitle)} backHref="/">
      <StateFrame
        role="alert"
        picture={<StateDrawing kind="search" />}
        title={t(messages.notFoundWhy)}
        actions={<LinkButton href="/">{t(messages.goHome)}</LinkButton>}
      />
    </MemberPage>
  )
}
