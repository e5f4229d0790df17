import { Disclosure } from '#ui/controls/disclosure.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ContestRules } from '../../../shapes.ts'
import type { DeskEntry } from './entry-drawer.tsx'
import { entryMessages as messages } from './messages.ts'

type Round = DeskEntry['rounds'][number]
type EntryRoundsProps = { readonly entry: DeskEntry; readonly rules: ContestRules }

/** How far it came; whose scores they are is told once a round is closed. */
export function EntryRounds({ entry, rules }: EntryRoundsProps) {
  const t = useText()
  const names = new Map(rules.rounds.flatMap(({ criteria }) => criteria.map(({ id, name }) => [id, name])))
  return (
    <section className="ui-stack">
      <h3>{t(messages.rounds)}</h3>
      {entry.rounds.length === 0 && <p className="ui-hint">{t(messages.noRounds)}</p>}
      {entry.rounds.map((round) => (
        <div key={round.roundId}>
          <b>{t(messages.lot, { name: round.name, label: round.label })}</b>
          <p>{placeOf(round, t)}</p>
          {round.sheets.length > 0 && (
            <Disclosure title={`${t(messages.sheet)} (${round.sheets.length})`}>
              <Sheets round={round} names={names} />
            </Disclosure>
          )}
        </div>
      ))}
    </section>
  )
}

function placeOf({ state, place, submitted, assigned }: Round, t: ReturnType<typeof useText>): string {
  if (state === 'judging') return t(messages.sealed, { submitted, assigned })
  if (place === null) return t(messages.unranked)
  const { rank, of, mean, given } = place
  const told = t(messages.rank, { rank, of, mean: mean.shown })
  if (given === null) return told
  return `${told} · ${given === 'advancing' ? t(messages.advanced) : given}`
}

const HUNDREDTHS = 100

type SheetsProps = {
  readonly round: Round
  readonly names: ReadonlyMap<string | undefined, string | undefined>
}

function Sheets({ round, names }: SheetsProps) {
  const t = useText()
  return (
    <ul className="contest-facts">
      {round.sheets.map(({ judgeNo, judgeName, points, receipt }) => (
        <li key={judgeNo}>
          {t(messages.judge, { no: judgeNo, name: judgeName })}
          {'：'}
          {Object.entries(points)
            .map(([id, value]) => `${names.get(id) ?? id} ${value / HUNDREDTHS}`)
            .join(' · ')}
          <br />
          <span className="contest-digest">
            {t(messages.receipt)} {receipt}
          </span>
        </li>
      ))}
    </ul>
  )
}
