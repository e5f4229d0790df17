import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/data/card.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { Refused } from '#ui/states/answered.tsx'
import { contests } from '../../../contract.ts'
import type { Contest } from '../../types.ts'
import { entryMessages as messages } from '../entry/messages.ts'
import { staffMessages } from '../messages.ts'

type Preview = OutputOf<typeof contests.previewRound>
type ContestProps = { readonly contest: Contest }

/** The next round's assignment as it would be now: what stands against whom, and whether judges suffice. */
export function PreviewCard({ contest }: ContestProps) {
  const t = useText()
  const no = contest.rounds.length + 1
  const name = contest.rules.rounds[no - 1]?.name ?? ''
  const answer = useAnswer(contests.previewRound, { contestId: contest.id, no }, { enabled: false })
  if (name === '' || contest.rounds.some(({ state }) => state === 'judging')) return null
  return (
    <Card title={t(messages.preview)}>
      <p className="ui-hint">{t(messages.previewHint)}</p>
      <span className="ui-row">
        <Button isPending={answer.isFetching} onPress={() => void answer.refetch()}>
          {t(messages.previewRound, { name })}
        </Button>
      </span>
      <div role="status" className="ui-stack">
        {!answer.isFetching && answer.error && <Refused error={answer.error} />}
        {!answer.isFetching && answer.data && <Outcome preview={answer.data} contestId={contest.id} />}
      </div>
    </Card>
  )
}

type OutcomeProps = { readonly preview: Preview; readonly contestId: string }

function Outcome({ preview, contestId }: OutcomeProps) {
  const t = useText()
  const { waitsFor, entries, loads, judgesPerEntry, shortTotal, isPreliminary } = preview
  if (waitsFor !== null) return <p>{t(messages[`waits-${waitsFor}`])}</p>
  if (entries === 0) return <p>{t(messages.nothing)}</p>
  return (
    <>
      <p>
        <StatusBadge status={loads === null ? 'bad' : 'good'}>
          {loads === null
            ? t(messages.tooFew, { count: shortTotal, judges: judgesPerEntry })
            : t(messages.enough, { entries, judges: judgesPerEntry, ...loads })}
        </StatusBadge>
      </p>
      {isPreliminary && <p className="ui-hint">{t(messages.preliminary)}</p>}
      <Short preview={preview} contestId={contestId} />
      <Conflicts preview={preview} contestId={contestId} />
    </>
  )
}

const entryHref = (contestId: string, entryId: string) =>
  `/staff/contests/${contestId}?tab=entries&entry=${entryId}`

function Short({ preview: { short, shortTotal }, contestId }: OutcomeProps) {
  const t = useText()
  if (short.length === 0) return null
  return (
    <>
      <h3>{t(messages.shortList)}</h3>
      <Shown shown={short.length} total={shortTotal} />
      <div className="contest-list" tabIndex={0} role="group" aria-label={t(messages.shortList)}>
        <table className="ui-table">
          <thead>
            <tr>
              <th scope="col">{t(staffMessages.entryTitle)}</th>
              <th scope="col">{t(staffMessages.unit)}</th>
              <th scope="col" data-number>
                {t(messages.free)}
              </th>
            </tr>
          </thead>
          <tbody>
            {short.map(({ entryId, no, title, unitName, free }) => (
              <tr key={entryId}>
                <th scope="row">
                  <Link href={entryHref(contestId, entryId)}>
                    {no} {title}
                  </Link>
                </th>
                <td>{unitName}</td>
                <td data-number>{free}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Conflicts({ preview: { judges, conflicts, conflictsTotal }, contestId }: OutcomeProps) {
  const t = useText()
  if (conflicts.length === 0) return <p>{t(messages.noConflicts)}</p>
  const counted = judges.filter((judge) => judge.conflicts > 0)
  return (
    <>
      <h3>{t(messages.conflicts)}</h3>
      <p>
        {counted
          .map((judge) => `${judge.name} ${t(messages.conflictsOf, { count: judge.conflicts })}`)
          .join(' · ')}
      </p>
      <Shown shown={conflicts.length} total={conflictsTotal} />
      <div className="contest-list" tabIndex={0} role="group" aria-label={t(messages.conflicts)}>
        <table className="ui-table">
          <thead>
            <tr>
              <th scope="col">{t(staffMessages.judge)}</th>
              <th scope="col">{t(staffMessages.entryTitle)}</th>
              <th scope="col">{t(staffMessages.unit)}</th>
              <th scope="col">{t(messages.why)}</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map(({ judgeId, judgeName, entryId, entryNo, title, unitName, kind, through }) => (
              <tr key={`${judgeId} ${entryId}`}>
                <th scope="row">{judgeName}</th>
                <td>
                  <Link href={entryHref(contestId, entryId)}>
                    {entryNo} {title}
                  </Link>
                </td>
                <td>{unitName}</td>
                <td>{t(messages[kind], { through })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Shown({ shown, total }: { readonly shown: number; readonly total: number }) {
  const t = useText()
  if (shown === total) return null
  return <p className="ui-hint">{t(messages.first, { shown, total })}</p>
}
