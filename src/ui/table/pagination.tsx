import { IconButton } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'

export type PaginationProps = {
  /** From 1. */
  page: number
  pageSize: number
  total: number
  /** What it turns the pages of, where a page has two lists. */
  of?: string
  onPageChange: (page: number) => void
  pageSizes?: number[]
  onPageSizeChange?: (pageSize: number) => void
}

/** Which records are shown out of how many, and the way to the next; the server cuts the pages. */
export function Pagination({
  page,
  pageSize,
  total,
  of,
  onPageChange,
  pageSizes,
  onPageSizeChange,
}: PaginationProps) {
  const t = useText()
  // An empty list has said so in its own words.
  if (total === 0) return null
  const pageCount = Math.ceil(total / pageSize)
  const from = (page - 1) * pageSize + 1
  const to = Math.min(total, page * pageSize)
  return (
    <nav
      className="ui-pagination"
      aria-label={of === undefined ? t(messages.pagination) : `${t(messages.pagination)} · ${of}`}
    >
      {onPageSizeChange && (
        <label className="ui-row">
          {t(messages.pageSize)}
          <select
            className="ui-page-size"
            value={pageSize}
            onChange={(event) => onPageSizeChange(Number(event.target.value))}
          >
            {(pageSizes ?? [20, 50, 100, 200]).map((size) => (
              <option key={size}>{size}</option>
            ))}
          </select>
        </label>
      )}
      <span className="ui-figures" role="status">
        {t(messages.range, { from, to, total })}
      </span>
      {pageCount > 1 && <Turns page={page} pageCount={pageCount} onPageChange={onPageChange} />}
    </nav>
  )
}

type TurnsProps = Pick<PaginationProps, 'page' | 'onPageChange'> & { pageCount: number }

function Turns({ page, pageCount, onPageChange }: TurnsProps) {
  const t = useText()
  return (
    <span className="ui-row">
      <IconButton
        icon="chevron-left"
        label={t(messages.previousPage)}
        isDisabled={page <= 1}
        onPress={() => onPageChange(page - 1)}
      />
      <span className="ui-figures">
        {page} / {pageCount}
      </span>
      <IconButton
        icon="chevron-right"
        label={t(messages.nextPage)}
        isDisabled={page >= pageCount}
        onPress={() => onPageChange(page + 1)}
      />
    </span>
  )
}
