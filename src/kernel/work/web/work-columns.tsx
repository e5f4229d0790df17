import type { OutputOf } from '#platform/contract.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import type { Translate } from '#ui/i18n/language.tsx'
import type { Formatters } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import type { work } from '../contract.ts'
import { messages } from './messages.ts'
import { calendarDays, lastDayOf, SOON_DAYS } from './days.ts'

export type Item = OutputOf<typeof work.listWork>['rows'][number]

export function columnsOf(t: Translate, format: Formatters, now: Date): DataColumn<Item>[] {
  return [
    {
      id: 'what',
      header: t(messages.what),
      value: (item) => t(item.title),
      cell: (item) => <Link href={item.href}>{t(item.title)}</Link>,
      isRowHeader: true,
      isFixed: true,
    },
    {
      id: 'state',
      header: t(messages.state),
      value: (item) => item.dueAt ?? '9999',
      cell: (item) => stateOf(t, item, now),
      width: 130,
    },
    {
      id: 'due',
      header: t(messages.due),
      value: (item) => item.dueAt,
      cell: (item) => (item.dueAt === null ? '—' : format.date(lastDayOf(item.dueAt), 'numeric')),
      width: 120,
    },
    {
      id: 'since',
      header: t(messages.since),
      value: (item) => item.since,
      cell: (item) => waitsFor(t, calendarDays(item.since, now)),
      isNumber: true,
      width: 90,
    },
    { id: 'area', header: t(messages.area), value: (item) => item.area && t(item.area), width: 140 },
    { id: 'where', header: t(messages.where), value: (item) => item.organisationName },
  ]
}

const waitsFor = (t: Translate, days: number) => (days <= 0 ? t(messages.today) : t(messages.days, { days }))

function stateOf(t: Translate, item: Item, now: Date) {
  if (item.dueAt === null) return t(messages.noDue)
  const days = calendarDays(now, lastDayOf(item.dueAt))
  if (item.late)
    return (
      <StatusBadge status="bad">
        {days < 0 ? t(messages.lateDays, { days: -days }) : t(messages.late)}
      </StatusBadge>
    )
  if (days === 0) return <StatusBadge status="warn">{t(messages.dueToday)}</StatusBadge>
  return (
    <StatusBadge status={days <= SOON_DAYS ? 'warn' : 'info'}>{t(messages.daysLeft, { days })}</StatusBadge>
  )
}
