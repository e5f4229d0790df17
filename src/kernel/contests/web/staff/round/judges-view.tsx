import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { BarRow } from '#ui/charts/bar-row.tsx'
import { ChartFrame } from '#ui/charts/chart-frame.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { contests } from '../../../contract.ts'
import { roundMessages as messages } from './messages.ts'

type Judges = OutputOf<typeof contests.getJudges>['judges']
type JudgesProps = { readonly judges: Judges }

/** How severe each judge was beside the others, and how much of the list hangs on one of them alone. */
export function JudgesView({ roundId }: { readonly roundId: string }) {
  const t = useText()
  return (
    <Card title={t(messages.judges)}>
      <Answered to={useAnswer(contests.getJudges, { id: roundId })}>
        {({ judges }) => (
          <div className="contest-judges-view">
            <Leaning judges={judges} />
            <Stability judges={judges} />
          </div>
        )}
      </Answered>
    </Card>
  )
}

/** Bars that are a list with its numbers; the sentence above says what they add up to. */
function Stability({ judges }: JudgesProps) {
  const t = useText()
  const hanging = judges.filter(({ changesWithout }) => changesWithout > 0)
  return (
    <div>
      <BarRow
        title={t(messages.stability)}
        unit={t(messages.places)}
        bars={judges.map(({ no, name, changesWithout }) => ({
          label: `${no} ${name}`,
          value: changesWithout,
        }))}
        note={
          hanging.length === 0
            ? t(messages.stableAll)
            : t(messages.stableSome, {
                count: hanging.length,
                most: Math.max(...hanging.map(({ changesWithout }) => changesWithout)),
              })
        }
      />
    </div>
  )
}

const POINT = 100

/** To both sides of the middle: right is lenient, left is severe; the number stands beside the bar. */
function Leaning({ judges }: JudgesProps) {
  const t = useText()
  const end = Math.max(POINT, ...judges.map(({ leaning }) => Math.abs(leaning)))
  const side = (leaning: number) =>
    t(leaning > 0 ? messages.lenient : leaning < 0 ? messages.severe : messages.even)
  return (
    <ChartFrame
      title={t(messages.leaning)}
      columns={[t(messages.judge), t(messages.sheets), t(messages.leaning)]}
      rows={judges.map(({ no, name, sheets, leaning }) => [`${no} ${name}`, sheets, leaning / POINT])}
      note={t(messages.leaningNote)}
    >
      <ul className="contest-leaning">
        {judges.map(({ no, name, leaning }) => (
          <li key={no}>
            <span>{`${no} ${name}`}</span>
            <span className="contest-leaning-track" aria-hidden>
              <span
                data-side={leaning < 0 ? 'left' : 'right'}
                style={{ inlineSize: `${(50 * Math.abs(leaning)) / end}%` }}
              />
            </span>
            <span className="ui-figures">
              {`${leaning > 0 ? '+' : ''}${(leaning / POINT).toFixed(2)}`} {side(leaning)}
            </span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}
