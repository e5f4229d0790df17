import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { CaseMoves } from './case-moves.tsx'
import { CaseNotices } from './case-notices.tsx'
import { statusOf } from './case-status.ts'
import { CaseTimeline } from './case-timeline.tsx'
import { DeadlineCounting, DeadlineFact } from './deadline.tsx'
import { messages } from './messages.ts'
import { ReassignDialog } from './reassign-dialog.tsx'
import { useCase, type Case } from './use-case.ts'

/** One case at the desk: where it stands, until when, what can be done, and how it came here. */
export default function CasePage() {
  const { caseId = '' } = useParams({ strict: false })
  return <Answered to={useCase(caseId)}>{(one) => <CaseView one={one} />}</Answered>
}

function CaseView({ one }: { one: Case }) {
  const t = useText()
  return (
    <>
      <PageHeader
        title={one.summary}
        breadcrumbs={[{ label: t(messages.cases), href: '/staff/cases' }]}
        summary={t(one.procedureTitle)}
        actions={<Actions one={one} />}
      />
      <div className="ui-stack">
        <Card title={t(messages.moves)}>
          <CaseMoves caseId={one.id} />
        </Card>
        <Card title={t(messages.facts)}>
          <Facts one={one} />
          <DeadlineCounting deadline={one.deadline} counting={one.counting} />
        </Card>
        <CaseNotices one={one} />
        <Card title={t(messages.timeline)}>
          <CaseTimeline caseId={one.id} />
        </Card>
      </div>
    </>
  )
}

function Actions({ one }: { one: Case }) {
  const t = useText()
  const [isHanding, setHanding] = useState(false)
  return (
    <>
      {one.href !== null && (
        <LinkButton href={one.href} icon="external">
          {t(messages.openSubject)}
        </LinkButton>
      )}
      {one.mayReassign && (
        <Button icon="users" onPress={() => setHanding(true)}>
          {t(messages.reassign)}
        </Button>
      )}
      {isHanding && <ReassignDialog one={one} onClose={() => setHanding(false)} />}
    </>
  )
}

function Facts({ one }: { one: Case }) {
  const t = useText()
  const format = useFormat()
  return (
    <DescriptionList
      items={[
        {
          term: t(messages.state),
          value: <StatusBadge status={statusOf(one.outcome)}>{t(one.stateTitle)}</StatusBadge>,
        },
        { term: t(messages.where), value: one.organisationName },
        { term: t(messages.waitsFor), value: one.waitsForText && t(one.waitsForText) },
        { term: t(messages.due), value: <DeadlineFact deadline={one.deadline} counting={one.counting} /> },
        { term: t(messages.assignee), value: one.assigneeName ?? t(messages.nobody) },
        { term: t(messages.openedAt), value: format.dateTime(one.openedAt) },
      ]}
    />
  )
}
