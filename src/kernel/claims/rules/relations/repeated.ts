import type { Text } from '#platform/text.ts'
import { judged, line, meet, rangeText, saidLine, type Judged, type Said } from './said.ts'

/** A claim of somebody else's, with what was found of it. */
export type Repeated = {
  readonly said: Said
  /** Who said it, and when. */
  readonly where: Text
  readonly judged: Judged
}

/**
 * A number that repeats what another publication said. It must say the same; beyond that it is as right as what it repeats,
 * and goes out of date with it.
 */
export function judgeRepeated(said: Said, { said: other, where, judged: found }: Repeated): Judged {
  const theirs = line(
    `${where.zh}：“${other.words}”，即 ${rangeText(other, other, 'zh')}`,
    `${where.en}: “${other.words}”, that is ${rangeText(other, other, 'en')}`,
  )
  const lines = [saidLine(said), theirs]
  if (!meet(said, other))
    return judged('contradicts', [
      ...lines,
      line('与那里说的不是同一个数。', 'That is not the number that was said there.'),
    ])
  const same = line('与那里说的一致；那里的数：', 'It says the same as was said there, of which:')
  const theirOwn = saidLine(other).zh
  const rest = found.lines.filter(({ zh }) => zh !== theirOwn).slice(0, LINES_MAX)
  return judged(found.verdict, [...lines, same, ...rest], found.why)
}

/** A judgement holds forty lines; ours take three. */
const LINES_MAX = 36
