import type { Text } from '#platform/text.ts'
import { judgeAgainstFigure, type Recorded } from './against-figure.ts'
import { judged, line, saidLine, type Judged, type Said } from './said.ts'

type Stands = {
  readonly kind: string
  readonly title: Text
  readonly judged: Judged
  /** Another of its claims is refuted by the records, and so is what went wrong. */
  readonly isExplained: boolean
}

/**
 * The verdict on one claim: by the records of the figure that it is bound to; where it is bound to none, by the relations in
 * which it stands. That a quotient is plausible proves no claim, so an unbound one agrees with nothing.
 */
export function judgeClaim(
  said: Said,
  recorded: { readonly then: Recorded; readonly now: Recorded } | null,
  relations: readonly Stands[],
): Judged {
  if (recorded !== null) return judgeAgainstFigure(said, recorded.then, recorded.now)
  const contradicting = relations.find(
    ({ isExplained, judged: { verdict } }) => verdict === 'contradicts' && !isExplained,
  )
  const own = relations.find(
    ({ kind, judged: { verdict } }) =>
      (kind === 'period' || kind === 'rate') && verdict === 'cannot-be-checked',
  )
  const found = contradicting ?? own
  if (found !== undefined) {
    const { verdict, why, lines } = found.judged
    return judged(verdict, [line(`见“${found.title.zh}”`, `See “${found.title.en}”`), ...lines], why)
  }
  return judged(
    'cannot-be-checked',
    [saidLine(said), line('平台上还没有一个数字记录它。', 'No figure on the platform records it yet.')],
    'unbound',
  )
}
