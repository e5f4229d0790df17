import { useParams } from '@tanstack/react-router'
import { CaseMoves, CaseTimeline, DeadlineBadge, useCase } from '#kernel/review/client.tsx'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Stepper } from '#ui/controls/stepper.tsx'
import { Card } from '#ui/data/card.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { membership } from '../../contract.ts'
import { AdviceLines } from '../advice-lines.tsx'
import { Papers } from '../papers.tsx'
import { ElectionForm } from './election-form.tsx'
import { messages } from './messages.ts'
import './member-unions.css'
import { RollCard } from './roll-card.tsx'

export type Founding = OutputOf<typeof membership.getFounding>

/** Where an application stands, what is the applicant's to do now, and its papers. */
export default function FoundingPage() {
  const { foundingId = '' } = useParams({ strict: false }) as { foundingId?: string }
  const t = useText()
  const answer = useAnswer(membership.getFounding, { id: foundingId })
  return (
    <MemberPage title={answer.data?.unionName ?? t(messages.title)} backHref="/unions">
      <div className="unions-narrow">
        <Answered to={answer}>{(founding) => <Shown founding={founding} />}</Answered>
      </div>
    </MemberPage>
  )
}

const stepOf: Readonly<Record<string, number>> = {
  checking: 0,
  returned: 0,
  preparing: 2,
  'result-checking': 2,
  'result-returned': 2,
  registered: 4,
}

function Shown({ founding }: { founding: Founding }) {
  const t = useText()
  const { standing } = founding
  const isPreparing = standing.state === 'preparing' || standing.state === 'result-returned'
  return (
    <>
      <Stepper
        label={t(messages.steps)}
        steps={[t(messages.applied), t(messages.approved), t(messages.enrolled), t(messages.registered)]}
        current={stepOf[standing.state] ?? 0}
      />
      <Card title={t(messages.now)}>
        <Now founding={founding} />
      </Card>
      {isPreparing && <RollCard founding={founding} />}
      {isPreparing && founding.roll.length > 0 && <ElectionForm founding={founding} />}
      <Card title={t(messages.papers)}>
        <Papers founding={founding} />
      </Card>
      <Card title={t(messages.advice)}>
        <AdviceLines lines={founding.advice} />
      </Card>
      <Card title={t(messages.story)}>
        <CaseTimeline caseId={standing.caseId} />
      </Card>
      {standing.outcome === null && (
        <Card title={t(messages.otherSteps)}>
          <CaseMoves caseId={standing.caseId} programmeMove={() => <></>} />
        </Card>
      )}
    </>
  )
}

function Now({ founding }: { founding: Founding }) {
  const t = useText()
  const one = useCase(founding.standing.caseId)
  const { state } = founding.standing
  return (
    <div className="ui-stack">
      <span className="ui-row">
        <b>{t(founding.standing.stateTitle)}</b>
        {one.data?.deadline && <DeadlineBadge deadline={one.data.deadline} standsAlone />}
      </span>
      {(state === 'checking' || state === 'result-checking') && (
        <p>{t(messages.waitsAbove, { name: founding.levelAboveName })}</p>
      )}
      {state === 'returned' && (
        <>
          <p>{t(messages.missing)}：</p>
          <ol className="unions-points">
            {founding.missing.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ol>
          <span className="ui-row">
            <LinkButton variant="primary" href={`/unions/found/${founding.id}/correct`}>
              {t(messages.correct)}
            </LinkButton>
          </span>
        </>
      )}
      {(state === 'preparing' || state === 'result-returned') && <p>{t(messages.preparersWhy)}</p>}
      {state === 'registered' && <p>{t(messages.isRegistered, { name: founding.levelAboveName })}</p>}
      {(state === 'refused' || state === 'withdrawn') && <p>{t(messages.ended)}</p>}
    </div>
  )
}
