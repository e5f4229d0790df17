import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { people } from '../contract.ts'
import { Holdings } from './holdings.tsx'
import { MyConsents } from './my-consents.tsx'
import { myMessages } from './my-messages.ts'
import { MyRequests } from './my-requests.tsx'
import { documentWords } from './shared-words.ts'

type Mine = OutputOf<typeof people.myRecords>

/** What is held about me, why, and what I may do about it (PIPL articles 44 to 47). */
export default function MyDataPage() {
  const t = useText()
  const answer = useAnswer(people.myRecords, {})
  return (
    <MemberPage title={t(myMessages.title)} backHref="/me">
      <Answered to={answer}>
        {(mine) => (
          <div className="ui-stack">
            <Card title={t(myMessages.who)}>
              <Identity mine={mine} />
            </Card>
            <Card title={t(myMessages.holdings)}>
              <Holdings rows={mine.holdings} />
            </Card>
            <Card title={t(myMessages.consents)}>
              <MyConsents rows={mine.consents} />
            </Card>
            <Card title={t(myMessages.requests)}>
              <MyRequests rows={mine.requests} />
            </Card>
          </div>
        )}
      </Answered>
    </MemberPage>
  )
}

function Identity({ mine }: { mine: Mine }) {
  const t = useText()
  const format = useFormat()
  return (
    <DescriptionList
      items={[
        { term: t(myMessages.name), value: mine.name },
        { term: t(documentWords[mine.documentKind]), value: mine.maskedDocument },
        { term: t(myMessages.phone), value: mine.maskedPhone },
        { term: t(myMessages.since), value: format.date(mine.since) },
      ]}
    />
  )
}
