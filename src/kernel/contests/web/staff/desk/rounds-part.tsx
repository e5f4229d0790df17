import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { Stat } from '#ui/data/stat.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { contests } from '../../../contract.ts'
import { messages as shared } from '../../messages.ts'
import type { Contest, Round, RoundRules } from '../../types.ts'
import { staffMessages as messages } from '../messages.ts'
import { JudgesAtWork } from './judges-at-work.tsx'
import { PlannedDays } from './planned-days.tsx'

type ContestProps = { readonly contest: Contest }
type Opened = Contest['rounds'][number]

/** How many came, and each round in its order. */
export function RoundsPart({ contest }: ContestProps) {
  const t = useText()
  return (
    <div className="ui-stack">
      <div className="ui-stats">
        <Stat label={t(shared.entries)} value={contest.entries} unit={t(shared.piece)} />
        <Stat label={t(shared.units)} value={contest.units} />
      </div>
      {contest.rules.rounds.map(({ name }, index) => {
        const opened = contest.rounds.find(({ no }) => no === index + 1)
        if (opened === undefined)
          return (
            <Card
              key={index}
              title={name}
              actions={<StatusBadge status="quiet">{t(messages.notBegun)}</StatusBadge>}
            >
              <PlannedDays judging={contest.rules.rounds[index]!.judging} state="to-come" />
              <p className="ui-hint">
                {t(messages.noJudgesHint, { count: contest.rules.rounds[index]!.judgesPerEntry })}
              </p>
            </Card>
          )
        const { judging } = contest.rules.rounds[index]!
        return <OpenedRound key={opened.id} contestId={contest.id} round={opened} judging={judging} />
      })}
    </div>
  )
}

type OpenedRoundProps = {
  readonly contestId: string
  readonly round: Opened
  readonly judging: RoundRules['judging']
}

function OpenedRound({ contestId, round, judging }: OpenedRoundProps) {
  const t = useText()
  const format = useFormat()
  const isClosed = round.state === 'closed'
  const answer = useAnswer(contests.getRound, { id: round.id }, isClosed ? {} : { everySeconds: 30 })
  return (
    <Card
      title={round.name}
      actions={
        <span className="ui-row">
          <span className="ui-hint">
            {round.closedAt === null
              ? t(messages.since, { date: format.dateTime(round.openedAt) })
              : t(messages.closedOn, { date: format.dateTime(round.closedAt) })}
          </span>
          <StatusBadge status={isClosed ? 'good' : 'info'}>
            {t(isClosed ? messages.closed : messages.judging)}
          </StatusBadge>
        </span>
      }
    >
      {!isClosed && <PlannedDays judging={judging} state="judging" />}
      <Answered to={answer}>{(one) => <RoundBody round={one} />}</Answered>
      {isClosed && (
        <span className="ui-row">
          <LinkButton href={`/staff/contests/${contestId}/rounds/${round.id}`}>
            {t(messages.result)}
          </LinkButton>
        </span>
      )}
    </Card>
  )
}

function RoundBody({ round }: { readonly round: Round }) {
  const t = useText()
  const { assignment, judges, state } = round
  const submitted = judges.reduce((all, one) => all + one.submitted, 0)
  const assigned = assignment.sheets
  return (
    <>
      <ProgressBar
        label={t(messages.sheets)}
        percent={(100 * submitted) / Math.max(assigned, 1)}
        valueText={t(messages.sheetsOf, { submitted, assigned })}
      />
      <p className="ui-hint">
        {t(messages.roundOpened, assignment)} ·{' '}
        {t(messages[assignment.status], { seconds: assignment.seconds.toFixed(1) })}
      </p>
      <JudgesAtWork round={round} />
      {state === 'judging' && (
        <Allowed permission="contests.decide">
          <CloseButton roundId={round.id} missing={assigned - submitted} />
        </Allowed>
      )}
    </>
  )
}

function CloseButton({ roundId, missing }: { readonly roundId: string; readonly missing: number }) {
  const t = useText()
  const toast = useToast()
  const [isAsked, setAsked] = useState(false)
  const close = useCommand(contests.closeRound)
  const confirm = () =>
    close.mutate(
      { id: roundId },
      {
        onSuccess: ({ sheets }) => {
          setAsked(false)
          toast({ text: t(messages.closedNow, { sheets }), icon: 'lock' })
        },
      },
    )
  return (
    <div className="ui-row">
      <Button icon="lock" isDisabled={missing > 0} onPress={() => setAsked(true)}>
        {t(messages.close)}
      </Button>
      {missing > 0 && <span className="ui-hint">{t(messages.missing, { count: missing })}</span>}
      <ConfirmDialog
        title={t(messages.close)}
        confirmLabel={t(messages.close)}
        isOpen={isAsked}
        onOpenChange={setAsked}
        onConfirm={confirm}
        isPending={close.isPending}
      >
        <p>{t(messages.closeSure)}</p>
        <RefusalNote failure={close.error} />
      </ConfirmDialog>
    </div>
  )
}
