import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { ReportRow } from '../types.ts'
import { reportKindWords } from '../words.ts'
import { reportMessages } from './messages.ts'
import { isWaiting, ReportBadge } from './report-badge.tsx'

type ReportLineProps = { readonly report: ReportRow; readonly onOpen: () => void }

/** A report among others of its station. */
export function ReportLine({ report, onOpen }: ReportLineProps) {
  const t = useText()
  const format = useFormat()
  const kind = t(reportKindWords[report.kind])
  return (
    <li className="stations-report-line">
      <ReportBadge report={report} />
      <span className="stations-report-words">
        <b>{kind}</b> {report.words}
        <span className="ui-hint">{format.dateTime(report.at)}</span>
      </span>
      <Button
        variant={isWaiting(report) ? 'secondary' : 'quiet'}
        aria-label={t(reportMessages.openOf, { station: report.stationName, kind })}
        onPress={onOpen}
      >
        {t(report.state === 'settled' ? reportMessages.look : reportMessages.open)}
      </Button>
    </li>
  )
}
