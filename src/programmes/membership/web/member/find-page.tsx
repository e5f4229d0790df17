import { LinkButton } from '#ui/controls/link-button.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useLinks } from '#ui/links/link.tsx'
import { messages } from './messages.ts'
import { UnionFinder } from './union-finder.tsx'

/** For whoever has no poster before them: which union is mine? */
export default function FindPage() {
  const t = useText()
  const { navigate } = useLinks()
  return (
    <MemberPage title={t(messages.findTitle)} backHref="/">
      <p>{t(messages.findLead)}</p>
      <UnionFinder onChoose={({ organisationId }) => navigate(`/join/union/${organisationId}`)} />
      <LinkButton variant="quiet" href="/membership">
        {t(messages.seeMembership)}
      </LinkButton>
    </MemberPage>
  )
}
