import { useMemo } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import { SegmentedControl } from '#ui/controls/segmented-control.tsx'
import { Select } from '#ui/controls/select.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { work } from '../contract.ts'
import { calendarDays, lastDayOf, SOON_DAYS } from './days.ts'
import { messages } from './messages.ts'
import { columnsOf, type Item } from './work-columns.tsx'
import './work.css'

const ASKED_EVERY_SECONDS = 60
const EVERY = 'every'
const shows = ['all', 'overdue', 'soon'] as const
type Show = (typeof shows)[number]

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

/** What is looked at stands in the address, so that Back from an item comes to the same list. */
function WorkTable({ rows }: { rows: Item[] }) {
  const t = useText()
  const format = useFormat()
  const [search, setSearch] = useSearchText()
  const now = useMemo(() => new Date(), [])
  const show = shows.find((one) => one === search.get('show')) ?? 'all'
  const area = search.get('area') ?? EVERY
  const ofArea = rows.filter((item) => area === EVERY || areaId(item) === area)
  const change = (name: string, value: string | undefined) => {
    if (value === undefined) search.delete(name)
    else search.set(name, value)
    setSearch(search)
  }
  return (
    <DataTable
      label={t(messages.title)}
      rows={ofArea.filter((item) => isShown(item, show, now))}
      rowId={(item) => `${item.href}#${item.kind}`}
      columns={useMemo(() => columnsOf(t, format, now), [t, format, now])}
      empty={
        <EmptyState kind="search" title={t(messages.noneOfThese)}>
          {t(messages.noneOfTheseWhy)}
        </EmptyState>
      }
      filters={
        <div className="work-filters">
          <SegmentedControl
            label={t(messages.show)}
            segments={shows.map((id) => ({
              id,
              label: t(messages[id], { count: ofArea.filter((item) => isShown(item, id, now)).length }),
            }))}
            value={show}
            onChange={(id) => change('show', id === 'all' ? undefined : id)}
          />
          <Areas rows={rows} value={area} onChange={(id) => change('area', id === EVERY ? undefined : id)} />
        </div>
      }
    />
  )
}

type AreasProps = { rows: Item[]; value: string; onChange: (id: string) => void }

/** Only where there is more than one to choose from. */
function Areas({ rows, value, onChange }: AreasProps) {
  const t = useText()
  const areas = new Map<string, { label: string; count: number }>()
  for (const item of rows) {
    const known = areas.get(areaId(item)) ?? { label: item.area ? t(item.area) : item.module, count: 0 }
    areas.set(areaId(item), { ...known, count: known.count + 1 })
  }
  if (areas.size < 2) return null
  const sorted = [...areas].sort(([, a], [, b]) => b.count - a.count)
  return (
    <Select
      label={t(messages.area)}
      value={value}
      onChange={onChange}
      options={[
        { id: EVERY, label: t(messages.allAreas) },
        ...sorted.map(([id, { label, count }]) => ({ id, label: `${label} ${count}` })),
      ]}
    />
  )
}

const areaId = ({ area, module }: Item): string => area?.zh ?? module

function isShown(item: Item, show: Show, now: Date): boolean {
  if (show === 'all') return true
  if (show === 'overdue') return item.late
  return !item.late && item.dueAt !== null && calendarDays(now, lastDayOf(item.dueAt)) <= SOON_DAYS
}
