import type { OutputOf } from '#platform/contract.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { StatusBadge, type Status } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Refused } from '#ui/states/answered.tsx'
import { figures } from '../contract.ts'
import { useAmountText } from './figure-amount.ts'
import { messages } from './messages.ts'

type Publication = OutputOf<typeof figures.getPublication>
type Result = OutputOf<typeof figures.verify>
type Verdict = Result['rows'][number]['verdict']

const statusOf: Record<Verdict, Status> = {
  same: 'good',
  'value-differs': 'bad',
  'records-differ': 'bad',
  'digest-only': 'warn',
  'no-longer-declared': 'warn',
}

/** Runs only when somebody asks: it reads every record behind the publication. */
export function VerifyPanel({ publication }: { publication: Publication }) {
  const t = useText()
  const result = useAnswer(figures.verify, { publication: publication.id }, { enabled: false })
  return (
    <>
      <div className="figures-verify-button">
        <Button variant="primary" isPending={result.isFetching} onPress={() => void result.refetch()}>
          {t(result.data ? messages.verifyAgain : messages.verifyNow)}
        </Button>
      </div>
      <div role="status" className="ui-stack">
        {result.isFetching && <p>{t(messages.verifying)}</p>}
        {!result.isFetching && result.error && <Refused error={result.error} />}
        {!result.isFetching && result.data && <Outcome result={result.data} publication={publication} />}
      </div>
    </>
  )
}

function Outcome({ result, publication }: { result: Result; publication: Publication }) {
  const t = useText()
  const format = useFormat()
  const differing = result.rows.filter(({ verdict }) => verdict !== 'same' && verdict !== 'digest-only')
  return (
    <>
      <p>
        <StatusBadge status={result.intact ? 'good' : 'bad'}>
          {t(result.intact ? messages.allAgree : messages.notIntact)}
        </StatusBadge>{' '}
        {result.intact
          ? t(messages.intact, { count: result.rows.length })
          : t(messages.broken, { count: differing.length })}
      </p>
      {!result.linesIntact && <p>{t(messages.linesChanged)}</p>}
      <VerdictTable result={result} publication={publication} />
      {result.rows.some(({ verdict }) => verdict === 'digest-only') && (
        <p className="figures-quiet">{t(messages.digestOnlyHint)}</p>
      )}
      <p className="figures-quiet">{t(messages.checkedAt, { moment: format.dateTime(result.checkedAt) })}</p>
    </>
  )
}

function VerdictTable({ result, publication }: { result: Result; publication: Publication }) {
  const t = useText()
  const amountText = useAmountText()
  const declared = new Map(publication.values.map((line) => [line.key, line]))
  const heads = [messages.figure, messages.result, messages.frozenValue, messages.nowValue]
  return (
    <div className="ui-table-scroll figures-table" tabIndex={0} role="group" aria-label={t(messages.result)}>
      <table className="ui-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.zh} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.rows.map(({ key, title, verdict, frozen, now }) => {
            const words = declared.get(key)
            const text = (value: typeof frozen) =>
              words === undefined
                ? '—'
                : amountText({ ...value, dimension: words.dimension, unit: words.unit })
            return (
              <tr key={key}>
                <th scope="row">{t(title)}</th>
                <td>
                  <StatusBadge status={statusOf[verdict]}>{t(messages[verdict])}</StatusBadge>
                </td>
                <td>{text(frozen)}</td>
                <td>{now === null ? '—' : text(now)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
