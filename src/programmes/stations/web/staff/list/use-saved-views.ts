import { useState } from 'react'
import { z } from 'zod'
import { plainView, type SavedView, type TableView } from '#ui/table/table-types.ts'

const VIEW_KEY = 'zhenyi.stations.table'
const SAVED_KEY = 'zhenyi.stations.views'

const tableView = z.object({
  sort: z.object({ column: z.string(), descending: z.boolean() }).nullable(),
  hiddenColumns: z.array(z.string()),
  density: z.enum(['comfortable', 'compact']),
})
const savedViews = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    view: tableView,
    filters: z.record(z.string(), z.string()).default({}),
  }),
)

/** The person's own way of seeing the table, kept on this device. */
export function useTableView(): [TableView, (view: TableView) => void] {
  const [view, setView] = useState(() =>
    stored(VIEW_KEY, tableView, {
      ...plainView,
      hiddenColumns: ['address', 'facilities', 'hostUnit', 'openedOn'],
    }),
  )
  return [view, (next) => setView(keep(VIEW_KEY, next))]
}

/** Views with their filters, kept on this device; the id of the one that was opened last. */
export function useSavedViews() {
  const [views, setViews] = useState<SavedView[]>(() => stored(SAVED_KEY, savedViews, []))
  const [activeId, setActiveId] = useState<string>()
  const save = (name: string, view: TableView, filters: URLSearchParams) => {
    const saved = { id: `${Date.now()}`, name, view, filters: Object.fromEntries(filters) }
    setViews(keep(SAVED_KEY, [...views, saved]))
    setActiveId(saved.id)
  }
  const remove = (id: string) => {
    setViews(
      keep(
        SAVED_KEY,
        views.filter((view) => view.id !== id),
      ),
    )
    setActiveId(undefined)
  }
  return { views, activeId, setActiveId, save, remove }
}

/** Storage may be closed and may hold anything: whatever does not fit counts as nothing. */
function stored<T>(key: string, schema: z.ZodType<T>, otherwise: T): T {
  try {
    return schema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data ?? otherwise
  } catch {
    return otherwise
  }
}

function keep<T>(key: string, value: T): T {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // It holds for this visit.
  }
  return value
}
