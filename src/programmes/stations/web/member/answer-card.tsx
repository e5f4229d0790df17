import type { ReactNode } from 'react'
import { distanceMetres } from '#programmes/stations/rules/coordinates.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { StatusShape, type Status } from '#ui/data/status-badge.tsx'
import { useLanguage, useText } from '#ui/i18n/language.tsx'
import type { Text } from '#ui/i18n/text.ts'
import { useFormat } from '#ui/i18n/use-format.ts'
import { usePosition } from './device/position.ts'
import { useNow } from './device/use-now.ts'
import { useOnline } from './device/use-online.ts'
import { messages } from './messages.ts'
import { stationMessages } from './station-messages.ts'
import type { StationDetail } from './types.ts'
import { wordsOfChange } from './view/change-words.ts'
import { statusOfKind } from './view/open-answer.ts'
import { answerOf, type StationAnswer } from './view/station-answer.ts'
import { openWords } from './open-words.ts'

/** Open until 18:00, in letters that can be read in sunlight; why we think so is one line below. */
export function AnswerCard({ station }: { station: StationDetail }) {
  const now = useNow()
  const isOnline = useOnline()
  if (station.state !== 'operating') return <NotOperating state={station.state} />
  const answer = answerOf(station, now, isOnline)
  return (
    <BigAnswer status={statusOfKind[answer.kind]} word={openWords[answer.kind]}>
      <Details station={station} answer={answer} now={now} />
      <Why station={station} answer={answer} isOnline={isOnline} />
    </BigAnswer>
  )
}

type BigAnswerProps = { status: Status; word: Text; children: ReactNode }

function BigAnswer({ status, word, children }: BigAnswerProps) {
  const t = useText()
  return (
    <section className="stations-answer" data-status={status}>
      <h2 className="stations-answer-word">
        <StatusShape status={status} />
        {t(word)}
      </h2>
      {children}
    </section>
  )
}

/** The weightiest come first; the rest would not move the answer. */
const EVIDENCE_SHOWN = 6
const DECLARED = ['declared-open', 'declared-closed', 'hours-unknown']

type PartProps = { station: StationDetail; answer: StationAnswer }

function Details({ station, answer, now }: PartProps & { now: Date }) {
  const t = useText()
  const format = useFormat()
  const { language } = useLanguage()
  const position = usePosition()
  return (
    <p className="stations-answer-until">
      <span>{wordsOfChange(answer.change, answer.kind, now, language)}</span>
      {position.kind === 'known' && (
        <span>
          {t(stationMessages.awayFromYou, {
            distance: format.distance(distanceMetres(position.point, station)),
          })}
        </span>
      )}
    </p>
  )
}

function Why({ station: { openNow }, answer, isOnline }: PartProps & { isOnline: boolean }) {
  const t = useText()
  const format = useFormat()
  if (!answer.isLearned) {
    return <p>{t(isOnline ? stationMessages.byHoursOnly : stationMessages.byHoursOffline)}</p>
  }
  return (
    <>
      <p>{t(openNow.wording)}</p>
      <Disclosure title={t(stationMessages.whyThis)}>
        <p>{t(stationMessages.howSure, { percent: format.percent(openNow.probability) })}</p>
        <ul className="stations-evidence">
          {openNow.evidence.slice(0, EVIDENCE_SHOWN).map(({ kind, at, weight, wording }) => (
            <li key={`${kind}${at}`}>
              <StatusShape status={weight >= 0 ? 'good' : 'warn'} />
              <span>{t(wording)}</span>
              <span className="stations-small">
                {t(weight >= 0 ? stationMessages.speaksOpen : stationMessages.speaksClosed)}
                {/* Declared hours hold at any time. */}
                {!DECLARED.includes(kind) && ` · ${format.relative(at)}`}
              </span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  )
}

function NotOperating({ state }: { state: 'suspended' | 'closed' }) {
  const t = useText()
  const isSuspended = state === 'suspended'
  return (
    <BigAnswer
      status={isSuspended ? 'warn' : 'quiet'}
      word={isSuspended ? messages.suspended : messages.closedForGood}
    >
      <p>{t(isSuspended ? stationMessages.suspendedText : stationMessages.closedForGoodText)}</p>
      <LinkButton href="/stations" icon="map-pin">
        {t(stationMessages.seeOthers)}
      </LinkButton>
    </BigAnswer>
  )
}
