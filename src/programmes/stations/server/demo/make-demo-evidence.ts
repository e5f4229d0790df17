import type { DemoFate } from './demo-fates.ts'
import { dayNumber, isoDate } from './days.ts'
import type { Random } from './random.ts'

/** A photo, a paper or a keeper's word of the story. */
export type DemoEvidence = {
  /** Its station's place in the list. */
  readonly station: number
  readonly kind: 'photo' | 'document' | 'keeper'
  readonly what: string
  readonly day: string
  /** Minute of the day, in office hours. */
  readonly minute: number
}

export type EvidenceWish = {
  readonly today: string
  /** By station, in their order. */
  readonly stations: readonly { readonly foundedOn: string; readonly fate: DemoFate }[]
}

/** How far back the story goes; what is older has lapsed in any case. */
const DAYS = 400

type Series = {
  readonly kind: DemoEvidence['kind']
  readonly what: string
  readonly everyDays: number
  readonly maxAgeDays: number
}

/** As the standard that comes with the platform asks, renewed somewhat before it must be. */
const series: readonly Series[] = [
  { kind: 'photo', what: 'sign', everyDays: 300, maxAgeDays: 365 },
  { kind: 'photo', what: 'inside', everyDays: 300, maxAgeDays: 365 },
  { kind: 'photo', what: 'equipment', everyDays: 130, maxAgeDays: 180 },
  { kind: 'photo', what: 'rules', everyDays: 320, maxAgeDays: 365 },
  { kind: 'keeper', what: '', everyDays: 55, maxAgeDays: 90 },
]

/** A year of evidence for every station, each by its fate. */
export function makeDemoEvidence(random: Random, { today, stations }: EvidenceWish): DemoEvidence[] {
  return stations.flatMap(({ foundedOn, fate }, station) => {
    const spoilt = random.whole(0, series.length - 2)
    return series.flatMap((one, index) => {
      const age = ageOfLast(random, one, fate, index === spoilt)
      return daysOf(random, one, { today, foundedOn, age }).map((day) => ({
        station,
        kind: one.kind,
        what: one.what,
        day,
        minute: random.whole(8 * 60 + 30, 17 * 60),
      }))
    })
  })
}

/** How many days ago the last of its kind was. */
function ageOfLast(
  random: Random,
  { kind, everyDays, maxAgeDays }: Series,
  fate: DemoFate,
  isSpoilt: boolean,
): number {
  if (kind === 'keeper' && fate === 'unconfirmed') return random.whole(110, 220)
  if (isSpoilt && fate === 'lapsing') return maxAgeDays - random.whole(3, 26)
  if (isSpoilt && fate === 'lapsed') return maxAgeDays + random.whole(5, 30)
  return random.whole(1, Math.min(everyDays, maxAgeDays - 32))
}

type Span = { readonly today: string; readonly foundedOn: string; readonly age: number }

/** From the last back to the founding, or as far as the story goes; a new station begins with all of them. */
function daysOf(random: Random, { everyDays }: Series, { today, foundedOn, age }: Span): string[] {
  const first = Math.max(dayNumber(foundedOn), dayNumber(today) - DAYS)
  const days: number[] = []
  for (
    let day = dayNumber(today) - age;
    day > first;
    day -= Math.round(everyDays * (0.8 + 0.3 * random.unit()))
  )
    days.push(day)
  if (days.length === 0 || dayNumber(foundedOn) === first) days.push(first)
  return days.map(isoDate)
}
