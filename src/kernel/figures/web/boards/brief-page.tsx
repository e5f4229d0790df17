import { addDays } from '#platform/city-time.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { Sparkline } from '#ui/charts/sparkline.tsx'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Icon } from '#ui/pictures/icon.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { figures } from '../../contract.ts'
import { shownNumber, useAmountWords } from '../figure-amount.ts'
import '../report.css'
import './boards.css'
import { boardWords as words } from './messages.ts'
import type { Listed } from './scenes.ts'

const DAYS_BACK = 30

/** A leader's page for the phone: each figure of today in a line, and how it moved in thirty days. */
export default function BriefPage() {
  const t = useText()
  const format = useFormat()
  const now = useAnswer(figures.listFigures, {}, { everySeconds: 300, keepLast: true })
  const asOf = now.data && addDays(now.data.asOf, -DAYS_BACK)
  const then = useAnswer(figures.listFigures, { asOf: asOf ?? '' }, { enabled: asOf !== undefined })
  const before = new Map(then.data?.rows.map((row) => [row.key, row]))
  return (
    <ReportPage
      title={t(words.brief)}
      standfirst={t(words.briefStandfirst)}
      dateline={now.data && t(words.asOf, { day: format.date(now.data.asOf) })}
    >
      <Answered to={now}>
        {({ rows, total }) => (
          <>
            {total === 0 && <EmptyState title={t(words.empty)} />}
            {[...new Set(rows.map(({ chapter }) => chapter.zh))].map((chapter) => (
              <Chapter
                key={chapter}
                rows={rows.filter((row) => row.chapter.zh === chapter)}
                before={before}
              />
            ))}
            <ReportSection title={t(words.elsewhere)}>
              <p className="board-links">
                <Link href="/board/districts">{t(words.districts)}</Link>
                <Link href="/report">{t(words.report)}</Link>
                <Link href="/claims">{t(words.claims)}</Link>
                <Link href="/open-data">{t(words.openData)}</Link>
              </p>
            </ReportSection>
          </>
        )}
      </Answered>
    </ReportPage>
  )
}

type ChapterProps = { rows: readonly Listed[]; before: ReadonlyMap<string, Listed> }

function Chapter({ rows, before }: ChapterProps) {
  const t = useText()
  return (
    <ReportSection title={t(rows[0]!.chapter)}>
      <ul className="board-list">
        {rows.map((figure) => (
          <li key={figure.key}>
            <Line figure={figure} before={before.get(figure.key)} />
          </li>
        ))}
      </ul>
    </ReportSection>
  )
}

function Line({ figure, before }: { figure: Listed; before: Listed | undefined }) {
  const t = useText()
  const amountWords = useAmountWords()
  const { main, terms } = amountWords(figure)
  const points = figure.trend?.points ?? []
  return (
    <Link href={`/report/${figure.key}`} className="board-line">
      <span className="board-name">{t(figure.title)}</span>
      <span className="board-value">{main}</span>
      <span className="board-move">{terms ?? <Move figure={figure} before={before} />}</span>
      {points.length > 2 && (
        <Sparkline values={points.map(({ value }) => value)} alternative={t(figure.trend!.title)} />
      )}
      <Icon name="chevron-right" />
    </Link>
  )
}

/** Of what has no number now, or had none then, nothing is said. */
function Move({ figure, before }: { figure: Listed; before: Listed | undefined }) {
  const t = useText()
  const format = useFormat()
  const [now, then] = [shownNumber(figure), before === undefined ? null : shownNumber(before)]
  if (now === null || then === null) return null
  if (now === then) return t(words.same)
  const amount = `${format.number(Math.abs(now - then))} ${t(figure.unit)}`
  return t(now > then ? words.up : words.down, { amount })
}
