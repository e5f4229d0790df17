import { useParams } from '@tanstack/react-router'
import { useAnswer } from '#platform/client/hooks.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { StateDrawing } from '#ui/pictures/state-drawing.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { StateFrame } from '#ui/states/state-frame.tsx'
import { membership } from '../../contract.ts'
import { JoinHere } from './join-here.tsx'
import { messages } from './messages.ts'

/** Where the code on a union's poster leads. */
export default function JoinPage() {
  const t = useText()
  const { code = '' } = useParams({ strict: false })
  const place = useAnswer(membership.joinPlace, { code: code.toUpperCase() })
  const isGone = place.error !== null && (place.error.status === 404 || place.error.status === 422)
  return (
    <MemberPage title={t(messages.joinTitle)} backHref="/join">
      {isGone ? (
        <CodeGone />
      ) : (
        <Answered to={place} label={t(messages.readingCode)}>
          {(known) => <JoinHere place={known} code={code.toUpperCase()} here={`/join/${code}`} />}
        </Answered>
      )}
    </MemberPage>
  )
}

function CodeGone() {
  const t = useText()
  return (
    <StateFrame
      picture={<StateDrawing kind="search" />}
      title={t(messages.codeGone)}
      actions={
        <LinkButton variant="primary" href="/join">
          {t(messages.findTitle)}
        </LinkButton>
      }
    >
      {t(messages.codeGoneHint)}
    </StateFrame>
  )
}
