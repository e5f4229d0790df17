import { useMemo, useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { SearchField } from '#ui/controls/search-field.tsx'
import { SegmentedControl } from '#ui/controls/segmented-control.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { activities } from '../../contract.ts'
import { messages, phaseWords } from '../messages.ts'
import { PhaseBadge } from '../phase-badge.tsx'
import { staffMessages } from '../staff-messages.ts'
import { spanText } from '../time-span.ts'
import { ActivityDialog } from './activity-dialog.tsx'

type Row = OutputOf<typeof activities.listStaffActivities>['rows'][number]

const views = ['coming', 'past', 'all'] as const
const PAGE_SIZE = 50

/** What the unit and those below hold: how many signed up, how many came. */
export default function StaffActivitiesPage() {
  const t = useText()
  const [isMaking, setMaking] = useState(false)
  const [text, setText] = useSearchText()
  const view = views.find((one) => one === text.get('view')) ?? 'coming'
  const search = (text.get('search') ?? '').slice(0, 40)
  const page = Number(text.get('page')) || 1
  const answer = useAnswer(
    activities.listStaffActivities,
    { view, page, pageSize: PAGE_SIZE, ...(search !== '' && { search }) },
    { keepLast: true },
  )
  const show = (change: Record<string, string>) =>
    setText(
      new URLSearchParams(Object.entries({ view, search, ...change }).filter(([, said]) => said !== '')),
    )
  return (
    <>
      <PageHeader
        title={t(staffMessages.title)}
        summary={t(staffMessages.summary)}
        actions={
          <Allowed permission="activities.run">
            <Button variant="primary" icon="plus" onPress={() => setMaking(true)}>
              {t(staffMessages.announce)}
            </Button>
          </Allowed>
        }
      />
      <DataTable
        label={t(staffMessages.title)}
        columns={useColumns()}
        {...rowsOf(answer)}
        rowId={(row) => row.id}
        isServerSorted
        empty={<EmptyState title={t(staffMessages.none)}>{t(staffMessages.noneWhy)}</EmptyState>}
        filters={
          <FilterBar>
            <SegmentedControl
              label={t(messages.view)}
              segments={views.map((id) => ({ id, label: t(messages[id]) }))}
              value={view}
              onChange={(id) => show({ view: id })}
            />
            <SearchField
              label={t(staffMessages.search)}
              defaultValue={search}
              onSubmit={(words) => show({ search: words })}
              onClear={() => show({ search: '' })}
            />
          </FilterBar>
        }
        pagination={{
          page,
          pageSize: PAGE_SIZE,
          total: answer.data?.total ?? 0,
          onPageChange: (next) => show({ page: String(next) }),
        }}
      />
      {isMaking && <ActivityDialog onClose={() => setMaking(false)} />}
    </>
  )
}

function useColumns(): DataColumn<Row>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'title',
        header: t(staffMessages.name),
        value: (row) => row.title,
        cell: (row) => <Link href={`/staff/activities/${row.id}`}>{row.title}</Link>,
        isRowHeader: true,
        isFixed: true,
      },
      {
        id: 'time',
        header: t(staffMessages.time),
        value: (row) => row.startsAt,
        cell: (row) => spanText(format, row.startsAt, row.endsAt),
        width: 230,
      },
      { id: 'place', header: t(staffMessages.place), value: (row) => row.place },
      { id: 'organiser', header: t(staffMessages.organiser), value: (row) => row.organisationName },
      {
        id: 'phase',
        header: t(staffMessages.state),
        value: (row) => t(phaseWords[row.phase]),
        cell: (row) => <PhaseBadge activity={row} />,
        width: 140,
      },
      {
        id: 'signedUp',
        header: t(staffMessages.signedUp),
        value: (row) => row.signedUp,
        cell: (row) => (row.capacity === null ? row.signedUp : `${row.signedUp} / ${row.capacity}`),
        isNumber: true,
        width: 110,
      },
      {
        id: 'came',
        header: t(staffMessages.came),
        value: (row) => row.checkedIn,
        isNumber: true,
        width: 90,
      },
    ],
    [t, format],
  )
}
