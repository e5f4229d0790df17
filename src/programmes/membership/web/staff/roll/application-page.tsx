import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { CaseMoves, CaseTimeline } from '#kernel/review/client.tsx'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { membership } from '../../../contract.ts'
import { employmentWords } from '../../../rules/employment.ts'
import type { ApplicationRecord } from '../../types.ts'
import { applicationWords } from '../../words.ts'
import { Said } from '../../said.tsx'
import { ApproveDialog, type ApproveMove } from './approve-dialog.tsx'
import { DueBadge } from './due-badge.tsx'
import { rollMessages } from './messages.ts'
import { RevealApplicantDialog } from './reveal-applicant-dialog.tsx'
import './roll.css'

/** One application: what to look at, who it is, what may be decided, what happened. */
export default function ApplicationPage() {
  const t = useText()
  const { id = '' } = useParams({ strict: false })
  const answer = useAnswer(membership.getApplication, { id })
  return (
    <Answered to={answer} label={t(rollMessages.applications)}>
      {(application) => <Application application={application} />}
    </Answered>
  )
}

function Application({ application }: { application: ApplicationRecord }) {
  const t = useText()
  const [chosen, setChosen] = useState<ApproveMove>()
  const { status, text } = applicationWords[application.state]
  return (
    <>
      <PageHeader
        title={`${t(rollMessages.applications)} ${application.number}`}
        breadcrumbs={[{ label: t(rollMessages.applications), href: '/staff/members/applications' }]}
        summary={
          <span className="ui-row">
            <StatusBadge status={status}>{t(text)}</StatusBadge>
            {application.organisationName}
            {application.dueOn !== null && <span>{t(rollMessages.due)}</span>}
            <DueBadge {...application} />
          </span>
        }
      />
      <div className="roll-columns">
        <div className="ui-stack">
          {application.doubts.length > 0 && (
            <Card title={t(rollMessages.look)}>
              <ul className="roll-doubts">
                {application.doubts.map(({ kind, text: said }) => (
                  <li key={kind}>
                    <Said status={kind === 'left-before' ? 'info' : 'warn'}>{t(said)}</Said>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <Facts application={application} />
          <Card title={t(rollMessages.decision)}>
            <CaseMoves
              caseId={application.caseId}
              programmeMove={(move) =>
                move.id === 'send-again' ? null : fits(move.id, application) ? (
                  <Button variant="primary" onPress={() => setChosen(move.id as ApproveMove)}>
                    {t(move.title)}
                  </Button>
                ) : (
                  <></>
                )
              }
            />
          </Card>
        </div>
        <Card title={t(rollMessages.story)}>
          <CaseTimeline caseId={application.caseId} />
        </Card>
      </div>
      {chosen && (
        <ApproveDialog application={application} move={chosen} onClose={() => setChosen(undefined)} />
      )}
    </>
  )
}

/** Of two ways to say yes the one that fits: a member of another union is moved, anybody else admitted. */
const fits = (move: string, { memberOf }: ApplicationRecord) =>
  memberOf === null ? move !== 'move-over' : move !== 'approve'

function Facts({ application }: { application: ApplicationRecord }) {
  const t = useText()
  const format = useFormat()
  const [isRevealing, setRevealing] = useState(false)
  const { person, identityCheck } = application
  return (
    <Card
      title={t(rollMessages.facts)}
      actions={
        application.mayReveal && (
          <Button icon="eye" onPress={() => setRevealing(true)}>
            {t(rollMessages.reveal)}
          </Button>
        )
      }
    >
      <DescriptionList
        items={[
          { term: t(rollMessages.name), value: application.maskedName },
          { term: t(rollMessages.document), value: application.maskedDocument },
          { term: t(rollMessages.phone), value: application.maskedPhone },
          { term: t(rollMessages.employment), value: t(employmentWords[application.employment]) },
          {
            term: t(rollMessages.source),
            value: t(application.source === 'poster' ? rollMessages.poster : rollMessages.found),
          },
          ...(application.letter === null
            ? []
            : [
                {
                  term: t(rollMessages.letter),
                  value: t(rollMessages.letterSays, {
                    union: application.letter.fromUnion,
                    number: application.letter.number,
                    day: format.date(application.letter.issuedOn),
                  }),
                },
              ]),
          { term: t(rollMessages.appliedAt), value: format.dateTime(application.appliedAt) },
          ...(identityCheck === null
            ? []
            : [
                {
                  term: t(rollMessages.identityChecked),
                  value: t(identityCheck === 'card-seen' ? rollMessages.cardSeen : rollMessages.knownToUs),
                },
              ]),
        ]}
      />
      {person !== null && application.state === 'admitted' && (
        <LinkButton href={`/staff/members/${person.bk}/${person.id}`}>{t(rollMessages.seeMember)}</LinkButton>
      )}
      <RevealApplicantDialog id={application.id} isOpen={isRevealing} onOpenChange={setRevealing} />
    </Card>
  )
}
