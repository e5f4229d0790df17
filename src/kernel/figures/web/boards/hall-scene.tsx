import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Sparkline } from '#ui/charts/sparkline.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { DISTRICT_PARTS, figures } from '../../contract.ts'
import { shownNumber } from '../figure-amount.ts'
import { messages } from '../messages.ts'
import { boardWords as words } from './messages.ts'
import type { Listed, Scene } from './scenes.ts'

/** 45,454,545 at five metres is a row of digits: from here on it is told as 4,545万. */
const ROUNDED_FROM = 10_000_000
const DISTRICTS_MAX = 12

export type HallSceneProps = { scene: Scene; changed: ReadonlySet<string>; asOf: string }

export function HallScene({ scene, changed, asOf }: HallSceneProps) {
  // Asked for while the chapter's numbers are shown: its districts are there when their turn comes.
  const lead = useAnswer(figures.getFigure, { key: scene.lead.key }, { everySeconds: 60, keepLast: true })
  if (scene.kind === 'districts') return <Districts figure={scene.lead} answer={lead.data} />
  return (
    <div className="hall-scene">
      <div className="hall-lead">
        <HallFigure figure={scene.lead} isChanged={changed.has(scene.lead.key)} />
        <Course figure={scene.lead} asOf={asOf} />
      </div>
      {scene.beside.length > 0 && (
        <ul className="hall-beside">
          {scene.beside.map((figure) => (
            <li key={figure.key}>
              <HallFigure figure={figure} isChanged={changed.has(figure.key)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function HallFigure({ figure, isChanged }: { figure: Listed; isChanged: boolean }) {
  const t = useText()
  const format = useFormat()
  const number = shownNumber(figure) ?? 0
  const isShare = figure.dimension === 'ratio'
  const terms = { numerator: figure.numerator ?? 0, denominator: figure.denominator ?? 0 }
  return (
    <>
      <p className="hall-label">
        {t(figure.title)}
        {isChanged && <span className="hall-changed">{t(words.justNow)}</span>}
      </p>
      <p className="hall-value">
        {number >= ROUNDED_FROM ? format.compact(number) : format.number(number)}
        <span>{isShare ? '%' : t(figure.unit)}</span>
      </p>
      {isShare && <p className="hall-terms">{t(messages.ofTerms, terms)}</p>}
    </>
  )
}

/** Its shape up to the last period that is over, with both ends in words: one under way would look like a fall. */
function Course({ figure, asOf }: { figure: Listed; asOf: string }) {
  const t = useText()
  const points = (figure.trend?.points ?? []).filter(({ period }) => !asOf.startsWith(period))
  if (points.length < 3) return null
  const title = t(figure.trend!.title)
  const last = points.at(-1)!
  return (
    <figure className="hall-course">
      <Sparkline
        values={points.map(({ value }) => value)}
        alternative={t(messages.trendAlternative, { title, value: last.value ?? 0 })}
      />
      <figcaption>
        <span>{points[0]!.period}</span>
        <span>{title}</span>
        <span>{last.period}</span>
      </figcaption>
    </figure>
  )
}

type DistrictsProps = { figure: Listed; answer: OutputOf<typeof figures.getFigure> | undefined }

/** The lead figure by district: longest bar first, each with its number; none where groups are withheld. */
function Districts({ figure, answer }: DistrictsProps) {
  const t = useText()
  const format = useFormat()
  const rows = answer?.breakdowns.find(({ id }) => id === DISTRICT_PARTS)?.rows ?? []
  const shown = rows
    .filter(({ value }) => value !== null)
    .sort((a, b) => b.value! - a.value!)
    .slice(0, DISTRICTS_MAX)
  const max = Math.max(1, ...shown.map(({ value }) => value!))
  const title = t(words.byDistrict, { figure: t(figure.title) })
  return (
    <div className="hall-scene" data-kind="districts">
      <h2 className="hall-label">{title}</h2>
      {answer && shown.length === 0 && <p className="hall-label">{t(words.noDistrict)}</p>}
      <ul className="hall-bars" data-many={shown.length > 6 || undefined}>
        {shown.map(({ key, label, value }) => (
          <li key={key}>
            <span>{t(label)}</span>
            <span className="hall-track" aria-hidden>
              <span style={{ inlineSize: `${(100 * value!) / max}%` }} />
            </span>
            <b>{format.number(shownNumber({ dimension: figure.dimension, value })!)}</b>
          </li>
        ))}
      </ul>
      {rows.length > shown.length && shown.length > 0 && (
        <p className="hall-terms">{t(words.more, { count: rows.length - shown.length })}</p>
      )}
    </div>
  )
}
