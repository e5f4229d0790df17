import { useNavigate, useParams } from '@tanstack/react-router'
import { useCase } from '#kernel/review/client.tsx'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Card } from '#ui/data/card.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { membership } from '../../contract.ts'
import { ApplyForm } from './apply-form.tsx'
import { sentOf, type Draft } from './draft.ts'
import type { Founding } from './founding-page.tsx'
import { messages } from './messages.ts'
import './member-unions.css'

/** The same form again, filled with what was sent, under what was found missing. */
export default function CorrectPage() {
  const { foundingId = '' } = useParams({ strict: false }) as { foundingId?: string }
  const t = useText()
  const answer = useAnswer(membership.getFounding, { id: foundingId })
  return (
    <MemberPage title={t(messages.correct)} backHref={`/unions/found/${foundingId}`}>
      <Answered to={answer}>{(founding) => <Correct founding={founding} />}</Answered>
    </MemberPage>
  )
}

function Correct({ founding }: { founding: Founding }) {
  const t = useText()
  const navigate = useNavigate()
  const one = useCase(founding.standing.caseId)
  const refile = useCommand(membership.refileFounding, ['review'])
  const initial: Draft = { ...founding.application, unitCode: founding.application.unitCode ?? '' }
  const send = (draft: Draft) =>
    one.data !== undefined &&
    refile.mutate(
      { id: founding.id, seq: one.data.seq, application: sentOf(draft) },
      { onSuccess: () => void navigate({ href: `/unions/found/${founding.id}` }) },
    )
  return (
    <>
      <div className="unions-narrow">
        <Card title={t(messages.missing)}>
          <ol className="unions-points">
            {founding.missing.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ol>
        </Card>
      </div>
      <ApplyForm
        initial={initial}
        onChange={() => undefined}
        sendLabel={t(messages.resend)}
        isPending={refile.isPending}
        failure={refile.error}
        onSend={send}
      />
    </>
  )
}
