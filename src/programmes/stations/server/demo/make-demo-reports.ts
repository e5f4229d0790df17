import { season } from './city-rhythm.ts'
import { dayNumber, startOfDay, weekdayOf } from './days.ts'
import type { FacilityId } from '../rules/facilities.ts'
import type { DemoProof, DemoReport, DemoReportKind } from './demo-report.ts'
import type { DemoStation, DemoTrait } from './demo-station.ts'
import { followUp } from './keeper-answers.ts'
import { drawMinute, VISIT_DAYS } from './make-demo-visits.ts'
import { openingCalendar } from './opening-calendar.ts'
import type { OpenSpan } from './opening-calendar.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'
import { bustleOf, drawRegular, gatherRegulars } from './regulars.ts'
import { complaints } from './report-words.ts'

export type DemoReportsWish = {
  readonly seed: number
  /** YYYY-MM-DD; what is reported or answered from this day on is not known yet. */
  readonly today: string
  readonly stations: readonly DemoStation[]
  readonly count?: number
}

type Trouble = {
  /** Absent where any complaint is meant. */
  readonly kind?: DemoReportKind
  /** Reported so many times as often as elsewhere. */
  readonly times: number
  readonly about?: readonly FacilityId[]
}

/** What a trait makes people report. */
const troubles: Partial<Record<DemoTrait, Trouble>> = {
  'locked-at-noon': { kind: 'locked', times: 7 },
  'opens-late': { kind: 'locked', times: 5 },
  'locked-at-weekends': { kind: 'locked', times: 6 },
  'broken-dispenser': { kind: 'broken', times: 6, about: ['water', 'hot-water'] },
  untidy: { kind: 'dirty', times: 5 },
  'does-not-answer': { times: 3 },
}

/** Even a station that is always locked has now and then another complaint. */
const PLANTED_SHARE = 0.86
/** One tap is enough; fewer than half write a line. */
const WRITTEN_SHARE = 0.45
/** Above the busiest day of `season`, so that a day is kept in proportion to it. */
const SEASON_MAX = 1.5

const usualKinds = { locked: 24, broken: 30, 'no-water': 22, dirty: 12, other: 12 } as const

/** A year of reports in the order of time, each with what became of it by `today`. */
export function makeDemoReports({ seed, today, stations, count = 1400 }: DemoReportsWish): DemoReport[] {
  const random = createRandom(seed, 'reports')
  const bustle = bustleOf(seed, stations)
  const regulars = gatherRegulars(seed, stations, bustle)
  const end = startOfDay(dayNumber(today))
  const sites = stations.map((station, index) => ({
    station,
    index,
    opensOn: openingCalendar(station.hours),
  }))
  const weightOf = ({ station, index }: (typeof sites)[number]) =>
    (bustle[index] ?? 0) * (plantedTrouble(station)?.times ?? 1)
  const drafts = Array.from({ length: count }, () => {
    const { station, index, opensOn } = random.weighted(sites, weightOf)
    const people = regulars[index]
    const visitor = people === undefined ? 1 : drawRegular(random, people)
    return {
      station,
      report: { station: index, visitor, ...incident(random, station, opensOn, dayNumber(today)) },
    }
  })
  return drafts
    .toSorted((a, b) => a.report.at - b.report.at || a.report.station - b.report.station)
    .map(({ station, report }) => ({
      ...report,
      proof: proofOf(random),
      ...followUp(random, report.kind, report.at, station.traits, end),
    }))
}

type Planted = Trouble & { readonly trait: DemoTrait }

function plantedTrouble({ traits }: DemoStation): Planted | undefined {
  const found = traits.map((trait) => ({ trait, trouble: troubles[trait] })).find(({ trouble }) => trouble)
  return found?.trouble && { ...found.trouble, trait: found.trait }
}

type Incident = Pick<DemoReport, 'kind' | 'at' | 'text'>

/** What happened, when, and what the reporter wrote. People stand at the door while it should be open. */
function incident(
  random: Random,
  station: DemoStation,
  opensOn: (day: number) => OpenSpan[],
  today: number,
): Incident {
  const trouble = random.chance(PLANTED_SHARE) ? plantedTrouble(station) : undefined
  const kind = trouble?.kind ?? random.weighted(kindsOf(usualKinds), (each) => usualKinds[each])
  const first = Math.max(today - VISIT_DAYS, dayNumber(station.foundedOn) + 1)
  const text = random.chance(WRITTEN_SHARE) ? wordsOf(random, kind, station, trouble) : undefined
  for (;;) {
    const day = random.whole(first, today - 1)
    const declared = opensOn(day)
    const spans = trouble === undefined ? declared : narrowed(trouble.trait, declared, day)
    if (spans.length === 0 || !random.chance(season(day) / SEASON_MAX)) continue
    const minute = drawMinute(random, spans)
    const at = startOfDay(day) + minute * 60 + random.whole(0, 59)
    return text === undefined ? { kind, at } : { kind, at, text }
  }
}

function wordsOf(
  random: Random,
  kind: DemoReportKind,
  { facilities }: DemoStation,
  trouble: Trouble | undefined,
): string {
  const there = trouble?.about ?? facilities
  return random.pick(complaints[kind].filter(({ needs }) => needs === undefined || there.includes(needs)))
    .text
}

/** The declared hours in which a planted trouble shows. */
function narrowed(trait: DemoTrait, spans: OpenSpan[], day: number): OpenSpan[] {
  switch (trait) {
    case 'locked-at-noon':
      return spans
        .map(({ from, to }) => ({ from: Math.max(from, 720), to: Math.min(to, 840) }))
        .filter(({ from, to }) => from < to)
    case 'opens-late':
      return spans.slice(0, 1).map(({ from, to }) => ({ from, to: Math.min(to, from + 60) }))
    case 'locked-at-weekends':
      return weekdayOf(day) >= 6 ? spans : []
    default:
      return spans
  }
}

const proofShares = { 'code-and-position': 48, code: 33, position: 13, none: 6 } as const

function proofOf(random: Random): DemoProof {
  const kind = random.weighted(kindsOf(proofShares), (each) => proofShares[each])
  const scanned = kind === 'code-and-position' || kind === 'code'
  const located = kind === 'code-and-position' || kind === 'position'
  return {
    kind,
    ...(scanned ? { scannedSecondsBefore: random.whole(8, 590) } : {}),
    ...(located ? { metresAway: Math.round(4 + 30 * random.unit() ** 2 * (scanned ? 1 : 8)) } : {}),
  }
}

function kindsOf<K extends string>(shares: Readonly<Record<K, number>>): K[] {
  return Object.keys(shares) as K[]
}
