import { useMemo, useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { Select } from '#ui/controls/select.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useLanguage, useText, type Translate } from '#ui/i18n/language.tsx'
import { localeOf, type Language } from '#ui/i18n/text.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { review } from '../contract.ts'
import { calendarMessages as messages } from './calendar-messages.ts'
import { ImportYearDialog } from './import-year-dialog.tsx'

type Answer = OutputOf<typeof review.listCalendar>
type Year = Answer['rows'][number]
type Day = Year['days'][number]

/** Days off and make-up days by year, with where they were read from. */
export default function CalendarPage() {
  const t = useText()
  const [year, setYear] = useState(() => new Date().getFullYear())
  const [isImporting, setImporting] = useState(false)
  const answer = useAnswer(review.listCalendar, { year }, { keepLast: true })
  return (
    <>
      <PageHeader
        title={t(messages.title)}
        summary={answer.data && t(messages.summary, { year: String(answer.data.publishedUntil) })}
        actions={
          <Allowed permission="review.calendar">
            <Button variant="primary" icon="plus" onPress={() => setImporting(true)}>
              {t(messages.import)}
            </Button>
          </Allowed>
        }
      />
      <Answered to={answer}>
        {(calendar) => (
          <>
            <YearTable calendar={calendar} year={year} onYear={setYear} />
            {isImporting && (
              <ImportYearDialog
                bundledYears={calendar.bundledYears}
                year={calendar.publishedUntil + 1}
                onClose={() => setImporting(false)}
              />
            )}
          </>
        )}
      </Answered>
    </>
  )
}

type YearTableProps = { calendar: Answer; year: number; onYear: (year: number) => void }

function YearTable({ calendar, year, onYear }: YearTableProps) {
  const t = useText()
  const shown = calendar.rows[0]
  const years = [...new Set([...calendar.years, year, calendar.publishedUntil + 1])].sort((a, b) => b - a)
  return (
    <>
      <DataTable
        label={t(messages.title)}
        columns={useColumns()}
        rows={shown?.days ?? []}
        rowId={({ day }) => day}
        empty={
          <EmptyState title={t(messages.notPublished, { year: String(year) })}>
            {t(messages.notPublishedWhy)}
          </EmptyState>
        }
        filters={
          <FilterBar>
            <Select
              label={t(messages.year)}
              options={years.map((one) => ({ id: String(one), label: String(one) }))}
              value={String(year)}
              onChange={(id) => onYear(Number(id))}
            />
          </FilterBar>
        }
      />
      {shown && <Source shown={shown} />}
    </>
  )
}

function Source({ shown: { version, source, noticeNo, madeBy } }: { shown: Year }) {
  const t = useText()
  const notice = noticeNo ?? t(messages.noNotice)
  return <p>{t(messages.source, { version, source, notice, by: madeBy })}</p>
}

function useColumns(): DataColumn<Day>[] {
  const t = useText()
  const { language } = useLanguage()
  return useMemo(() => columnsOf(t, language), [t, language])
}

function columnsOf(t: Translate, language: Language): DataColumn<Day>[] {
  const weekday = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' })
  return [
    {
      id: 'day',
      header: t(messages.day),
      value: ({ day }) => day,
      isRowHeader: true,
      isFixed: true,
      width: 140,
    },
    {
      id: 'weekday',
      header: t(messages.weekday),
      value: ({ day }) => weekday.format(new Date(day)),
      width: 140,
    },
    {
      id: 'kind',
      header: t(messages.kind),
      value: ({ kind }) => t(messages[kind]),
      cell: ({ kind }) => (
        <StatusBadge status={kind === 'day-off' ? 'good' : 'warn'}>{t(messages[kind])}</StatusBadge>
      ),
      width: 160,
    },
    { id: 'name', header: t(messages.name), value: ({ name }) => t(name) },
  ]
}
