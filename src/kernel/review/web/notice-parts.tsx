import type { OutputOf } from '#platform/contract.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { review } from '../contract.ts'
import { noticeMessages as messages } from './notice-messages.ts'

type Row = OutputOf<typeof review.listNotices>['rows'][number]
type Certificate = NonNullable<OutputOf<typeof review.getNotice>['certificate']>

const statuses = {
  running: 'info',
  'awaiting-answers': 'warn',
  completed: 'good',
  'broken-off': 'quiet',
} as const

export function NoticeBadge({ state }: { state: Row['state'] }) {
  const t = useText()
  return <StatusBadge status={statuses[state]}>{t(messages[state])}</StatusBadge>
}

export function PeriodText({ notice }: { notice: Pick<Row, 'fromDay' | 'untilDay' | 'workingDays'> }) {
  const t = useText()
  const format = useFormat()
  const { fromDay, untilDay, workingDays } = notice
  return t(messages.period, { from: format.date(fromDay), until: format.date(untilDay), days: workingDays })
}

/** The line that stays with the case: how long it was public, and what was said against it. */
export function CertificateText({ certificate }: { certificate: Certificate }) {
  const t = useText()
  const format = useFormat()
  const { outcome, reason, fromDay, untilDay, workingDays, objections, upheld } = certificate
  if (outcome === 'broken-off') return <p>{t(messages.brokenOff, { reason: reason ?? '' })}</p>
  return (
    <p>
      {t(messages.certificate, {
        from: format.date(fromDay),
        until: format.date(untilDay),
        days: workingDays,
        objections,
        upheld,
      })}
    </p>
  )
}
