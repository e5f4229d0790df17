import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '../messages.ts'
import type { ReportRow } from '../types.ts'
import { reportStateWords } from '../words.ts'

export const isWaiting = ({ state }: Pick<ReportRow, 'state'>) => state === 'open' || state === 'reopened'

/** Where a report stands; that its day has passed comes first, because that is what somebody must act on. */
export function ReportBadge({ report }: { report: Pick<ReportRow, 'state' | 'late'> }) {
  const t = useText()
  if (report.late && isWaiting(report)) return <StatusBadge status="bad">{t(messages.late)}</StatusBadge>
  const { status, text } = reportStateWords[report.state]
  return <StatusBadge status={status}>{t(text)}</StatusBadge>
}
