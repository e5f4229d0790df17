import { season } from './city-rhythm.ts'
import { dayNumber, startOfDay, weekdayOf } from './days.ts'
import type { FacilityId } from '../../rules/facilities.ts'
import { drawProof } from './presence-proof.ts'
import type { DemoReport, DemoReportKind } from './demo-report.ts'
import type { DemoStation, DemoTrait } from './demo-station.ts'
import { followUp } from './keeper-answers.ts'
import { drawMinute, VISIT_DAYS } from './make-demo-visits.ts'
import { openingCalendar } from './opening-calendar.ts'
import type { OpenSpan } from './opening-calendar.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'
import { bustleOf, drawRegular, gatherRegulars } from './regulars.ts'
import { complaints } from './report-words.ts'
import type { Complaint } from './report-words.ts'

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
  'does-not-answer': { times: 2 },
}

/** Even a station that is always locked has now and then another complaint. */
const PLANTED_SHARE = 0.86
/** One tap is enough; fewer than half write a line. */
const WRITTEN_SHARE = 0.45
/** Above the busiest day of `season`, so that a day is kept in proportion to it. */
const SEASON_MAX = 1.5

const usualKinds = [
  ['locked', 24],
  ['broken', 30],
  ['no-water', 22],
  ['dirty', 12],
  ['other', 12],
] as const satisfies (readonly [DemoReportKind, number])[]

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
      ...drawProof(random),
      ...followUp(random, { ...report, traits: station.traits }, end),
    }))
}

type Planted = Trouble & { readonly trait: DemoTrait }

function plantedTrouble({ traits }: DemoStation): Planted | undefined {
  const found = traits.map((trait) => ({ trait, trouble: troubles[trait] })).find(({ trouble }) => trouble)
  return found?.trouble && { ...found.trouble, trait: found.trait }
}

type Incident = Pick<DemoReport, 'kind' | 'at' | 'facility' | 'words'>

/** What happened, when, and what the reporter wrote. People stand at the door while it should be open. */
function incident(
  random: Random,
  station: DemoStation,
  opensOn: (day: number) => OpenSpan[],
  today: number,
): Incident {
  const trouble = random.chance(PLANTED_SHARE) ? plantedTrouble(station) : undefined
  const kind = trouble?.kind ?? random.weighted(usualKinds, ([, weight]) => weight)[0]
  const complaint = complaintAt(random, kind, station, trouble)
  return {
    kind,
    at: momentOf(random, station, opensOn, today, trouble?.trait),
    facility: kind === 'locked' ? null : (complaint.needs ?? null),
    words: random.chance(WRITTEN_SHARE) ? complaint.words : '',
  }
}

const TRIES_MAX = 5000

/** A moment at which the station should be open, and its trouble shows; more in the seasons in which more come. */
function momentOf(
  random: Random,
  station: DemoStation,
  opensOn: (day: number) => OpenSpan[],
  today: number,
  trait: DemoTrait | undefined,
): number {
  const first = Math.max(today - VISIT_DAYS, dayNumber(station.foundedOn) + 1)
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const day = random.whole(first, today - 1)
    const spans = trait === undefined ? opensOn(day) : narrowed(trait, opensOn(day), day)
    if (spans.length === 0 || !random.chance(season(day) / SEASON_MAX)) continue
    return startOfDay(day) + drawMinute(random, spans) * 60 + random.whole(0, 59)
  }
  throw new Error(`${station.name} was never open since ${station.foundedOn}`)
}

function complaintAt(
  random: Random,
  kind: DemoReportKind,
  { facilities }: DemoStation,
  trouble: Trouble | undefined,
): Complaint {
  const there = facilities.filter((facility) => trouble?.about?.includes(facility) ?? true)
  return random.pick(complaints[kind].filter(({ needs }) => needs === undefined || there.includes(needs)))
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
