import { useParams } from '@tanstack/react-router'
import { useAnswer } from '#platform/client/hooks.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { membership } from '../../contract.ts'
import { JoinHere } from './join-here.tsx'
import { messages } from './messages.ts'

/** A union that was found by its name or its place. */
export default function JoinUnionPage() {
  const t = useText()
  const { organisationId = '' } = useParams({ strict: false })
  const found = useAnswer(membership.findUnions, { organisationId })
  return (
    <MemberPage title={t(messages.joinTitle)} backHref="/join">
      <Answered to={found} label={t(messages.loadingUnions)}>
        {({ rows: [place] }) =>
          place === undefined ? (
            <EmptyState
              kind="search"
              title={t(messages.noUnionsTitle)}
              actions={
                <LinkButton variant="primary" href="/join">
                  {t(messages.findTitle)}
                </LinkButton>
              }
            >
              {t(messages.noUnions)}
            </EmptyState>
          ) : (
            <JoinHere place={place} here={`/join/union/${organisationId}`} />
          )
        }
      </Answered>
    </MemberPage>
  )
}
