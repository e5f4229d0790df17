import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ShownImport } from './import-detail-page.tsx'
import { leftOutOf } from './import-words.ts'
import { messages } from './messages.ts'

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

function Elsewhere({ shown }: { readonly shown: ShownImport }) {
  const t = useText()
  const count = shown.tally.elsewhere ?? 0
  if (count === 0) return null
  return (
    <p className="roster-elsewhere">
      {t(messages.elsewhereHint, { count })}{' '}
      <LinkButton href="/staff/members/transfers">{t(messages.toTransfers)}</LinkButton>
    </p>
  )
}
