import { LinkButton } from '#ui/controls/link-button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Icon } from '#ui/pictures/icon.tsx'
import type { CommitResult, ImportSummary } from '../types.ts'
import { importMessages } from './messages.ts'

type CommitOutcomeProps = {
  readonly summary: ImportSummary
  /** Known right after writing; later only what the summary keeps. */
  readonly result: CommitResult | null
}

/** What came of it, and the ways from here. */
export function CommitOutcome({ summary, result }: CommitOutcomeProps) {
  const t = useText()
  const format = useFormat()
  const when = summary.committedAt === null ? '' : format.dateTime(summary.committedAt)
  return (
    <section className="stations-outcome" role="status">
      <Icon name="check" />
      <div className="ui-stack">
        <h2>{t(importMessages.resultTitle)}</h2>
        <p>
          {result
            ? t(importMessages.result, result)
            : t(importMessages.committedOn, { when, count: summary.ready })}
        </p>
        <div className="ui-row">
          <LinkButton href="/staff/stations?sort=updatedAt&descending=true" variant="primary">
            {t(importMessages.seeStations)}
          </LinkButton>
          <LinkButton href="/staff/stations/import">{t(importMessages.another)}</LinkButton>
        </div>
      </div>
    </section>
  )
}
