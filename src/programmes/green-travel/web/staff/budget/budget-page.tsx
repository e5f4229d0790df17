import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { cityDay } from '#platform/city-time.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { Stat } from '#ui/data/stat.tsx'
import { StatusBadge, type Status } from '#ui/data/status-badge.tsx'
import { LineTrend } from '#ui/charts/line-trend.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { Text } from '#ui/i18n/text.ts'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { greenTravel } from '../../../contract.ts'
import { GrantDialog } from './grant-dialog.tsx'
import { History } from './history.tsx'
import { messages } from './messages.ts'
import { OpenBudget } from './open-dialog.tsx'

type Detail = OutputOf<typeof greenTravel.getBudget>
type Budget = Detail['budget']

/** What was granted, where it stands, and until when it lasts. */
export default function BudgetPage() {
  const t = useText()
  const list = useAnswer(greenTravel.listBudgets, { pageSize: 20 })
  return (
    <>
      <PageHeader
        title={t(messages.title)}
        summary={t(messages.summary)}
        actions={
          <>
            <LinkButton href="/claims" variant="quiet">
              {t(messages.claims)}
            </LinkButton>
            {list.data && (
              <Allowed permission="green-travel.budget">
                <OpenBudget newest={list.data.rows[0]} />
              </Allowed>
            )}
          </>
        }
      />
      <Answered to={list} label={t(messages.loading)}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t(messages.none)}>{t(messages.noneText)}</EmptyState>
          ) : (
            rows.map(({ id }) => <BudgetCard key={id} id={id} />)
          )
        }
      </Answered>
    </>
  )
}

function BudgetCard({ id }: { id: number }) {
  const t = useText()
  const detail = useAnswer(greenTravel.getBudget, { id }, { everySeconds: 60 })
  return (
    <Answered to={detail} label={t(messages.loading)}>
      {({ budget, days, appropriations, events }) => (
        <Card
          title={`${budget.organisationName} · ${budget.name}`}
          actions={<StatusBadge status={standingOf(budget).status}>{t(standingOf(budget).text)}</StatusBadge>}
        >
          <p className="ui-hint">{t(messages.period, { from: budget.fromMonth, to: budget.toMonth })}</p>
          <Amounts budget={budget} />
          <Lasts budget={budget} />
          <Actions budget={budget} />
          {days.some(({ unionFen }) => unionFen !== 0) && (
            <LineTrend
              title={t(messages.byDay)}
              alternative={t(messages.byDayAlternative)}
              unit="元"
              columns={[t(messages.day), t(messages.yuan)]}
              data={days.map(({ day, unionFen }) => ({ label: day.slice(5), value: unionFen / 100 }))}
            />
          )}
          <History appropriations={appropriations} events={events} />
        </Card>
      )}
    </Answered>
  )
}

function standingOf({ paused, fromMonth, toMonth }: Budget): { status: Status; text: Text } {
  const thisMonth = cityDay(Date.now()).slice(0, 7)
  if (thisMonth > toMonth) return { status: 'quiet', text: messages.ended }
  if (paused) return { status: 'warn', text: messages.paused }
  if (thisMonth < fromMonth) return { status: 'info', text: messages.notBegun }
  return { status: 'good', text: messages.running }
}

function Amounts({ budget }: { budget: Budget }) {
  const t = useText()
  const yuan = (fen: number) => ({ value: Math.round(fen) / 100, unit: '元' })
  return (
    <div className="ui-stats">
      <Stat label={t(messages.granted)} {...yuan(budget.grantedFen)} />
      <Stat label={t(messages.spent)} {...yuan(budget.spentFen)} />
      <Stat label={t(messages.reserved)} {...yuan(budget.reservedFen)} note={t(messages.reservedNote)} />
      <Stat label={t(messages.free)} {...yuan(budget.freeFen)} />
    </div>
  )
}

function Lasts({ budget: { runsOut, weeksSeen } }: { budget: Budget }) {
  const t = useText()
  const format = useFormat()
  return (
    <section className="ui-stack">
      <h3>{t(messages.lasts)}</h3>
      {runsOut === null ? (
        <p>{t(messages.tooSoon)}</p>
      ) : (
        <>
          <p>
            <b>{t(messages.likely, { day: format.date(runsOut.likely) })}</b>{' '}
            {runsOut.latest === null
              ? t(messages.rangeOpen, { earliest: format.date(runsOut.earliest) })
              : t(messages.range, {
                  earliest: format.date(runsOut.earliest),
                  latest: format.date(runsOut.latest),
                })}
          </p>
          <p className="ui-hint">{t(messages.method, { weeks: weeksSeen })}</p>
        </>
      )}
    </section>
  )
}

function Actions({ budget }: { budget: Budget }) {
  const t = useText()
  const [open, setOpen] = useState<'pause' | 'grant'>()
  const pause = useCommand(greenTravel.pauseBudget)
  const close = () => setOpen(undefined)
  const wantsPause = !budget.paused
  return (
    <div className="ui-row">
      <Allowed permission="green-travel.budget">
        <Button variant="primary" onPress={() => setOpen('grant')}>
          {t(messages.grant)}
        </Button>
      </Allowed>
      <Allowed permission="green-travel.run">
        <Button onPress={() => setOpen('pause')}>{t(wantsPause ? messages.pause : messages.resume)}</Button>
      </Allowed>
      {pause.error && <p role="alert">{t(pause.error.text)}</p>}
      <ConfirmDialog
        title={t(wantsPause ? messages.pause : messages.resume)}
        confirmLabel={t(wantsPause ? messages.pause : messages.resume)}
        isOpen={open === 'pause'}
        isPending={pause.isPending}
        onOpenChange={(isOpen) => !isOpen && close()}
        asksReason={{ label: t(messages.reason) }}
        onConfirm={(reason) =>
          pause.mutate({ budget: budget.id, paused: wantsPause, reason }, { onSuccess: close })
        }
      >
        {t(wantsPause ? messages.pauseText : messages.resumeText)}
      </ConfirmDialog>
      <GrantDialog budget={budget.id} isOpen={open === 'grant'} onClose={close} />
    </div>
  )
}
