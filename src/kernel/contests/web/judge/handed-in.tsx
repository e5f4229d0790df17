import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { contests } from '../../contract.ts'
import { messages } from './messages.ts'
import type { Task } from './task-page.tsx'

const PAGE_SIZE = 200

/** The sheet is sealed: its receipt, and the way to the next entry. */
export function HandedIn({ task, receipt }: { task: Task; receipt: string }) {
  const t = useText()
  const format = useFormat()
  const toast = useToast()
  const rows = useAnswer(contests.listMyTasks, { pageSize: PAGE_SIZE }).data?.rows ?? []
  const next = rows.find(({ progress, roundState }) => progress !== 'submitted' && roundState === 'judging')
  const copy = async () => {
    await navigator.clipboard.writeText(receipt)
    toast({ text: t(messages.copied), icon: 'copy' })
  }
  return (
    <Card>
      <div className="ui-stack">
        <div role="status">
          <StatusBadge status="good">{t(messages.done)}</StatusBadge>
          {task.submittedAt !== null && (
            <p>{t(messages.doneAt, { time: format.dateTime(task.submittedAt) })}</p>
          )}
        </div>
        <div>
          <h2>{t(messages.receipt)}</h2>
          <p>{t(messages.receiptText)}</p>
          <code className="contests-receipt">{receipt}</code>
        </div>
        <Button icon="copy" onPress={() => void copy()}>
          {t(messages.copy)}
        </Button>
        {next === undefined ? (
          <LinkButton variant="primary" wide href="/contests/judging">
            {t(messages.back)}
          </LinkButton>
        ) : (
          <LinkButton variant="primary" wide href={`/contests/judging/${next.id}`}>
            {t(messages.next)}
          </LinkButton>
        )}
      </div>
    </Card>
  )
}
