import { useMemo } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { useFormat, type Formatters } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { work } from '../contract.ts'
import { messages } from './messages.ts'

type Item = OutputOf<typeof work.listWork>['rows'][number]

const ASKED_EVERY_SECONDS = 60

/** What a member of staff sees first: what waits for them, not a wall of tiles. */
export default function WorkPage() {
  const t = useText()
  const answer = useAnswer(work.listWork, {}, { everySeconds: ASKED_EVERY_SECONDS })
  return (
    <>
      <PageHeader title={t(messages.title)} summary={t(messages.summary)} />
      <Answered to={answer}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState kind="done" title={t(messages.emptyTitle)}>
              {t(messages.emptyWhy)}
            </EmptyState>
          ) : (
            <WorkTable rows={rows} />
          )
        }
      </Answered>
    </>
  )
}

function WorkTable({ rows }: { rows: Item[] }) {
  const t = useText()
  return (
    <DataTable
      label={t(messages.title)}
      rows={rows}
      rowId={(item) => `${item.href}#${item.kind}`}
      columns={useColumns()}
    />
  )
}

function useColumns(): DataColumn<Item>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(() => columnsOf(t, format), [t, format])
}

function columnsOf(t: Translate, format: Formatters): DataColumn<Item>[] {
  return [
    {
      id: 'what',
      header: t(messages.what),
      value: (item) => t(item.title),
      cell: (item) => <Link href={item.href}>{t(item.title)}</Link>,
      isRowHeader: true,
      isFixed: true,
    },
    { id: 'where', header: t(messages.where), value: (item) => item.organisationName },
    {
      id: 'since',
      header: t(messages.since),
      value: (item) => item.since,
      cell: (item) => format.relative(item.since),
      width: 140,
    },
    {
      id: 'due',
      header: t(messages.due),
      value: (item) => item.dueAt,
      cell: (item) => (item.dueAt === null ? '' : format.dateTime(item.dueAt)),
      width: 180,
    },
    {
      id: 'state',
      header: t(messages.state),
      value: (item) => (item.late ? 1 : 0),
      cell: stateOf(t),
      width: 120,
    },
  ]
}

const stateOf = (t: Translate) => (item: Item) => {
  if (item.late) return <StatusBadge status="bad">{t(messages.late)}</StatusBadge>
  return item.dueAt === null ? (
    t(messages.noDue)
  ) : (
    <StatusBadge status="good">{t(messages.inTime)}</StatusBadge>
  )
}
