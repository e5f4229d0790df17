import { Disclosure } from '#ui/controls/disclosure.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ImportSummary } from '../types.ts'
import { importMessages } from './messages.ts'
import { rosterFieldText } from './roster-fields.ts'

/** What each heading was taken to mean, and which say nothing to us: those must not be lost unnoticed. */
export function ColumnsRead({ columns }: Pick<ImportSummary, 'columns'>) {
  const t = useText()
  const known = columns.filter(({ field }) => field !== null)
  const unknown = columns.filter(({ field }) => field === null)
  return (
    <div className="stations-columns-read">
      <Disclosure title={t(importMessages.columnsKnown, { count: known.length })}>
        <div className="ui-row">
          {known.map(({ heading, field }) => (
            <Tag key={heading}>
              {t(importMessages.columnMeans, { heading, field: t(rosterFieldText(field ?? '')) })}
            </Tag>
          ))}
        </div>
      </Disclosure>
      {unknown.length > 0 && (
        <p className="ui-row">
          {t(importMessages.columnsUnknown, { count: unknown.length })}
          {unknown.map(({ heading }) => (
            <Tag key={heading}>{heading}</Tag>
          ))}
        </p>
      )}
    </div>
  )
}
