import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { membership } from '../../../contract.ts'
import type { MemberRecord } from '../../types.ts'
import { standingWords } from '../../words.ts'
import { rollMessages } from './messages.ts'
import { StandingDialog, type StandingChange } from './standing-dialog.tsx'
import './roll.css'

/** One member: standing, what is under way, history; identity is looked at elsewhere, with a reason. */
export default function MemberPage() {
  const t = useText()
  const { bucket = '', personId = '' } = useParams({ strict: false })
  const answer = useAnswer(membership.getMember, { bk: Number(bucket), id: personId })
  return (
    <Answered to={answer} label={t(rollMessages.members)}>
      {(member) => <Member member={member} />}
    </Answered>
  )
}

function Member({ member }: { member: MemberRecord }) {
  const t = useText()
  const [change, setChange] = useState<StandingChange>()
  const { current, person } = member
  const word = standingWords[(current ?? member.earlier[0])?.status ?? 'left']
  return (
    <>
      <PageHeader
        title={member.maskedName}
        breadcrumbs={[{ label: t(rollMessages.members), href: '/staff/members' }]}
        summary={
          <span className="ui-row">
            <StatusBadge status={word.status}>{t(word.text)}</StatusBadge>
            {current?.organisationName}
          </span>
        }
        actions={
          <LinkButton icon="eye" href={`/staff/people/${person.bk}/${person.id}`}>
            {t(rollMessages.identityPage)}
          </LinkButton>
        }
      />
      <div className="roll-columns">
        <div className="ui-stack">
          <StandingCard member={member} onChange={setChange} />
          <UnderWay member={member} />
        </div>
        <History member={member} />
      </div>
      {change && <StandingDialog person={person} change={change} onClose={() => setChange(undefined)} />}
    </>
  )
}

type StandingCardProps = {
  readonly member: MemberRecord
  readonly onChange: (change: StandingChange) => void
}

function StandingCard({ member, onChange }: StandingCardProps) {
  const t = useText()
  const format = useFormat()
  const { current } = member
  return (
    <Card title={t(rollMessages.standing)}>
      <DescriptionList
        items={[
          { term: t(rollMessages.document), value: member.maskedDocument },
          { term: t(rollMessages.union), value: current?.organisationName },
          {
            term: t(rollMessages.since),
            value: current === null ? null : format.date(current.fromDay),
          },
          {
            term: t(rollMessages.newForm),
            value:
              current === null ? null : t(current.newForm ? rollMessages.newFormYes : rollMessages.newFormNo),
          },
          {
            term: t(rollMessages.hasCard),
            value: t(member.hasCard ? rollMessages.yes : rollMessages.no),
          },
        ]}
      />
      {member.mayChange && (
        <div className="ui-row">
          <Button onPress={() => onChange(current?.status === 'retained' ? 'resume' : 'retain')}>
            {t(current?.status === 'retained' ? rollMessages.resume : rollMessages.retain)}
          </Button>
          <Button variant="danger" onPress={() => onChange('expel')}>
            {t(rollMessages.expel)}
          </Button>
        </div>
      )}
    </Card>
  )
}

function History({ member }: { member: MemberRecord }) {
  const t = useText()
  const format = useFormat()
  return (
    <Card title={t(rollMessages.history)}>
      <ul className="roll-lines">
        {member.lines.map((line, index) => (
          <li key={index}>
            <span>{format.date(line.validFrom, 'numeric')}</span>
            <StatusBadge status={standingWords[line.status].status}>
              {t(standingWords[line.status].text)}
            </StatusBadge>
            <span>{line.organisationName}</span>
            <span className="roll-quiet">{line.madeBy}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function UnderWay({ member }: { member: MemberRecord }) {
  const t = useText()
  const isOpen =
    member.ending !== null && ['asked', 'hearing', 'heard', 'appealed'].includes(member.ending.state)
  if (member.transferId === null && !isOpen) return null
  return (
    <Card>
      {member.transferId !== null && (
        <p>
          <Link href={`/staff/members/transfers/${member.transferId}`}>{t(rollMessages.openTransfer)}</Link>
        </p>
      )}
      {isOpen && (
        <p>
          <Link href={`/staff/cases/${member.ending!.caseId}`}>{t(rollMessages.openEnding)}</Link>
        </p>
      )}
    </Card>
  )
}
