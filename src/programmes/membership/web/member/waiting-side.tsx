import type { Status } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { situationMessages } from './situation-messages.ts'
import type { OwnTransfer } from '../types.ts'
import { Said } from '../said.tsx'
import './member.css'

type Waiting = NonNullable<OwnTransfer['release']>

type WaitingSideProps = {
  readonly waiting: Waiting
  /** What is said of it: waiting, yes, no. */
  readonly status: Status
  readonly says: string
}

/** With whom something lies, since when and until when: the line that members elsewhere miss. */
export function WaitingSide({ waiting, status, says }: WaitingSideProps) {
  const t = useText()
  const format = useFormat()
  return (
    <div className="membership-side">
      <Said status={status}>{says}</Said>
      {waiting.isOpen && (
        <span className="membership-small">
          {t(situationMessages.sinceWhen, { day: format.date(waiting.since, 'numeric') })}
          {waiting.dueOn !== null &&
            ` · ${t(situationMessages.untilWhen, { day: format.date(waiting.dueOn, 'numeric') })}`}
        </span>
      )}
      {waiting.isOpen && waiting.risen && <Said status="warn">{t(situationMessages.risen)}</Said>}
    </div>
  )
}
