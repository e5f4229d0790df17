import { useAnswer } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Select } from '#ui/controls/select.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { sitingMessages } from './messages.ts'
import { PlanMap } from './plan-map.tsx'
import { ChosenTable, DistrictsTable } from './plan-tables.tsx'
import type { Planned } from './siting.ts'

type PlanViewProps = {
  readonly run: Planned
  readonly otherId: string | null
  readonly onCompare: (id: string | null) => void
}

/** The plan: its numbers, how sure they are, the places on the drawing and as tables, and another beside it. */
export function PlanView({ run, otherId, onCompare }: PlanViewProps) {
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
