import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useDownload } from '../use-download.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { Select } from '#ui/controls/select.tsx'
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
import { PlanMap } from './plan-map.tsx'
import { ChosenTable, DistrictsTable } from './plan-tables.tsx'
import { sitingStatus } from './status-words.ts'

export type Siting = OutputOf<typeof stations.getSiting>
export type Planned = Siting & { readonly plan: NonNullable<Siting['plan']> }

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

type PlanViewProps = {
  readonly run: Planned
  readonly otherId: string | null
  readonly onCompare: (id: string | null) => void
}

function PlanView({ run, otherId, onCompare }: PlanViewProps) {
  const t = useText()
  const others = useAnswer(stations.listSitings, { pageSize: 100 }).data?.rows ?? []
  const comparable = others.filter(({ id, coveredAfter }) => id !== run.id && coveredAfter !== null)
  return (
    <div className="stations-columns">
      <div className="ui-stack">
        <Card title={t(sitingMessages.plan)}>
          <Numbers run={run} />
          <HowSure run={run} />
        </Card>
        <ChosenTable run={run} />
        <DistrictsTable run={run} />
      </div>
      <div className="ui-stack">
        <PlanMap run={run} />
        <Card title={t(sitingMessages.compare)}>
          <Select
            label={t(sitingMessages.compare)}
            options={[
              { id: 'none', label: t(sitingMessages.noCompare) },
              ...comparable.map(({ id, title }) => ({ id, label: title })),
            ]}
            value={otherId ?? 'none'}
            onChange={(id) => onCompare(id === 'none' ? null : id)}
          />
          {otherId !== null && <Compared run={run} otherId={otherId} />}
        </Card>
        <Card title={t(sitingMessages.howCounted)}>
          <p>{t(run.reachMethod)}</p>
          <p>
            {t(sitingMessages.demandOf, { name: run.demandName })} {run.demandMethod}
          </p>
          {run.sitesName !== null && <p>{t(sitingMessages.candidates, { name: run.sitesName })}</p>}
          <p className="ui-hint">{t(sitingMessages.estimate)}</p>
        </Card>
      </div>
    </div>
  )
}

function Numbers({ run: { plan, question } }: { readonly run: Planned }) {
  const t = useText()
  const format = useFormat()
  const share = (persons: number) =>
    t(sitingMessages.ofAll, {
      persons: format.number(plan.demandPersons),
      share: format.percent(plan.demandPersons === 0 ? 0 : persons / plan.demandPersons),
    })
  const after = question === 'build' ? sitingMessages.afterBuild : sitingMessages.afterClose
  const parts = [
    { label: t(sitingMessages.before), value: plan.coveredBefore, hint: share(plan.coveredBefore) },
    { label: t(after), value: plan.coveredAfter, hint: share(plan.coveredAfter) },
    { label: t(sitingMessages.change), value: plan.coveredAfter - plan.coveredBefore, hint: '' },
  ]
  return (
    <dl className="stations-numbers">
      {parts.map(({ label, value, hint }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="ui-figures">
            <b>{format.number(value)}</b> <span className="ui-hint">{hint}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function HowSure({ run: { plan, status } }: { readonly run: Planned }) {
  const t = useText()
  const format = useFormat()
  const said = {
    seconds: plan.seconds.toFixed(2),
    greedy: format.number(plan.greedyAfter),
    bound: format.number(plan.bound),
    gap: format.percent(plan.gap),
  }
  const words =
    status === 'none-in-reach'
      ? sitingMessages.none
      : status === 'optimal'
        ? sitingMessages.proved
        : sitingMessages.cut
  return (
    <>
      <p>{t(words, said)}</p>
      {plan.outOfReach > 0 && (
        <p className="ui-hint">{t(sitingMessages.outOfReach, { persons: format.number(plan.outOfReach) })}</p>
      )}
    </>
  )
}

function Compared({ run, otherId }: { readonly run: Planned; readonly otherId: string }) {
  const t = useText()
  const format = useFormat()
  return (
    <Answered to={useAnswer(stations.getSiting, { id: otherId })}>
      {(other) => {
        if (other.plan === null) return null
        const theirs = new Set(other.plan.chosen.map(({ id }) => id))
        const shared = run.plan.chosen.filter(({ id }) => theirs.has(id)).length
        return (
          <dl className="stations-numbers">
            {[run, { ...other, plan: other.plan }].map((one) => (
              <div key={one.id}>
                <dt>{one.title}</dt>
                <dd className="ui-figures">
                  <b>{format.number(one.plan.coveredAfter)}</b>{' '}
                  <span className="ui-hint">{t(sitingMessages[one.reach])}</span>
                </dd>
              </div>
            ))}
            <div>
              <dt>{t(sitingMessages.shared)}</dt>
              <dd className="ui-figures">{format.number(shared)}</dd>
            </div>
          </dl>
        )
      }}
    </Answered>
  )
}
