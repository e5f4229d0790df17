import { useState } from 'react'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Allowed } from '#kernel/access/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { SegmentedControl } from '#ui/controls/segmented-control.tsx'
import { Card } from '#ui/data/card.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import '../../member/certificate/certificate.css'
import { messages } from '../messages.ts'
import { ReasonDialog } from '../reason-dialog.tsx'
import '../staff.css'
import type { Likeness } from '../types.ts'
import { certificateMessages } from './messages.ts'

/** Photos of two stations that look alike, side by side: a machine finds them, a person says what they are. */
export default function LikenessesPage() {
  const t = useText()
  const [view, setView] = useState<'open' | 'judged'>('open')
  const answer = useAnswer(stations.listLikenesses, { isOpen: view === 'open' })
  return (
    <>
      <PageHeader
        title={t(certificateMessages.likenessTitle)}
        breadcrumbs={[{ label: t(certificateMessages.title), href: '/staff/stations/certificates' }]}
        summary={t(certificateMessages.likenessSummary, { bits: answer.data?.shownFromBits ?? 12 })}
      />
      <SegmentedControl
        label={t(messages.state)}
        segments={[
          { id: 'open', label: t(certificateMessages.open) },
          { id: 'judged', label: t(certificateMessages.judged) },
        ]}
        value={view}
        onChange={setView}
      />
      <Answered to={answer}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState kind="done" title={t(certificateMessages.noneAlikeTitle)}>
              {t(certificateMessages.noneAlike)}
            </EmptyState>
          ) : (
            <div className="ui-stack">
              {rows.map((pair) => (
                <Pair key={pair.id} pair={pair} />
              ))}
            </div>
          )
        }
      </Answered>
    </>
  )
}

function Pair({ pair }: { pair: Likeness }) {
  const t = useText()
  const [judging, setJudging] = useState<boolean | null>(null)
  const { verdict } = pair
  return (
    <Card
      title={t(certificateMessages.bits, {
        count: pair.distanceBits,
        first: pair.earlier.name,
        second: pair.later.name,
      })}
    >
      <div className="likeness">
        <Side label={t(certificateMessages.earlier)} side={pair.earlier} />
        <Side label={t(certificateMessages.later)} side={pair.later} />
      </div>
      {verdict === null ? (
        <Allowed permission="stations.edit">
          <div className="ui-row">
            <Button variant="danger" onPress={() => setJudging(true)}>
              {t(certificateMessages.same)}
            </Button>
            <Button onPress={() => setJudging(false)}>{t(certificateMessages.different)}</Button>
          </div>
        </Allowed>
      ) : (
        <p>
          {t(certificateMessages.judgedAs, {
            who: verdict.by,
            verdict: t(verdict.isSame ? certificateMessages.same : certificateMessages.different),
            reason: verdict.reason,
          })}
        </p>
      )}
      <JudgeDialog id={pair.id} isSame={judging} onClose={() => setJudging(null)} />
    </Card>
  )
}

function Side({ label, side }: { label: string; side: Likeness['later'] }) {
  const t = useText()
  const format = useFormat()
  return (
    <figure>
      <a href={side.url} target="_blank" rel="noreferrer">
        <img src={side.url} alt={t(certificateMessages.photoOf, { name: side.name })} loading="lazy" />
      </a>
      <figcaption>
        <b>{label}</b> <Link href={`/staff/stations/${side.code}`}>{side.name}</Link>
        <span className="ui-hint">
          {t(certificateMessages.takenBy, { time: format.dateTime(side.takenAt), who: side.by })}
        </span>
      </figcaption>
    </figure>
  )
}

type JudgeDialogProps = { id: string; isSame: boolean | null; onClose: () => void }

function JudgeDialog({ id, isSame, onClose }: JudgeDialogProps) {
  const t = useText()
  const decide = useCommand(stations.decideLikeness)
  const title = t(isSame === true ? certificateMessages.same : certificateMessages.different)
  return (
    <ReasonDialog
      title={title}
      confirmLabel={title}
      isOpen={isSame !== null}
      onOpenChange={onClose}
      onConfirm={(reason) => isSame !== null && decide.mutate({ id, isSame, reason }, { onSuccess: onClose })}
      isDanger={isSame === true}
      isPending={decide.isPending}
      failure={decide.error}
    >
      {t(certificateMessages.judgeWhat)}
    </ReasonDialog>
  )
}
