import { Disclosure } from '#ui/controls/disclosure.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ShownImport } from './import-detail-page.tsx'
import { fieldWords, messages } from './messages.ts'

/** What each heading of the file was taken for, and what was taken for nothing. */
export function ColumnsRead({ shown }: { readonly shown: ShownImport }) {
  const t = useText()
  const known = shown.columns.flatMap(({ heading, field }) => (field === null ? [] : [{ heading, field }]))
  const unknown = shown.columns.filter(({ field }) => field === null)
  const title = t(messages.columnsKnown, { count: known.length, row: shown.headerRow ?? 1 })
  return (
    <div className="roster-columns">
      <Disclosure title={title}>
        <div className="ui-row">
          {known.map(({ heading, field }) => (
            <Tag key={heading}>{t(messages.columnMeans, { heading, field: t(fieldWords[field]) })}</Tag>
          ))}
        </div>
      </Disclosure>
      {known.some(({ field }) => field === 'political') && (
        <p className="ui-hint">{t(messages.politicalNot)}</p>
      )}
      {unknown.length > 0 && (
        <p className="ui-row">
          {t(messages.columnsUnknown, { count: unknown.length })}
          {unknown.map(({ heading }) => (
            <Tag key={heading}>{heading}</Tag>
          ))}
        </p>
      )}
    </div>
  )
}
