import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { CaseMoves, CaseTimeline } from '#kernel/review/client.tsx'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { stations } from '../../../contract.ts'
import { DoubtsDialog } from '../../staff/form/doubts-dialog.tsx'
import { useRefusals } from '../../staff/form/use-refusals.ts'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import '../../staff/staff.css'
import { applicationWords } from '../../state-words.ts'
import '../stations.css'
import { ApplyForm } from './apply-form.tsx'
import { readApplication, useApplyValues, valuesOfApplication, type Application } from './apply-values.ts'
import { applyMessages as messages } from './messages.ts'

/** One application as its applicant or its keeper follows it: where it stands, what they can do, what happened. */
export default function ApplicationPage() {
  const t = useText()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const answer = useAnswer(stations.getApplication, { id })
  return (
    <MemberPage title={answer.data?.name ?? t(messages.mine)} backHref="/stations/applications">
      <Answered to={answer} label={t(messages.loading)}>
        {(application) => <Followed application={application} />}
      </Answered>
    </MemberPage>
  )
}

function Followed({ application }: { readonly application: Application }) {
  const t = useText()
  const { text, status } = applicationWords[application.state]!
  return (
    <>
      <Card title={application.name}>
        <p>
          <StatusBadge status={status}>{t(text)}</StatusBadge>
        </p>
        <DescriptionList
          items={[
            { term: t(messages.hostUnit), value: application.hostUnit },
            { term: t(messages.address), value: application.draft.address },
            { term: t(messages.keeper), value: application.keeper.name },
          ]}
        />
        {application.stationCode !== null && (
          <>
            <p>{t(messages.granted, { code: application.stationCode })}</p>
            <LinkButton variant="primary" href={`/stations/${application.stationCode}`}>
              {t(messages.seeStation)}
            </LinkButton>
          </>
        )}
      </Card>
      {application.mayAgree && <Agree application={application} />}
      {application.mayCorrect && <Correct key={application.version} application={application} />}
      <Card title={t(messages.progress)}>
        <CaseTimeline caseId={application.caseId} />
        {application.role === 'applicant' && !application.mayCorrect && (
          <CaseMoves caseId={application.caseId} programmeMove={() => <></>} />
        )}
      </Card>
    </>
  )
}

/** The keeper's own yes or no, by the phone that they signed in with. */
function Agree({ application }: { readonly application: Application }) {
  const t = useText()
  const toast = useToast()
  const [reason, setReason] = useState('')
  const answer = useCommand(stations.agreeToKeep, ['review', 'work'])
  const say = (agrees: boolean) =>
    answer.mutate(
      { id: application.id, seq: application.seq, agrees, ...(!agrees && { reason: reason.trim() }) },
      { onSuccess: () => toast({ text: t(messages.agreed) }) },
    )
  return (
    <Card title={t(messages.agreeTitle, { unit: application.hostUnit, name: application.name })}>
      <p>{t(messages.agreeWhat)}</p>
      <Button variant="primary" wide isPending={answer.isPending} onPress={() => say(true)}>
        {t(messages.agree)}
      </Button>
      <TextField label={t(messages.declineWhy)} value={reason} onChange={setReason} isOptional />
      <Button wide isDisabled={reason.trim().length < 4 || answer.isPending} onPress={() => say(false)}>
        {t(messages.decline)}
      </Button>
      <RefusalNote failure={answer.error} />
    </Card>
  )
}

/** What came back, with everything that was said before. */
function Correct({ application }: { readonly application: Application }) {
  const t = useText()
  const toast = useToast()
  const [values, change] = useApplyValues(() => valuesOfApplication(application))
  const refusals = useRefusals()
  const correct = useCommand(stations.correctApplication, ['review', 'work'])
  const send = (confirmed: readonly string[]) => {
    const read = readApplication(values)
    if (!read.ok) return refusals.say(read.errors)
    refusals.clear()
    const known = new Set(application.photos.map((photo) => photo.id))
    const { photos, ...wish } = read.wish
    correct.mutate(
      {
        ...wish,
        id: application.id,
        seq: application.seq,
        photos: photos.filter(({ fileId }) => !known.has(fileId)),
        kept: photos.map(({ fileId }) => fileId).filter((one) => known.has(one)),
        confirmed: [...confirmed],
      },
      { onError: refusals.take, onSuccess: () => toast({ text: t(messages.sent) }) },
    )
  }
  return (
    <>
      <h2 className="stations-section-title">{t(messages.correctTitle)}</h2>
      <ApplyForm
        values={values}
        onChange={change}
        onSubmit={() => send(refusals.confirmed)}
        isPending={correct.isPending}
        refusals={refusals}
        sendLabel={t(messages.sendAgain)}
      />
      <DoubtsDialog
        doubts={refusals.doubts}
        isPending={correct.isPending}
        onConfirm={() => send(refusals.confirm())}
        onClose={refusals.clear}
      />
    </>
  )
}
