import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useDownload } from '#kernel/files/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { activities } from '../../contract.ts'
import type { Activity } from '../member/activity-page.tsx'
import { messages as memberMessages } from '../messages.ts'
import { PhaseBadge } from '../phase-badge.tsx'
import { staffMessages as messages } from '../staff-messages.ts'
import { spanText } from '../time-span.ts'
import { EditActivityDialog } from './activity-dialog.tsx'
import { SignUpsTable } from './sign-ups-table.tsx'

/** One activity at the desk: what it is, who signed up and who waits, and the door. */
export default function StaffActivityPage() {
  const { id = '' } = useParams({ strict: false })
  const answer = useAnswer(activities.getActivity, { id }, { everySeconds: 30 })
  return <Answered to={answer}>{(activity) => <Desk activity={activity} />}</Answered>
}

function Desk({ activity }: { activity: Activity }) {
  const t = useText()
  const format = useFormat()
  const { title, startsAt, endsAt, place, organisationName, summary, cancelReason } = activity
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: t(messages.title), href: '/staff/activities' }]}
        actions={<Actions activity={activity} />}
      />
      <div className="ui-stack">
        <Card>
          <div className="ui-stack">
            <span className="ui-row">
              <PhaseBadge activity={activity} />
              {cancelReason !== null && t(memberMessages.cancelledWhy, { reason: cancelReason })}
            </span>
            {summary !== '' && <p>{summary}</p>}
            <DescriptionList
              items={[
                { term: t(messages.time), value: spanText(format, startsAt, endsAt) },
                { term: t(messages.place), value: place },
                { term: t(messages.organiser), value: organisationName },
                {
                  term: t(memberMessages.signingUp),
                  value: t(memberMessages.signUpSpan, {
                    from: format.dateTime(activity.signUpFrom),
                    until: format.dateTime(activity.signUpUntil),
                  }),
                },
              ]}
            />
          </div>
        </Card>
        <SignUpsTable activity={activity} />
      </div>
    </>
  )
}

function Actions({ activity }: { activity: Activity }) {
  const t = useText()
  const toast = useToast()
  const [asked, setAsked] = useState<'edit' | 'cancel' | null>(null)
  const poster = useDownload(activities.activityPoster)
  const { id, title, phase } = activity
  const isBefore = phase === 'announced' || phase === 'open' || phase === 'closed'
  const share = async () => {
    await navigator.clipboard.writeText(`${location.origin}/activities/${id}`)
    toast({ text: t(messages.copied), icon: 'copy' })
  }
  return (
    <>
      <Button icon="copy" onPress={() => void share()}>
        {t(messages.share)}
      </Button>
      <Allowed permission="activities.run">
        <Button
          icon="download"
          isPending={poster.isPending}
          onPress={() => void poster.start({ id }, `签到海报-${title}.pdf`)}
        >
          {t(messages.poster)}
        </Button>
        {isBefore && (
          <Button icon="edit" onPress={() => setAsked('edit')}>
            {t(messages.edit)}
          </Button>
        )}
        {(isBefore || phase === 'under-way') && (
          <Button variant="danger" onPress={() => setAsked('cancel')}>
            {t(messages.callOff)}
          </Button>
        )}
      </Allowed>
      {poster.failure && <p role="alert">{t(poster.failure.text)}</p>}
      {asked === 'edit' && <EditActivityDialog activity={activity} onClose={() => setAsked(null)} />}
      <CallOff id={id} isOpen={asked === 'cancel'} onClose={() => setAsked(null)} />
    </>
  )
}

function CallOff({ id, isOpen, onClose }: { id: string; isOpen: boolean; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const cancel = useCommand(activities.cancelActivity)
  const confirm = (reason: string) =>
    cancel.mutate(
      { id, reason },
      {
        onSuccess: ({ told }) => {
          toast({ text: t(messages.calledOff, { told }) })
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      title={t(messages.callOffTitle)}
      confirmLabel={t(messages.callOff)}
      isOpen={isOpen}
      onOpenChange={onClose}
      isDanger
      isPending={cancel.isPending}
      asksReason={{ label: t(messages.callOffReason) }}
      onConfirm={confirm}
    >
      <p>{t(messages.callOffText)}</p>
      {cancel.error && <p role="alert">{t(cancel.error.text)}</p>}
    </ConfirmDialog>
  )
}
