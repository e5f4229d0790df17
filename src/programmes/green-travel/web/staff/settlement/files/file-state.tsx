import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { StatusBadge, type Status } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { OutputOf } from '#platform/contract.ts'
import type { greenTravel } from '../../../../contract.ts'
import { settlementMessages as messages } from '../messages.ts'

export type ScanFile = OutputOf<typeof greenTravel.listScanFiles>['rows'][number]

const statusOf: Readonly<Record<ScanFile['state'], Status>> = {
  waiting: 'quiet',
  paused: 'warn',
  reading: 'info',
  posting: 'info',
  done: 'good',
  refused: 'bad',
}

/** Where a file is; while it is read, how far. */
export function FileState({ file }: { readonly file: ScanFile }) {
  const t = useText()
  if (file.state === 'reading' && file.bytes > 0)
    return (
      <ProgressBar label={t(messages.reading)} percent={Math.round((file.readBytes / file.bytes) * 100)} />
    )
  return (
    <StatusBadge status={statusOf[file.state]}>
      {file.refusal === null ? t(messages[file.state]) : t(file.refusal.text)}
    </StatusBadge>
  )
}

export const isUnderWay = ({ state }: ScanFile) => ['waiting', 'reading', 'posting'].includes(state)
