import { assignEntries } from '#kernel/contests/server/judging/assign-entries.ts'
import type { Bench } from '../harness/bench.ts'
import type { Measure } from '../harness/measure.ts'
import { rounded, type Result } from '../harness/result.ts'

const ENTRIES = 2_000
const JUDGES = 60
const JUDGES_PER_ENTRY = 7
/** What an assignment may take at most. */
const LIMIT_SECONDS = 30

/** 2,000 entries get seven judges each out of sixty, some of every house. */
export const contestsAssignment: Measure = {
  names: ['contests.assignment'],
  run: async (bench) => [await measure(bench)],
}

async function measure(bench: Bench): Promise<Result> {
  bench.say('seven judges for each of two thousand entries')
  const judges = Array.from({ length: JUDGES }, (_, no) => ({
    id: `judge-${no}`,
    house: `house-${no % 40}`,
    persons: new Set([`judge-${no}`]),
    kin: new Set<string>(),
    has: 0,
  }))
  const entries = Array.from({ length: ENTRIES }, (_, no) => ({
    id: `entry-${no}`,
    label: no + 1,
    house: `house-${(no * 7) % 97}`,
    entrant: `entrant-${no}`,
    names: [],
    needs: JUDGES_PER_ENTRY,
  }))
  const started = performance.now()
  const { pairs, status } = await assignEntries({ entries, judges, taken: new Set() })
  const seconds = (performance.now() - started) / 1000
  const loads = judges.map(({ id }) => pairs.filter(({ judgeId }) => judgeId === id).length)
  return {
    name: 'contests.assignment',
    value: rounded(seconds),
    unit: 's',
    against: `${LIMIT_SECONDS} s, what an assignment may take`,
    ratio: rounded(LIMIT_SECONDS / seconds),
    target: 1,
    note: `${status}, ${pairs.length} sheets, ${Math.min(...loads)} to ${Math.max(...loads)} a judge`,
  }
}
