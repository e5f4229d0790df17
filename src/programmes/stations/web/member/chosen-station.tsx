import { LinkButton } from '#ui/controls/link-button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'
import { AnswerWords, FacilityChips } from './station-line.tsx'
import type { Finder } from './use-finder.ts'
import type { RankedStation } from './view/rank-stations.ts'

const FACILITIES_SHOWN = 4

/** The answer to "where do I go": the nearest open station, or the one pressed on the map. */
export function ChosenStation({ finder, chosen }: { finder: Finder; chosen: RankedStation }) {
  const t = useText()
  const { station, kind } = chosen
  const isNearest = !finder.isChosenByHand && finder.origin.kind === 'me' && kind === 'open'
  const page = `/stations/${station.code}`
  return (
    <section className="stations-chosen" aria-labelledby="stations-chosen-name">
      <p className="stations-small">{t(isNearest ? messages.nearestOpen : messages.chosenStation)}</p>
      <div className="ui-list-answer stations-chosen-answer">
        <AnswerWords ranked={chosen} now={finder.now} isMeasuredFromMe={finder.origin.kind === 'me'} />
      </div>
      <h2 id="stations-chosen-name">{station.name}</h2>
      <p className="ui-list-note">{station.address}</p>
      <div className="ui-row">
        <FacilityChips facilities={station.facilities.slice(0, FACILITIES_SHOWN)} />
      </div>
      <div className="stations-actions">
        <LinkButton href={`${page}#way`} icon="arrow-right">
          {t(messages.goThere)}
        </LinkButton>
        <LinkButton href={page}>{t(messages.details)}</LinkButton>
      </div>
    </section>
  )
}
