import { dayNumber } from './days.ts'
import type { DemoHonour, DemoStation, DemoTrait } from './demo-station.ts'
import { quotas } from './places.ts'
import type { Random } from './random.ts'

type Founded = Omit<DemoStation, 'traits' | 'honour'>

/** How many stations carry each trait: 42 of 301, enough to be found and few enough to be exceptions. */
export const traitCounts: Readonly<Record<DemoTrait, number>> = {
  'locked-at-noon': 11,
  'broken-dispenser': 8,
  'does-not-answer': 7,
  'opens-late': 5,
  'locked-at-weekends': 4,
  untidy: 4,
  'stays-open-late': 3,
}

/** A trait is planted only where it can be seen: nobody opens late who is always open. */
const fits: Partial<Record<DemoTrait, (station: Founded) => boolean>> = {
  'locked-at-noon': ({ hours }) => opensAcross(hours, '12:00', '14:00'),
  'opens-late': ({ hours }) => !isAlwaysOpen(hours) && hours.seasons.length === 1,
  'locked-at-weekends': ({ hours }) => !isAlwaysOpen(hours) && opensOn(hours, 6) && opensOn(hours, 7),
  'stays-open-late': ({ hours }) => !isAlwaysOpen(hours) && hours.seasons.every(closesByEvening),
}

/** A trait needs some months of records to show in. */
const DAYS_TO_SHOW = 90

/** Traits by `seq`. One station carries one trait, so that each can be told apart in the records. */
export function plantTraits(
  random: Random,
  stations: readonly Founded[],
  today: string,
): Map<number, DemoTrait[]> {
  const planted = new Map<number, DemoTrait[]>()
  const settled = stations.filter(({ foundedOn }) => dayNumber(today) - dayNumber(foundedOn) > DAYS_TO_SHOW)
  const order = random.shuffled(settled)
  for (const [trait, count] of Object.entries(traitCounts) as [DemoTrait, number][]) {
    const free = order.filter((station) => !planted.has(station.seq) && (fits[trait]?.(station) ?? true))
    for (const { seq } of free.slice(0, count)) planted.set(seq, [trait])
  }
  return planted
}

const DAYS_BEFORE_HONOUR = 300

/** Honours by `seq`: 23 national best by district, then those of lower levels. None has a planted trait. */
export function plantHonours(
  random: Random,
  stations: readonly Founded[],
  traits: ReadonlyMap<number, unknown>,
  today: string,
): Map<number, DemoHonour> {
  const honours = new Map<number, DemoHonour>()
  const levels = [
    { level: 'national-best', monthDay: '12-20', countOf: (best: number) => best },
    { level: 'provincial', monthDay: '11-08', countOf: (best: number) => best + 1 },
    { level: 'municipal', monthDay: '04-28', countOf: (best: number) => 2 * best },
    { level: 'county', monthDay: '09-15', countOf: (best: number) => best + 1 },
  ] as const
  for (const { level, monthDay, countOf } of levels) {
    for (const { adcode, nationalBest } of quotas) {
      const candidates = random
        .shuffled(stations.filter(({ districtAdcode }) => districtAdcode === adcode))
        .filter(({ seq }) => !honours.has(seq) && !traits.has(seq))
        .map((station) => ({ seq: station.seq, days: honourDays(station.foundedOn, monthDay, today) }))
        .filter(({ days }) => days.length > 0)
      for (const { seq, days } of candidates.slice(0, countOf(nationalBest))) {
        honours.set(seq, { level, on: random.pick(days) })
      }
    }
  }
  return honours
}

/** The days of announcement, one a year, on which a station founded then had stood long enough. */
function honourDays(foundedOn: string, monthDay: string, today: string): string[] {
  const [from, to] = [Number(foundedOn.slice(0, 4)), Number(today.slice(0, 4))]
  return Array.from({ length: to - from + 1 }, (_, index) => `${from + index}-${monthDay}`).filter(
    (day) => day <= today && dayNumber(day) - dayNumber(foundedOn) >= DAYS_BEFORE_HONOUR,
  )
}

function isAlwaysOpen(hours: Founded['hours']): boolean {
  return hours.seasons.some(({ weekly }) => weekly.some(({ to }) => to === '24:00'))
}

function opensAcross(hours: Founded['hours'], from: string, to: string): boolean {
  return hours.seasons.every(({ weekly }) => weekly.every((span) => span.from < from && span.to > to))
}

function opensOn(hours: Founded['hours'], weekday: number): boolean {
  return hours.seasons.every(({ weekly }) => weekly.some(({ days }) => days.includes(weekday)))
}

/** An hour more still ends before midnight. */
function closesByEvening({ weekly }: Founded['hours']['seasons'][number]): boolean {
  return weekly.every(({ to, nextDay }) => nextDay !== true && to <= '22:00')
}
