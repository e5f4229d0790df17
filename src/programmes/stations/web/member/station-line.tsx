import { ListItem } from '#ui/data/list-item.tsx'
import { useLanguage } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { FacilityIcon, useFacilityText } from './facility-icon.tsx'
import { OpenBadge } from './open-badge.tsx'
import type { FacilityName } from './types.ts'
import { nextHoursChange, wordsOfChange } from './view/change-words.ts'
import type { RankedStation } from './view/rank-stations.ts'

const FACILITIES_SHOWN = 4

type StationLineProps = { ranked: RankedStation; now: Date; isMeasuredFromMe: boolean }

/** One station of the list, the answer first: 现在开放 · 320 米 · 到 18:00. */
export function StationLine({ ranked, now, isMeasuredFromMe }: StationLineProps) {
  const { station } = ranked
  return (
    <ListItem
      href={`/stations/${station.code}`}
      answer={<AnswerWords ranked={ranked} now={now} isMeasuredFromMe={isMeasuredFromMe} />}
      title={station.name}
      note={station.address}
    >
      <FacilityChips facilities={station.facilities.slice(0, FACILITIES_SHOWN)} />
    </ListItem>
  )
}

export function AnswerWords({ ranked, now, isMeasuredFromMe }: StationLineProps) {
  const { language } = useLanguage()
  const format = useFormat()
  const change = nextHoursChange(ranked.station.hours, now)
  return (
    <>
      <OpenBadge kind={ranked.kind} />
      {isMeasuredFromMe && ranked.metres !== null && (
        <b className="ui-figures">{format.distance(ranked.metres)}</b>
      )}
      <span className="stations-until">{wordsOfChange(change, ranked.kind, now, language)}</span>
    </>
  )
}

export function FacilityChips({ facilities }: { facilities: readonly FacilityName[] }) {
  const textOf = useFacilityText()
  return facilities.map((facility) => (
    <span key={facility} className="ui-chip">
      <FacilityIcon facility={facility} />
      <span>{textOf(facility)}</span>
    </span>
  ))
}
