import { useSearch } from '@tanstack/react-router'
import { queryAddress } from '#platform/client/call.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { SmallMultiples } from '#ui/charts/small-multiples.tsx'
import { Select } from '#ui/controls/select.tsx'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link, useLinks } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { figures } from '../../contract.ts'
import { DayChoice } from '../day-choice.tsx'
import { messages } from '../messages.ts'
import '../report.css'
import { useAsOf, withDay } from '../use-as-of.ts'
import './boards.css'
import { boardWords as words } from './messages.ts'

type Comparison = OutputOf<typeof figures.compareDistricts>

/** One figure in every district on one scale, at the ends of the last twelve months and on the day itself. */
export default function DistrictsPage() {
  const t = useText()
  const format = useFormat()
  const day = useAsOf()
  const { key } = useSearch({ strict: false }) as { key?: string }
  const asked = { ...(key !== undefined && { key }), ...day }
  const answer = useAnswer(figures.compareDistricts, asked, { keepLast: true })
  return (
    <ReportPage
      title={t(words.districts)}
      standfirst={t(words.districtsStandfirst)}
      dateline={answer.data && t(words.asOf, { day: format.date(answer.data.asOf) })}
    >
      <Answered to={answer}>{(data) => <Compared data={data} isPast={day.asOf !== undefined} />}</Answered>
    </ReportPage>
  )
}

function Compared({ data, isPast }: { data: Comparison; isPast: boolean }) {
  const t = useText()
  const { navigate } = useLinks()
  const day = isPast ? { asOf: data.asOf } : {}
  const taken = { key: data.key, ...day }
  return (
    <ReportSection title={t(data.title)} lede={t(data.definition)}>
      <Select
        label={t(words.figure)}
        options={data.choices.map(({ key, title, chapter }) => ({
          id: key,
          label: `${t(chapter)} · ${t(title)}`,
        }))}
        value={data.key}
        onChange={(key) => navigate(`/board/districts?key=${key}${isPast ? `&asOf=${data.asOf}` : ''}`)}
      />
      {data.series.length === 0 ? <EmptyState title={t(words.noDistrict)} /> : <Multiples data={data} />}
      <p className="board-links">
        <a className="ui-link" download href={queryAddress(figures.openFigureCsv, taken)}>
          {t(words.take)}
        </a>
        <Link href={withDay(`/report/${data.key}`, day)}>{t(messages.records)}</Link>
      </p>
      <DayChoice path={`/board/districts?key=${data.key}`} asOf={data.asOf} isPast={isPast} />
    </ReportSection>
  )
}

function Multiples({ data }: { data: Comparison }) {
  const t = useText()
  const format = useFormat()
  const unit = t(data.unit)
  const told = (value: number | null | undefined) =>
    value == null ? t(messages.fewerThanTen) : `${format.number(value)} ${unit}`
  const isWithheld = data.series.some(({ values }) => values.includes(null))
  return (
    <SmallMultiples
      title={t(data.title)}
      momentColumn={t(words.monthEnd)}
      moments={data.moments}
      unit={` ${unit}`}
      series={data.series.map(({ label, values }) => ({ name: t(label), values }))}
      alternative={({ name, values }) =>
        t(words.seriesAlternative, { name, from: told(values[0]), to: told(values.at(-1)) })
      }
      {...(isWithheld && { note: t(words.withheldDistricts) })}
    />
  )
}
