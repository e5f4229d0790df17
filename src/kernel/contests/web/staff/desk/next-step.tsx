import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { cityDay } from '#platform/city-time.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { contests } from '../../../contract.ts'
import { timelinessOf } from '../../../rules/round-days.ts'
import { stageOf } from '../../contest-badge.tsx'
import { RulesTold } from '../../told/rules-told.tsx'
import type { Contest } from '../../types.ts'
import { staffMessages as messages } from '../messages.ts'
import { PlannedDays } from './planned-days.tsx'

type ContestProps = { readonly contest: Contest }

/** One sentence on where the contest stands, and the one thing to do now. */
export function NextStep({ contest }: ContestProps) {
  const t = useText()
  return (
    <section className="contest-next" aria-label={t(messages.next)}>
      <h2>{t(messages.next)}</h2>
      <Step contest={contest} />
    </section>
  )
}

function Step({ contest }: ContestProps) {
  const t = useText()
  const format = useFormat()
  const stage = stageOf(contest)
  if (stage === 'draft') return <OpenStep contest={contest} />
  if (stage === 'coming')
    return <p>{t(messages.nextComing, { date: format.dateTime(contest.entriesFrom, 'long') })}</p>
  if (stage === 'entering')
    return <p>{t(messages.nextEntering, { date: format.dateTime(contest.entriesUntil, 'long') })}</p>
  const open = contest.rounds.find(({ state }) => state === 'judging')
  if (open !== undefined) return <p>{t(messages.nextJudging, { name: open.name })}</p>
  if (contest.rounds.length < contest.rules.rounds.length) return <RoundStep contest={contest} />
  return <ResultStep contest={contest} />
}

function ResultStep({ contest: { id, rounds } }: ContestProps) {
  const t = useText()
  const obstacles = useAnswer(contests.getResult, { contestId: id }).data?.obstacles ?? []
  if (obstacles.includes('tie-undecided'))
    return (
      <>
        <p>{t(messages.nextTie)}</p>
        <LinkButton variant="primary" href={`/staff/contests/${id}/rounds/${rounds.at(-1)!.id}`}>
          {t(messages.toTie)}
        </LinkButton>
      </>
    )
  return (
    <>
      <p>{t(messages.nextResult)}</p>
      <LinkButton variant="primary" href={`/staff/contests/${id}/result`}>
        {t(messages.toResult)}
      </LinkButton>
    </>
  )
}

function OpenStep({ contest: { id, version, rules } }: ContestProps) {
  const t = useText()
  const toast = useToast()
  const [isAsked, setAsked] = useState(false)
  const open = useCommand(contests.openContest)
  const confirm = () =>
    open.mutate(
      { id, version },
      {
        onSuccess: () => {
          setAsked(false)
          toast({ text: t(messages.opened), icon: 'check' })
        },
      },
    )
  return (
    <>
      <p>{t(messages.nextDraft)}</p>
      <Allowed permission="contests.run">
        <Button variant="primary" onPress={() => setAsked(true)}>
          {t(messages.open)}
        </Button>
      </Allowed>
      <ConfirmDialog
        title={t(messages.open)}
        confirmLabel={t(messages.open)}
        isOpen={isAsked}
        onOpenChange={setAsked}
        onConfirm={confirm}
        isPending={open.isPending}
      >
        <p>{t(messages.openSure)}</p>
        <div className="contest-dialog-rules" tabIndex={0} role="group" aria-label={t(messages.rules)}>
          <RulesTold rules={rules} />
        </div>
        <RefusalNote failure={open.error} />
      </ConfirmDialog>
    </>
  )
}

/** Where judges are too few nothing is assigned, and the refusal names each entry and what stands against each judge. */
function RoundStep({ contest }: ContestProps) {
  const t = useText()
  const toast = useToast()
  const open = useCommand(contests.openRound)
  const no = contest.rounds.length + 1
  const { name, judging, judgesPerEntry } = contest.rules.rounds[no - 1]!
  const isEarly = timelinessOf(judging, 'to-come', cityDay(new Date())) === 'not-yet'
  const last = contest.rounds.at(-1)
  const start = () =>
    open.mutate(
      { contestId: contest.id, no },
      { onSuccess: (assigned) => toast({ text: t(messages.roundOpened, assigned), icon: 'users' }) },
    )
  return (
    <>
      <p>{t(messages.nextRound, { name, judges: judgesPerEntry })}</p>
      <PlannedDays judging={judging} state="to-come" />
      {isEarly && <p className="ui-hint">{t(messages.earlyHint)}</p>}
      <RefusalNote failure={open.error} />
      <div className="ui-row">
        <Allowed permission="contests.run">
          <Button variant="primary" isPending={open.isPending} onPress={start}>
            {t(messages.openRound, { name })}
          </Button>
        </Allowed>
        {last !== undefined && (
          <LinkButton href={`/staff/contests/${contest.id}/rounds/${last.id}`}>
            {t(messages.result)}
          </LinkButton>
        )}
      </div>
    </>
  )
}
