import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useDownload } from '#kernel/files/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { Card } from '#ui/data/card.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { FileInTheMaking } from '../file-in-the-making.tsx'
import { messages } from '../messages.ts'
import '../staff.css'
import { sitingMessages } from './messages.ts'
import { PlanView } from './plan-view.tsx'
import type { Siting } from './siting.ts'
import { sitingStatus } from './status-words.ts'

const ASKED_EVERY_SECONDS = 2

/** One run: while it computes its progress, and then the plan on the drawing and as tables, beside another one. */
export default function SitingPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [isDone, setDone] = useState(false)
  const answer = useAnswer(stations.getSiting, { id }, isDone ? {} : { everySeconds: ASKED_EVERY_SECONDS })
  if (answer.data !== undefined && answer.data.status !== 'computing' && !isDone) setDone(true)
  return <Answered to={answer}>{(run) => <Shown run={run} />}</Answered>
}

function Shown({ run }: { readonly run: Siting }) {
  const t = useText()
  const [otherId, setOtherId] = useState<string | null>(null)
  const paper = useDownload(stations.sitingPaper)
  const print = () =>
    void paper.start(
      { id: run.id, ...(otherId !== null && { comparedWith: otherId }) },
      t(sitingMessages.paperName, { title: run.title }),
    )
  return (
    <>
      <PageHeader
        title={run.title}
        breadcrumbs={[
          { label: t(messages.stations), href: '/staff/stations' },
          { label: t(sitingMessages.title), href: '/staff/stations/siting' },
        ]}
        summary={
          <span className="ui-row">
            <StatusBadge status={sitingStatus[run.status]!}>{t(sitingMessages[run.status])}</StatusBadge>
            <span>{run.organisationName}</span>
            {run.isInvented && <Tag>{t(sitingMessages.inventedBadge)}</Tag>}
          </span>
        }
        actions={
          run.plan !== null && (
            <>
              <FileInTheMaking download={paper} />
              <Button icon="print" variant="primary" isPending={paper.isPending} onPress={print}>
                {t(sitingMessages.paper)}
              </Button>
            </>
          )
        }
      />
      {run.status === 'computing' && <Computing run={run} />}
      {run.plan === null && run.status !== 'computing' && (
        <p role="status">{t(sitingMessages.ended, { state: t(sitingMessages[run.status]) })}</p>
      )}
      {run.plan !== null && (
        <PlanView run={{ ...run, plan: run.plan }} otherId={otherId} onCompare={setOtherId} />
      )}
    </>
  )
}

function Computing({ run }: { readonly run: Siting }) {
  const t = useText()
  const format = useFormat()
  const stop = useCommand(stations.cancelSiting)
  return (
    <Card title={t(sitingMessages.computing)}>
      <ProgressBar label={t(sitingMessages.progressLabel)} />
      {run.progress !== null && (
        <p role="status">
          {t(sitingMessages.progress, {
            seconds: format.number(Math.round(run.progress.seconds)),
            best: run.progress.best === null ? '–' : format.number(Math.round(run.progress.best)),
          })}
        </p>
      )}
      <span className="ui-row">
        <Button isPending={stop.isPending} onPress={() => stop.mutate({ id: run.id })}>
          {t(sitingMessages.stop)}
        </Button>
      </span>
    </Card>
  )
}
