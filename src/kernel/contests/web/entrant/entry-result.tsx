import { useDownload } from '#kernel/files/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { Answered, Refused } from '#ui/states/answered.tsx'
import { contests } from '../../contract.ts'
import { entryMessages } from './entry-messages.ts'
import type { Entry } from './types.ts'

/** How far it came in each round and why, and the certificate where there is one. */
export function EntryResult({ entry }: { entry: Entry }) {
  const t = useText()
  const result = useAnswer(contests.getEntryResult, { id: entry.id })
  const code = useMine(entry.id)?.certificateCode ?? null
  if (entry.state === 'withdrawn') return null
  return (
    <Card title={t(entryMessages.result)}>
      <Answered to={result}>
        {({ result: state, rounds }) =>
          rounds.length === 0 ? (
            <p className="entrant-small">{t(entryMessages.resultNone)}</p>
          ) : (
            <>
              {state !== 'none' && (
                <p>
                  {state === 'notice' && t(entryMessages.onNotice)}{' '}
                  <Link href={`/contests/${entry.contestId}/result`}>{t(entryMessages.wholeResult)}</Link>
                </p>
              )}
              <ol className="entrant-rounds">
                {rounds.map((round) => (
                  <li key={round.roundId} className="ui-stack">
                    <b>
                      {round.name}：
                      {round.advancing === null
                        ? (round.awardName ?? t(entryMessages.noAward))
                        : t(round.hasAdvanced ? entryMessages.advanced : entryMessages.notAdvanced, {
                            count: round.advancing,
                          })}
                    </b>
                    <span>
                      {t(entryMessages.rank, { rank: round.rank, of: round.of, mean: round.mean.shown })}
                    </span>
                    <Link href={`/contests/rounds/${round.roundId}`}>
                      {t(entryMessages.record, { label: round.label })}
                    </Link>
                  </li>
                ))}
              </ol>
            </>
          )
        }
      </Answered>
      {code !== null && <Certificate entryId={entry.id} code={code} />}
    </Card>
  )
}

/** The entry as it stands in the list of mine, where its award is. */
export function useMine(entryId: string) {
  const mine = useAnswer(contests.listMyEntries, { pageSize: 200 })
  return mine.data?.rows.find(({ id }) => id === entryId)
}

function Certificate({ entryId, code }: { entryId: string; code: string }) {
  const t = useText()
  const { start, isPending, failure } = useDownload(contests.getMyCertificate)
  return (
    <span className="ui-row">
      {failure && <Refused error={failure} />}
      <Button
        variant="primary"
        icon="download"
        isPending={isPending}
        onPress={() => void start({ entryId }, `${t(entryMessages.certificateFile)}.pdf`)}
      >
        {t(entryMessages.certificate)}
      </Button>
      <Link href={`/contests/certificates/${code}`}>{t(entryMessages.check)}</Link>
    </span>
  )
}
