import { Permitted } from '#kernel/access/client.ts'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { useLeaving } from '#platform/client/use-leaving.ts'
import { Button } from '#ui/controls/button.tsx'
import { LeaveDialog } from '#ui/controls/leave-dialog.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { contests } from '../../../contract.ts'
import { messages } from '../../messages.ts'
import type { Contest } from '../../types.ts'
import { formMessages } from './messages.ts'
import { RulesForm } from './rules-form.tsx'

/** Of a draft the rules change freely; of an open contest by an amendment that says why. */
export default function RulesPage() {
  const t = useText()
  const { contestId = '' } = useParams({ strict: false }) as { contestId?: string }
  const answer = useAnswer(contests.getContest, { id: contestId })
  return (
    <Permitted permission="contests.run">
      <Answered to={answer} label={t(messages.loading)}>
        {(contest) =>
          contest.state === 'draft' ? (
            <EditForm key={contest.id} contest={contest} />
          ) : (
            <AmendForm key={contest.id} contest={contest} />
          )
        }
      </Answered>
    </Permitted>
  )
}

type FormProps = { readonly contest: Contest }

const crumbsOf = ({ id, title }: Contest, all: string) => [
  { label: all, href: '/staff/contests' },
  { label: title, href: `/staff/contests/${id}` },
]

function EditForm({ contest }: FormProps) {
  const t = useText()
  const toast = useToast()
  const navigate = useNavigate()
  const [title, setTitle] = useState(contest.title)
  const [rules, setRules] = useState(contest.rules)
  const edit = useCommand(contests.editContest)
  const { release, ...leaving } = useLeaving(title !== contest.title || rules !== contest.rules)
  const href = `/staff/contests/${contest.id}`
  const save = () =>
    edit.mutate(
      { id: contest.id, version: contest.version, title, rules },
      {
        onSuccess: () => {
          release()
          toast({ text: t(formMessages.saved) })
          void navigate({ href })
        },
      },
    )
  return (
    <>
      <LeaveDialog {...leaving} />
      <PageHeader title={t(formMessages.editTitle)} breadcrumbs={crumbsOf(contest, t(messages.contests))} />
      <RulesForm
        rules={rules}
        onChange={setRules}
        onSubmit={save}
        failure={edit.error}
        before={
          <Card title={t(formMessages.basics)}>
            <TextField name="title" label={t(formMessages.title)} value={title} onChange={setTitle} />
            <CallField
              value={rules.description}
              onChange={(description) => setRules({ ...rules, description })}
            />
          </Card>
        }
        end={
          <div className="ui-row">
            <Button type="submit" variant="primary" isPending={edit.isPending}>
              {t(formMessages.save)}
            </Button>
            <LinkButton variant="quiet" href={href}>
              {t(messages.cancel)}
            </LinkButton>
          </div>
        }
      />
    </>
  )
}

function AmendForm({ contest }: FormProps) {
  const t = useText()
  const toast = useToast()
  const navigate = useNavigate()
  const [rules, setRules] = useState(contest.rules)
  const [reason, setReason] = useState('')
  const amend = useCommand(contests.amendContest)
  const href = `/staff/contests/${contest.id}`
  const { release, ...leaving } = useLeaving(reason !== '' || rules !== contest.rules)
  const isChanged = JSON.stringify(rules) !== JSON.stringify(contest.rules)
  const publish = () =>
    amend.mutate(
      { id: contest.id, version: contest.version, rules, reason },
      {
        onSuccess: ({ no }) => {
          release()
          toast({ text: t(formMessages.amended, { no }) })
          void navigate({ href: `${href}?tab=rules` })
        },
      },
    )
  return (
    <>
      <LeaveDialog {...leaving} />
      <PageHeader
        title={t(formMessages.amendTitle)}
        breadcrumbs={crumbsOf(contest, t(messages.contests))}
        summary={t(formMessages.amendWhat)}
      />
      <RulesForm
        rules={rules}
        onChange={setRules}
        onSubmit={publish}
        failure={amend.error}
        before={
          <Card title={contest.title}>
            <TextArea
              name="reason"
              label={t(formMessages.amendReason)}
              description={t(formMessages.amendReasonHint)}
              rows={2}
              value={reason}
              onChange={setReason}
            />
            <CallField
              value={rules.description}
              onChange={(description) => setRules({ ...rules, description })}
            />
          </Card>
        }
        end={
          <div className="ui-row">
            <Button type="submit" variant="primary" isPending={amend.isPending} isDisabled={!isChanged}>
              {t(formMessages.amend)}
            </Button>
            <LinkButton variant="quiet" href={href}>
              {t(messages.cancel)}
            </LinkButton>
            {!isChanged && <span className="ui-hint">{t(formMessages.nothingChanged)}</span>}
          </div>
        }
      />
    </>
  )
}

type CallFieldProps = { readonly value: string; readonly onChange: (text: string) => void }

function CallField({ value, onChange }: CallFieldProps) {
  const t = useText()
  return (
    <TextArea
      name="rules.description"
      label={t(formMessages.description)}
      description={t(formMessages.descriptionHint)}
      isOptional
      rows={4}
      value={value}
      onChange={onChange}
    />
  )
}
