import { useEffect, useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { StatusBadge, type Status } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { Text } from '#ui/i18n/text.ts'
import { photoKindWords } from '../../../rules/certificate/words.ts'
import { sendBesides, takeBack, useOutbox } from '../device/outbox.ts'
import { isVisit, mayBeSentAgain, type VisitItem } from '../device/outbox-item.ts'
import type { RoundStop, VisitOutcome } from '../types.ts'
import { inspectionMessages as messages } from './messages.ts'
import { readDraft } from './visit-draft.ts'

/** One station on the route: why it is there, where its visit stands, and the way on. */
export function RoundStopCard({ stop, roundId }: { stop: RoundStop; roundId: string }) {
  const t = useText()
  const { waiting, sending, sentVisits } = useOutbox()
  const queued = waiting.filter(isVisit).find(({ input }) => input.id === stop.inspectionId)
  const outcome = sentVisits.find(({ inspectionId }) => inspectionId === stop.inspectionId)?.outcome
  const hasDraft = useHasDraft(stop.inspectionId)
  const isOpen = queued === undefined && outcome === undefined && stop.state !== 'done'
  const standing = standingOf(stop, { queued, outcome, hasDraft, isSending: sending.has(queued?.key ?? '') })
  return (
    <li className="ui-card round-stop">
      <header className="ui-card-head">
        <h2>{stop.name}</h2>
      </header>
      <div className="ui-list-answer">
        <StatusBadge status={standing.status}>{t(standing.text)}</StatusBadge>
        {stop.kind === 'repeat' && <StatusBadge status="warn">{t(messages.repeat)}</StatusBadge>}
      </div>
      <p className="ui-list-note">{stop.address}</p>
      {stop.why !== null && <p>{t(stop.why)}</p>}
      {queued?.refusal && <Refused item={queued} />}
      {outcome && <Outcome outcome={outcome} />}
      {isOpen && (
        <div className="stations-actions">
          <LinkButton variant="primary" href={`/inspect/${roundId}/${stop.inspectionId}`}>
            {t(hasDraft ? messages.goOn : messages.start)}
          </LinkButton>
          <LinkButton href={`/stations/${stop.code}#way`} icon="map-pin">
            {t(messages.way)}
          </LinkButton>
        </div>
      )}
    </li>
  )
}

function useHasDraft(inspectionId: string): boolean {
  const [hasDraft, setHasDraft] = useState(false)
  useEffect(() => {
    void readDraft(inspectionId).then((draft) => setHasDraft(draft !== undefined))
  }, [inspectionId])
  return hasDraft
}

type Where = {
  readonly queued: VisitItem | undefined
  readonly outcome: VisitOutcome | undefined
  readonly hasDraft: boolean
  readonly isSending: boolean
}

function standingOf(
  stop: RoundStop,
  { queued, outcome, hasDraft, isSending }: Where,
): { status: Status; text: Text } {
  if (queued?.refusal) return { status: 'bad', text: messages.refused }
  if (queued !== undefined)
    return isSending ? { status: 'info', text: messages.sending } : { status: 'warn', text: messages.waiting }
  const isPassed = outcome?.isPassed ?? stop.isPassed
  if (isPassed !== null)
    return isPassed ? { status: 'good', text: messages.passed } : { status: 'bad', text: messages.found }
  if (hasDraft) return { status: 'info', text: messages.draft }
  return stop.state === 'begun'
    ? { status: 'info', text: messages.begun }
    : { status: 'quiet', text: messages.planned }
}

/** What the server would not take is still here, with why; two results at once may both be kept. */
function Refused({ item }: { item: VisitItem }) {
  const t = useText()
  return (
    <div className="stations-notice" role="alert" data-status="bad">
      <span>{t(messages.refusedText, { reason: t(item.refusal!) })}</span>
      {mayBeSentAgain(item) && (
        <Button onPress={() => void sendBesides(item)}>{t(messages.sendBesides)}</Button>
      )}
      <Button variant="quiet" onPress={() => void takeBack(item.key)}>
        {t(messages.discard)}
      </Button>
    </div>
  )
}

function Outcome({ outcome }: { outcome: VisitOutcome }) {
  const t = useText()
  const format = useFormat()
  return (
    <div role="status">
      <p>
        {outcome.isPassed
          ? t(messages.outcomePassed)
          : t(messages.outcomeFound, {
              what: outcome.failing.map((title) => t(title)).join('、'),
              day: outcome.repeatDueOn === null ? '—' : format.date(outcome.repeatDueOn),
            })}
      </p>
      {outcome.photosLeft.map(({ what, why }) => (
        <p key={what} className="stations-small">
          {t(messages.photoLeft, { what: t(photoKindWords[what]), why: t(why) })}
        </p>
      ))}
    </div>
  )
}
