import { Allowed } from '#kernel/access/client.ts'
import { useDownload } from '#kernel/files/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { contests } from '../../../contract.ts'
import type { Contest } from '../../types.ts'
import { resultMessages as messages } from './messages.ts'

type ContestProps = { readonly contest: Contest }
type Batches = OutputOf<typeof contests.getCertificateBatches>

const ASKED_EVERY_SECONDS = 5

/** Made in batches by a job; each batch is one PDF to fetch. */
export function Certificates({ contest }: ContestProps) {
  const t = useText()
  const make = useCommand(contests.makeCertificates)
  const answer = useAnswer(
    contests.getCertificateBatches,
    { contestId: contest.id },
    { everySeconds: ASKED_EVERY_SECONDS },
  )
  return (
    <Card title={t(messages.certificates)}>
      <p className="ui-hint">{t(messages.certificatesHint)}</p>
      <Answered to={answer}>{(batches) => <Made contest={contest} {...batches} />}</Answered>
      <RefusalNote failure={make.error} />
      {answer.data?.batches.length === 0 && (
        <Allowed permission="contests.run">
          <span className="ui-row">
            <Button
              variant="primary"
              isPending={make.isPending}
              onPress={() => make.mutate({ contestId: contest.id })}
            >
              {t(messages.make)}
            </Button>
          </span>
        </Allowed>
      )}
    </Card>
  )
}

function Made({ contest, total, made, batches }: Batches & ContestProps) {
  const t = useText()
  const download = useDownload(contests.getCertificateBatch)
  const fetchBatch = (no: number) =>
    void download.start(
      { contestId: contest.id, no, reason: t(messages.downloadReason) },
      t(messages.batchName, { title: contest.title, no }),
    )
  if (batches.length === 0) return null
  return (
    <>
      <ProgressBar
        label={t(messages.made)}
        percent={(100 * made) / Math.max(total, 1)}
        valueText={t(messages.madeOf, { made, total })}
      />
      <ul className="contest-batches">
        {batches.map(({ no, from, to, count, state }) => (
          <li key={no}>
            <span>{t(messages.batch, { no, from, to, count })}</span>
            {state === 'made' ? (
              <Allowed permission="contests.export">
                <Button icon="download" onPress={() => fetchBatch(no)}>
                  {t(messages.download)}
                </Button>
              </Allowed>
            ) : (
              <span className="ui-hint">{t(messages[state])}</span>
            )}
          </li>
        ))}
      </ul>
      <RefusalNote failure={download.failure} />
    </>
  )
}
