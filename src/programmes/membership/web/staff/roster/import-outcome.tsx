import { useCommand } from '#platform/client/hooks.ts'
import { membership } from '#programmes/membership/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ShownImport } from './import-detail-page.tsx'
import { leftOutOf } from './import-words.ts'
import { messages } from './messages.ts'
import { Refusal } from './refusal.tsx'

/** What an import came to, once it is over; and what is to be done about those who belong elsewhere. */
export function ImportOutcome({ shown }: { readonly shown: ShownImport }) {
  const t = useText()
  if (shown.state === 'done') {
    const counts = { written: shown.rowsWritten, updated: shown.rowsUpdated, left: leftOutOf(shown.tally) }
    return (
      <Card title={t(messages.doneTitle)}>
        <p role="status">{t(messages.doneWhat, counts)}</p>
        <span className="ui-row">
          <LinkButton href="/staff/members">{t(messages.seeMembers)}</LinkButton>
        </span>
        <Elsewhere shown={shown} />
      </Card>
    )
  }
  if (shown.state === 'stopped') return <p>{t(messages.stoppedWhat, { written: shown.rowsWritten })}</p>
  if (shown.state === 'cancelled') return <p>{t(messages.cancelledWhat)}</p>
  if (shown.failure !== null)
    return (
      <div role="alert" className="ui-error-summary">
        <h2>{t(messages.failedTitle)}</h2>
        <p>{t(shown.failure.text)}</p>
        {shown.failure.details.map((text) => (
          <p key={text.zh}>{t(text)}</p>
        ))}
      </div>
    )
  return <Elsewhere shown={shown} />
}

/** Nobody belongs to two unions: for whom another has, a transfer can be asked for, all at once. */
function Elsewhere({ shown }: { readonly shown: ShownImport }) {
  const t = useText()
  const ask = useCommand(membership.askRosterTransfers)
  const count = shown.tally.elsewhere ?? 0
  if (count === 0) return null
  return (
    <div className="roster-elsewhere">
      <p>{t(messages.elsewhereHint, { count })}</p>
      <Refusal failure={ask.error} />
      <span className="ui-row" role="status">
        {ask.data ? (
          t(messages.transfersAsked, { asked: ask.data.asked, skipped: ask.data.skipped })
        ) : (
          <Button onPress={() => ask.mutate({ importId: shown.id })} isPending={ask.isPending}>
            {t(messages.askTransfers)}
          </Button>
        )}
        <LinkButton href="/staff/members/transfers">{t(messages.toTransfers)}</LinkButton>
      </span>
    </div>
  )
}
