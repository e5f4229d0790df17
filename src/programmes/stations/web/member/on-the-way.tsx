import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Icon } from '#ui/pictures/icon.tsx'
import { takeBack, useOutbox, type Outbox } from './device/outbox.ts'
import { isReport, type ReportItem } from './device/outbox-item.ts'
import { useNow } from './device/use-now.ts'
import { stationMessages } from './station-messages.ts'
import type { Report } from './types.ts'
import { reportWords } from './words.ts'

const A_SECOND_MS = 1000

/**
 * Where the reports of this page are: still to be taken back, on the line, waiting for a network, refused, or
 * received. It stands where the thumb pressed and says only what is so.
 */
export function OnTheWay({ stationCode }: { stationCode?: string }) {
  const outbox = useOutbox()
  const isHere = ({ code }: { code: string }) => stationCode === undefined || code === stationCode
  const waiting = outbox.waiting.filter(isReport).filter(({ input }) => isHere(input))
  // The list of all reports has what arrived; a station's page has only this line.
  const sent = outbox.sent.filter(({ report }) => report.stationCode === stationCode)
  if (waiting.length + sent.length === 0) return null
  return (
    <div role="status">
      <ul className="stations-on-the-way">
        {sent.slice(-1).map(({ key, report }) => (
          <Arrived key={key} report={report} />
        ))}
        {waiting.map((item) => (
          <Waiting key={item.key} item={item} sending={outbox.sending} />
        ))}
      </ul>
    </div>
  )
}

function Arrived({ report }: { report: Report }) {
  const t = useText()
  const format = useFormat()
  const kind = t(reportWords[report.kind].text)
  return (
    <li className="stations-notice" data-status="good">
      <Icon name="check" />
      <span>{t(stationMessages.arrived, { kind, time: format.dateTime(report.dueAt) })}</span>
      <Link href="/stations/mine">{t(stationMessages.follow)}</Link>
    </li>
  )
}

type WaitingProps = { item: ReportItem; sending: Outbox['sending'] }

function Waiting({ item, sending }: WaitingProps) {
  const t = useText()
  const [isTooLate, setTooLate] = useState(false)
  const seconds = Math.ceil((item.sendAfter - useNow(A_SECOND_MS).getTime()) / 1000)
  const kind = t(reportWords[item.input.kind].text)
  const isSending = sending.has(item.key)
  const back = () => void takeBack(item.key).then((isBack) => setTooLate(!isBack))
  if (isSending || isTooLate) {
    return (
      <li className="stations-notice" data-status="info">
        <span className="ui-spinner" aria-hidden />
        <span>{isTooLate ? t(stationMessages.tooLate) : t(stationMessages.sendingNow, { kind })}</span>
      </li>
    )
  }
  if (item.refusal) {
    return (
      <li className="stations-notice" data-status="bad">
        <Icon name="warning" />
        <span>{t(stationMessages.refusedText, { kind, reason: t(item.refusal) })}</span>
        <Button onPress={back}>{t(stationMessages.discard)}</Button>
      </li>
    )
  }
  const isUndoable = seconds > 0
  return (
    <li className="stations-notice" data-status={isUndoable ? 'info' : 'warn'}>
      <Icon name={isUndoable ? 'clock' : 'offline'} />
      <span>
        {isUndoable ? (
          t(stationMessages.sendsIn, { kind, seconds })
        ) : (
          <>
            <b>{t(stationMessages.unsent)}</b> {t(stationMessages.unsentText, { kind })}
          </>
        )}
      </span>
      <Button icon="undo" onPress={back}>
        {t(stationMessages.takeBack)}
      </Button>
    </li>
  )
}
