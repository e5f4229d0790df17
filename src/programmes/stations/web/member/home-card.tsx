import { useEffect } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { List } from '#ui/data/list-item.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Refused } from '#ui/states/answered.tsx'
import { askPosition, usePosition, type PositionState } from './device/position.ts'
import { useNow } from './device/use-now.ts'
import { KeeperCard } from './keeper-card.tsx'
import { messages } from './messages.ts'
import { StationLine } from './station-line.tsx'
import './stations.css'
import type { StationList } from './types.ts'
import { useStations } from './use-stations.ts'
import { rankStations } from './view/rank-stations.ts'

/** What the programme puts on the member's home: the nearest station, and the way to the keeper's page. */
export default function StationsOnHome() {
  useEarlierReportsSent()
  return (
    <>
      <HomeCard />
      <KeeperCard />
    </>
  )
}

/** Reports that an earlier visit could not send go out as soon as the home page is quiet. */
function useEarlierReportsSent() {
  useEffect(() => {
    void import('./device/outbox.ts').then(({ startOutbox }) => startOutbox())
  }, [])
}

/** The nearest open station on the home page, or the button that finds it. It loads no map. */
function HomeCard() {
  const t = useText()
  const position = usePosition()
  const list = useStations(position.kind === 'known')
  return (
    <section className="ui-stack">
      <header className="ui-card-head">
        <h2 className="stations-section-title">{t(messages.homeTitle)}</h2>
        <LinkButton variant="quiet" href="/stations" icon="map">
          {t(messages.seeMap)}
        </LinkButton>
      </header>
      {position.kind === 'known' ? (
        <Nearest list={list.data} error={list.error} position={position} />
      ) : (
        <FindNearest position={position} />
      )}
    </section>
  )
}

const problems = {
  refused: messages.positionRefused,
  failed: messages.positionFailed,
  unsupported: messages.positionUnsupported,
} as const

function FindNearest({ position: { kind } }: { position: PositionState }) {
  const t = useText()
  const isAsking = kind === 'asking'
  return (
    <Card>
      <p role="status">{t(kind in problems ? problems[kind as keyof typeof problems] : messages.homeText)}</p>
      <Button variant="primary" icon="target" wide isDisabled={isAsking} onPress={() => void askPosition()}>
        {t(isAsking ? messages.asking : messages.findNearest)}
      </Button>
    </Card>
  )
}

type NearestProps = {
  list: StationList | undefined
  error: Error | null
  position: Extract<PositionState, { kind: 'known' }>
}

function Nearest({ list, error, position }: NearestProps) {
  const t = useText()
  const now = useNow()
  if (list === undefined) return error ? <Refused error={error} /> : <p>{t(messages.loadingStations)}</p>
  const wish = { from: position.point, now, openOnly: false, facilities: [], search: '' }
  const [nearest] = rankStations(list, wish)
  if (nearest === undefined) return <p>{t(messages.noStationsTitle)}</p>
  return (
    <>
      {nearest.kind !== 'open' && <p>{t(messages.noneOpen)}</p>}
      <List label={t(messages.homeTitle)}>
        <StationLine ranked={nearest} now={now} isMeasuredFromMe />
      </List>
    </>
  )
}
