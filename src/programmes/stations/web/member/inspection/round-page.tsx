import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import '../certificate/certificate.css'
import { useOutbox } from '../device/outbox.ts'
import '../stations.css'
import type { Round } from '../types.ts'
import { ChangeOrder } from './change-order.tsx'
import { inspectionMessages as messages } from './messages.ts'
import { RoundStopCard } from './round-stop-card.tsx'
import { useKeptRound } from './use-kept-rounds.ts'

/** A day's route in its order, with where each visit stands: on the server, in the queue, or half filled in. */
export default function RoundPage() {
  const t = useText()
  const format = useFormat()
  const { roundId = '' } = useParams({ strict: false }) as { roundId?: string }
  const round = useKeptRound(roundId)
  const sent = useOutbox().sentVisits.length
  const { refetch } = round
  useEffect(() => {
    if (sent > 0) void refetch()
  }, [sent, refetch])
  const day = round.data && format.date(round.data.day)
  return (
    <MemberPage
      title={day === undefined ? t(messages.title) : t(messages.roundTitle, { day })}
      backHref="/inspect"
    >
      {round.error?.code === 'offline' ? (
        <EmptyState title={t(messages.notKeptTitle)}>{t(messages.notKept)}</EmptyState>
      ) : (
        <Answered to={round} label={t(messages.loading)}>
          {(data) => <Shown round={data} isFromPhone={round.isFromPhone} onChanged={() => void refetch()} />}
        </Answered>
      )}
    </MemberPage>
  )
}

type ShownProps = { round: Round; isFromPhone: boolean; onChanged: () => void }

function Shown({ round, isFromPhone, onChanged }: ShownProps) {
  const t = useText()
  const format = useFormat()
  const [isChanging, setChanging] = useState(false)
  const close = () => {
    setChanging(false)
    onChanged()
  }
  if (isChanging) return <ChangeOrder round={round} onClose={close} />
  return (
    <>
      <p className="stations-small">
        {t(messages.metres, { distance: format.distance(round.metres) })} ·{' '}
        {t(isFromPhone ? messages.kept : messages.keptForOffline)}
      </p>
      <ol className="round-stops">
        {round.stops.map((stop) => (
          <RoundStopCard key={stop.inspectionId} stop={stop} roundId={round.id} />
        ))}
      </ol>
      {!isFromPhone && round.stops.some(({ state }) => state === 'planned') && (
        <Button icon="list" onPress={() => setChanging(true)}>
          {t(messages.change)}
        </Button>
      )}
    </>
  )
}
