import { chooseForm, type Chosen } from './choose-form.ts'
import type { FoundingFacts } from './facts.ts'
import { line, type Line } from './line.ts'
import { peopleLines } from './people-lines.ts'
import { threshold } from './thresholds.ts'

export type Recommendation = Chosen

/**
 * Which form the law wants or suggests for these facts on a day, and everything else that it says about them. The
 * person may choose any form of `lawful`; whoever sends an application with a `refused` or `missing` line is told.
 */
export function recommendForm(facts: FoundingFacts, today: string): Recommendation {
  const chosen = chooseForm(facts, today)
  return {
    ...chosen,
    lines: [
      ...chosen.lines,
      ...womenLines(facts, today),
      ...chairLines(facts, today),
      ...dutyLines(facts, today),
      ...peopleLines(facts, today),
    ],
  }
}

export const hindrances = ({ lines }: Recommendation): readonly Line[] =>
  lines.filter(({ verdict }) => verdict === 'missing' || verdict === 'refused')

function womenLines({ womenMembers }: FoundingFacts, today: string): Line[] {
  const { value: enough } = threshold('womenCommitteeMembers', today)
  if (womenMembers === 0) return []
  return womenMembers >= enough
    ? [
        line(
          'women',
          'may',
          'law-11-women',
          `女会员${womenMembers}人 ≥ ${enough}人，同时建立女职工委员会`,
          `${womenMembers} women ≥ ${enough}: found a women’s committee too`,
        ),
      ]
    : [
        line(
          'women',
          'must',
          'henan-9',
          `女会员${womenMembers}人 < ${enough}人，在委员会中设女职工委员一人`,
          `${womenMembers} women < ${enough}: one women’s commissioner in the committee`,
        ),
      ]
}

/** 工会法 article 14 names enterprises, institutions and social organisations, not government bodies; it counts workers. */
function chairLines({ workers, unitKind, scope }: FoundingFacts, today: string): Line[] {
  const { value: many } = threshold('fullTimeChairWorkers', today)
  if (scope !== 'one-unit' || unitKind === 'government' || workers < many) return []
  return [
    line(
      'full-time-chair',
      'may',
      'law-14',
      `职工${workers}人 ≥ ${many}人，可以设专职工会主席`,
      `${workers} workers ≥ ${many}: a full-time chair is possible`,
    ),
  ]
}

function dutyLines({ unitFoundedOn, scope }: FoundingFacts, today: string): Line[] {
  if (scope !== 'one-unit' || unitFoundedOn === null) return []
  const until = yearsAfter(unitFoundedOn, threshold('foundWithinYears', today).value)
  return today <= until
    ? [
        line(
          'within-a-year',
          'good',
          'henan-6',
          `单位成立于${unitFoundedOn}，应在${until}前建会`,
          `Founded on ${unitFoundedOn}: a union is due by ${until}`,
        ),
      ]
    : [
        line(
          'within-a-year',
          'must',
          'henan-6',
          `单位成立于${unitFoundedOn}，一年期限已于${until}届满，请尽快建会`,
          `Founded on ${unitFoundedOn}: the year ran out on ${until}, do it soon`,
        ),
      ]
}

/** 29 February becomes the 28th where the year has none. */
export function yearsAfter(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate()
  return `${year + years}-${String(month).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`
}
