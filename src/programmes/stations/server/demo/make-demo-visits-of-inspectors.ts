import type { Standard } from '../../rules/standard/standard-schema.ts'
import { checklistOf } from '../../rules/standard/checklist.ts'
import { dayNumber, isoDate, weekdayOf } from './days.ts'
import type { DemoFate } from './demo-fates.ts'
import type { Random } from './random.ts'

/** One visit of the story with what was found. */
export type DemoInspection = {
  readonly station: number
  readonly day: string
  /** Minute of the day. */
  readonly from: number
  readonly to: number
  readonly answers: Readonly<Record<string, 'yes' | 'no'>>
  readonly failing: readonly string[]
  readonly words: string
  /** The visit that this one repeats, by its place in the list. */
  readonly repeats?: number
}

export type InspectionWish = {
  readonly today: string
  readonly standard: Standard
  readonly stations: readonly { readonly foundedOn: string; readonly fate: DemoFate }[]
}

const DAYS = 360
const VISITS_A_DAY = 7
const EVERY_DAYS = 12

const remarks: Readonly<Record<string, readonly string[]>> = {
  'sign-shown': ['招牌掉了一半', '标识被广告挡住'],
  'room-fixed': ['休息区改成了仓库', '座椅被撤走'],
  'door-open': ['开放时间门锁着，敲门无人应'],
  'equipment-works': ['饮水机不出水', '微波炉打不着'],
  'rules-posted': ['制度没有上墙'],
  'keeper-known': ['店员不知道驿站由谁负责'],
}

/** A year of unannounced days: most find nothing, some find one thing, and a repeat visit finds it mended or not. */
export function makeDemoInspections(
  random: Random,
  { today, standard, stations }: InspectionWish,
): DemoInspection[] {
  const questions = checklistOf(standard).flatMap((part) =>
    part.questions.map((question) => ({ ...question, criterion: part.criterion })),
  )
  const visits: DemoInspection[] = []
  const visit = (station: number, day: number, at: number, wrong: string | undefined, repeats?: number) => {
    const found = questions.find(({ id }) => id === wrong)
    visits.push({
      station,
      day: isoDate(day),
      from: at,
      to: at + random.whole(12, 26),
      answers: Object.fromEntries(
        questions.map(({ id, expects }) => [id, (id === wrong) === (expects === 'yes') ? 'no' : 'yes']),
      ),
      failing: found === undefined ? [] : [found.criterion],
      words: wrong === undefined ? '' : random.pick(remarks[wrong] ?? ['现场与登记不符']),
      ...(repeats === undefined ? {} : { repeats }),
    })
  }
  const last = dayNumber(today) - 2
  const order = random.shuffled(stations.map((_, index) => index))
  const wanting = order.filter((index) => stations[index]!.fate === 'found-wanting')
  const others = order.filter((index) => stations[index]!.fate !== 'found-wanting')
  let next = 0
  for (let day = last - DAYS; day < last - 40; day += EVERY_DAYS) {
    if (weekdayOf(day) > 5) day += 2
    for (let stop = 0; stop < VISITS_A_DAY; stop++) {
      const station = others[next++ % others.length]!
      if (dayNumber(stations[station]!.foundedOn) >= day) continue
      const wrong = random.chance(0.16) ? random.pick(questions).id : undefined
      visit(station, day, 9 * 60 + stop * 50, wrong)
      // Mended by the time that somebody comes again.
      if (wrong !== undefined) visit(station, day + 12, 14 * 60 + stop * 20, undefined, visits.length - 1)
    }
  }
  for (const [index, station] of wanting.entries()) {
    const day = last - (index % 8)
    if (dayNumber(stations[station]!.foundedOn) < day)
      visit(station, day, 9 * 60 + (index % 7) * 50, random.pick(questions).id)
  }
  return visits
}
