import type { ReactNode } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Icon } from '#ui/pictures/icon.tsx'
import { messages } from './messages.ts'

/** A filter in force: 区县：湛河区. */
export type ActiveFilter = { id: string; label: string }

export type FilterBarProps = {
  /** Usually a `SearchField` first, then a few `Select`s. */
  children: ReactNode
  active?: ActiveFilter[]
  onRemove?: (id: string) => void
  onClear?: () => void
}

/** Filters above a table, and under them what is in force, each removable. */
export function FilterBar({ children, active = [], onRemove, onClear }: FilterBarProps) {
  const t = useText()
  return (
    <div className="ui-filter-bar" role="search" aria-label={t(messages.filters)}>
      <div className="ui-filter-controls">{children}</div>
      {active.length > 0 && (
        <div className="ui-row">
          {active.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              className="ui-filter-tag"
              aria-label={t(messages.removeFilter, { name: label })}
              onClick={() => onRemove?.(id)}
            >
              {label}
              <Icon name="cross" />
            </button>
          ))}
          {onClear && (
            <Button variant="quiet" onPress={onClear}>
              {t(messages.clearFilters)}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
