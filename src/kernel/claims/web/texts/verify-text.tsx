import type { OutputOf } from '#platform/contract.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Refused } from '#ui/states/answered.tsx'
import { claims } from '../../contract.ts'
import { messages } from './messages.ts'

/** Runs only when somebody asks: it reads every record behind the text. */
export function VerifyText({ id, version }: { id: string; version: number }) {
  const t = useText()
  const result = useAnswer(claims.verify, { text: id, version }, { enabled: false })
  return (
    <>
      <p>
        <Button variant="primary" isPending={result.isFetching} onPress={() => void result.refetch()}>
          {t(result.data ? messages.verifyAgain : messages.verifyNow)}
        </Button>
      </p>
      <div role="status" className="ui-stack">
        {result.isFetching && <p>{t(messages.verifying)}</p>}
        {!result.isFetching && result.error && <Refused error={result.error} />}
        {!result.isFetching && result.data && <Outcome result={result.data} />}
      </div>
    </>
  )
}

function Outcome({ result }: { result: OutputOf<typeof claims.verify> }) {
  const t = useText()
  const format = useFormat()
  const differing = result.rows.filter(({ verdict }) => verdict !== 'same' && verdict !== 'digest-only')
  return (
    <>
      <p>
        <StatusBadge status={result.intact ? 'good' : 'bad'}>
          {t(result.intact ? messages.intact : messages.notIntact)}
        </StatusBadge>{' '}
        {result.intact && t(messages.intactText, { count: result.rows.length })}
      </p>
      {!result.wordsIntact && <p>{t(messages.wordsChanged)}</p>}
      {differing.map(({ publicationId, key, title }) => (
        <p key={`${publicationId} ${key}`}>{t(messages.differs, { title: t(title) })}</p>
      ))}
      <p className="texts-quiet">{t(messages.checkedAt, { moment: format.dateTime(result.checkedAt) })}</p>
    </>
  )
}
