import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { FileUpload } from '#kernel/files/client.ts'
import { formRefusal } from '#kernel/organisations/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { membership } from '../../../../contract.ts'
import '../../../member-unions/member-unions.css'
import { outcomeStatus } from '../../../union-words.ts'
import '../unions.css'
import { messages } from './messages.ts'
import { sayMilestone } from './say-milestone.ts'

type Project = OutputOf<typeof membership.getProject>
type Milestone = Project['milestones'][number]

/** A union's project: each milestone as the roll counts it today, and what was claimed. */
export default function ProjectPage() {
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string }
  return (
    <Answered to={useAnswer(membership.getProject, { id: projectId })}>
      {(project) => <Shown project={project} />}
    </Answered>
  )
}

function Shown({ project }: { project: Project }) {
  const t = useText()
  const format = useFormat()
  const [chosen, setChosen] = useState<Milestone>()
  return (
    <>
      <PageHeader
        title={project.unionName}
        breadcrumbs={[{ label: t(messages.support), href: '/staff/unions/support' }]}
        summary={`${project.policyName} · ${t(messages.openedOn)} ${project.openedOn} · ${t(messages.paid)} ${format.yuan(project.paidFen)}`}
      />
      <div className="ui-stack">
        <Card title={t(messages.milestones)}>
          <ul className="unions-rows">
            {project.milestones.map((one) => (
              <li key={one.milestone.id}>
                <span>
                  {sayMilestone(one.milestone, t, format)}{' '}
                  <span className="ui-hint">
                    {t(messages.progress, { counted: one.today.counted, needed: one.today.needed })}{' '}
                    {one.today.notBefore && t(messages.notBefore, { day: one.today.notBefore })}
                  </span>
                </span>
                <span className="ui-row">
                  <StatusBadge status={one.today.isReached ? 'good' : 'quiet'}>
                    {t(
                      one.claimId
                        ? messages.claimed
                        : one.today.isReached
                          ? messages.reached
                          : messages.notReached,
                    )}
                  </StatusBadge>
                  {project.mayClaim && one.today.isReached && one.claimId === null && (
                    <Button variant="primary" onPress={() => setChosen(one)}>
                      {t(messages.claim)}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Card>
        <Card title={t(messages.claims)}>
          {project.claimRows.length === 0 && <p className="ui-hint">{t(messages.noClaims)}</p>}
          <ul className="unions-rows">
            {project.claimRows.map((row) => (
              <li key={row.id}>
                <Link href={`/staff/unions/claims/${row.id}`}>{sayMilestone(row.milestone, t, format)}</Link>
                <span className="ui-row">
                  <span className="ui-figures">{format.yuan(row.amountFen)}</span>
                  <StatusBadge status={outcomeStatus(row.standing.outcome)}>
                    {t(row.standing.stateTitle)}
                  </StatusBadge>
                </span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
      {chosen && <ClaimDialog project={project} chosen={chosen} onClose={() => setChosen(undefined)} />}
    </>
  )
}

type ClaimDialogProps = { project: Project; chosen: Milestone; onClose: () => void }

function ClaimDialog({ project, chosen, onClose }: ClaimDialogProps) {
  const t = useText()
  const format = useFormat()
  const toast = useToast()
  const claim = useCommand(membership.claimMilestone, ['review'])
  const [note, setNote] = useState('')
  const [files, setFiles] = useState<readonly { id: string; name: string }[]>([])
  const submit = () =>
    claim.mutate(
      { projectId: project.id, milestone: chosen.milestone.id, note, fileIds: files.map(({ id }) => id) },
      {
        onSuccess: () => {
          toast({ text: t(messages.saved) })
          onClose()
        },
      },
    )
  return (
    <Dialog title={t(messages.claim)} isAlert isOpen onOpenChange={onClose}>
      <Form onSubmit={submit} {...formRefusal(claim.error, t)}>
        <p>{t(messages.claimWhat, { yuan: format.yuan(chosen.today.amountFen) })}</p>
        <TextArea name="note" label={t(messages.note)} isOptional rows={2} value={note} onChange={setNote} />
        {files.map(({ id, name }) => (
          <p key={id} className="ui-hint">
            {name}
          </p>
        ))}
        <FileUpload
          purpose="support-evidence"
          label={t(messages.evidence)}
          onReady={({ fileId, name }) => setFiles([...files, { id: fileId, name }])}
        />
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="primary" isPending={claim.isPending}>
            {t(messages.claim)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
