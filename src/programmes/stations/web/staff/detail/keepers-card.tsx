import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { Card } from '#ui/data/card.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { StationRecord } from '../types.ts'
import { HandoversPart } from './handovers-part.tsx'
import { KeeperDialog } from './keeper-dialog.tsx'
import { detailMessages } from './messages.ts'

type Keeper = StationRecord['keepers'][number]

/** Who keeps the station, and who did. Phones are masked by the server for whoever need not call. */
export function KeepersCard({ station }: { station: StationRecord }) {
  const t = useText()
  const [isAppointing, setAppointing] = useState(false)
  const current = station.keepers.filter(({ until }) => until === null)
  const before = station.keepers.filter(({ until }) => until !== null)
  return (
    <Card
      title={t(detailMessages.keepers)}
      actions={
        station.mayEdit && (
          <Button icon="user" onPress={() => setAppointing(true)}>
            {t(detailMessages.appoint)}
          </Button>
        )
      }
    >
      {current.length === 0 && <p>{t(detailMessages.noKeeper)}</p>}
      <KeeperList keepers={current} />
      {before.length > 0 && (
        <Disclosure title={t(detailMessages.keepersBefore, { count: before.length })}>
          <KeeperList keepers={before} />
        </Disclosure>
      )}
      <HandoversPart code={station.code} mayOffer={station.mayEdit && current.length > 0} />
      <KeeperDialog station={station} isOpen={isAppointing} onOpenChange={setAppointing} />
    </Card>
  )
}

function KeeperList({ keepers }: { keepers: Keeper[] }) {
  const t = useText()
  const format = useFormat()
  const day = (moment: string) => format.date(moment, 'numeric')
  return (
    <ul className="stations-plain">
      {keepers.map(({ id, name, phone, from, until }) => (
        <li key={id} className="stations-keeper">
          <span className="ui-row">
            <b>{name}</b>
            <span className="ui-figures">{phone}</span>
            {until === null && <StatusBadge status="good">{t(detailMessages.keeperNow)}</StatusBadge>}
          </span>
          <span className="ui-hint">
            {until === null
              ? t(detailMessages.keeperSince, { from: day(from) })
              : t(detailMessages.keeperSpan, { from: day(from), until: day(until) })}
          </span>
        </li>
      ))}
    </ul>
  )
}
