import { makePlan } from '#programmes/stations/server/siting/make-plan.ts'
import type { Measure } from '../harness/measure.ts'
import { randomFrom } from '../harness/random.ts'
import type { Bench } from '../harness/bench.ts'
import { rounded, type Result } from '../harness/result.ts'

const SITES = 300
const POINTS = 600
const COUNT = 30
/** How wide the square is in which sites and points lie: over a city, and so dense that sites compete everywhere. */
const GROUNDS = { city: 0.25, dense: 0.09 } as const
/** What a run may take unless somebody gives it longer. */
const LIMIT_SECONDS = 20

/** The next thirty stations among 300 candidate sites for 600 demand points, from the question to the counted plan. */
export const stationsSiting: Measure = {
  names: Object.keys(GROUNDS).map((ground) => `stations-siting.${ground}`),
  run: async (bench) => {
    const results: Result[] = []
    for (const [ground, degrees] of Object.entries(GROUNDS))
      results.push(await measure(bench, ground, degrees))
    return results
  },
}

async function measure(bench: Bench, name: string, degrees: number): Promise<Result> {
  bench.say(`thirty of three hundred sites for six hundred points, ${name}`)
  const seconds: number[] = []
  let said = ''
  for (const seed of [1, 2, 3]) {
    const random = randomFrom(seed)
    const place = () => ({
      longitude: 113.2 + random() * degrees,
      latitude: 33.7 + random() * degrees,
    })
    const ground = {
      question: 'build' as const,
      count: COUNT,
      reach: { kind: 'one-km' as const, detourFactor: 1.3 },
      timeLimitSeconds: 60,
      demand: Array.from({ length: POINTS }, () => ({
        ...place(),
        persons: 1 + Math.floor(random() * 120),
        adcode: null,
      })),
      stations: [],
      sites: Array.from({ length: SITES }, (_, number) => ({
        ...place(),
        id: String(number),
        name: '',
        checkIns90Days: null,
      })),
    }
    const started = performance.now()
    const { status, plan } = await makePlan(ground)
    seconds.push((performance.now() - started) / 1000)
    said += ` ${status}, gap ${rounded((plan?.gap ?? 1) * 100)} %, ${plan?.coveredAfter} persons (greedy ${plan?.greedyAfter});`
  }
  const median = seconds.toSorted((a, b) => a - b)[1]!
  return {
    name: `stations-siting.${name}`,
    value: rounded(median),
    unit: 's',
    against: `${LIMIT_SECONDS} s, what a run may take`,
    ratio: rounded(LIMIT_SECONDS / median),
    target: 1,
    note: `300 sites, 600 points, 30 chosen; median of three seeds, the thread's start included:${said}`,
  }
}
