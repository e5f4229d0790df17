import { useParams } from '@tanstack/react-router'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { CaseMoves } from './case-moves.tsx'
import { CaseNotices } from './case-notices.tsx'
import { statusOf } from './case-status.ts'
import { CaseTimeline } from './case-timeline.tsx'
import { DeadlineCounting, DeadlineFact } from './deadline.tsx'
import { messages } from './messages.ts'
import { useCase, type Case } from './use-case.ts'

/** One application as whoever made it sees it: where it stands, whose turn it is, and what they can do. */
export default function MyCasePage() {
  const { caseId = '' } = useParams({ strict: false })
  const t = useText()
  const answer = useCase(caseId)
  return (
    <MemberPage title={answer.data ? t(answer.data.procedureTitle) : t(messages.mine)} backHref="/me/cases">
      <Answered to={answer}>{(one) => <MyCase one={one} />}</Answered>
    </MemberPage>
  )
}

function MyCase({ one }: { one: Case }) {
  const t = useText()
  return (
    <div className="ui-stack">
      <Card title={one.summary}>
        <DescriptionList
          items={[
            {
              term: t(messages.state),
              value: <StatusBadge status={statusOf(one.outcome)}>{t(one.stateTitle)}</StatusBadge>,
            },
            { term: t(messages.waitsFor), value: one.waitsForText && t(one.waitsForText) },
            {
              term: t(messages.due),
              value: <DeadlineFact deadline={one.deadline} counting={one.counting} />,
            },
          ]}
        />
        <DeadlineCounting deadline={one.deadline} counting={one.counting} />
      </Card>
      {one.moves.length > 0 && (
        <Card title={t(messages.moves)}>
          <CaseMoves caseId={one.id} />
        </Card>
      )}
      <CaseNotices one={one} />
      <Card title={t(messages.timeline)}>
        <CaseTimeline caseId={one.id} />
      </Card>
    </div>
  )
}
