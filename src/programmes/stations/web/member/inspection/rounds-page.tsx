import { useState } from 'react'
import { cityDay } from '#platform/city-time.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { call } from '#platform/client/call.ts'
import { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { Card } from '#ui/data/card.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { useLinks } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { stations } from '../../../contract.ts'
import { useOutbox } from '../device/outbox.ts'
import '../stations.css'
import type { RoundRow } from '../types.ts'
import { inspectionMessages as messages } from './messages.ts'
import { useKeptRounds } from './use-kept-rounds.ts'

const STOPS_MAX = 40
const STOPS_AT_FIRST = 6

/** An inspector's routes; they open without a network once they were seen with one. */
export default function RoundsPage() {
  const t = useText()
  const rounds = useKeptRounds()
  useOutbox()
  return (
    <MemberPage title={t(messages.title)} backHref="/me">
      {rounds.isFromPhone && <p className="stations-small">{t(messages.kept)}</p>}
      <Answered to={rounds} label={t(messages.loading)}>
        {(rows) => (
          <>
            {rows.length === 0 && (
              <EmptyState title={t(messages.noRoundsTitle)}>{t(messages.noRounds)}</EmptyState>
            )}
            {rows.length > 0 && <Rounds rows={rows} />}
            {!rounds.isFromPhone && <PlanToday />}
          </>
        )}
      </Answered>
    </MemberPage>
  )
}

function Rounds({ rows }: { rows: readonly RoundRow[] }) {
  const t = useText()
  const format = useFormat()
  const today = cityDay(Date.now())
  return (
    <List label={t(messages.title)}>
      {rows.map(({ id, day, stops, done, organisationName }) => (
        <ListItem
          key={id}
          href={`/inspect/${id}`}
          answer={
            <StatusBadge status={done === stops ? 'good' : day === today ? 'warn' : 'quiet'}>
              {day === today ? t(messages.today) : format.date(day)}
            </StatusBadge>
          }
          title={t(messages.roundOf, { day: format.date(day), done, stops })}
          note={organisationName}
        />
      ))}
    </List>
  )
}

/** A route for today in one press: suggested, ordered, and on the phone. */
function PlanToday() {
  const t = useText()
  const { navigate } = useLinks()
  const [count, setCount] = useState(STOPS_AT_FIRST)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isSuggesting, setSuggesting] = useState(false)
  const plan = useCommand(stations.planRound)
  const press = async () => {
    setFailure(null)
    setSuggesting(true)
    try {
      const day = cityDay(Date.now())
      const { rows } = await call(stations.suggestRound, { day, count })
      const input = { day, codes: rows.map(({ code }) => code) }
      const { id } = await plan.mutateAsync(input)
      navigate(`/inspect/${id}`)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      setFailure(error)
    } finally {
      setSuggesting(false)
    }
  }
  return (
    <Card title={t(messages.planToday)}>
      <p>{t(messages.planWhat)}</p>
      <NumberField
        label={t(messages.howMany)}
        value={count}
        onChange={setCount}
        minValue={1}
        maxValue={STOPS_MAX}
        hasSteps
      />
      {failure !== null && (
        <p className="stations-notice" role="alert" data-status="bad">
          {t(failure.text)}
        </p>
      )}
      <div className="stations-actions">
        <Button variant="primary" isPending={isSuggesting} onPress={() => void press()}>
          {t(messages.doPlan)}
        </Button>
        <LinkButton href="/staff/stations/inspections/plan">{t(messages.toPlan)}</LinkButton>
      </div>
    </Card>
  )
}
