import { parseArgs } from 'node:util'
import { makeBench } from './harness/bench.ts'
import type { Measure } from './harness/measure.ts'
import { toJsonLine, toTable, type Result } from './harness/result.ts'
import { contestsAssignment } from './measures/contests-assignment.ts'
import { contestsCertificates } from './measures/contests-certificates.ts'
import { contestsResult } from './measures/contests-result.ts'
import { filesVideo } from './measures/files-video.ts'
import { claimsLinter } from './measures/claims-linter.ts'
import { greenTravelAges } from './measures/green-travel-ages.ts'
import { greenTravelFile } from './measures/green-travel-file.ts'
import { membershipMembers } from './measures/membership-members.ts'
import { membershipRoster, membershipRosterMemory } from './measures/membership-roster.ts'
import { greenTravelRides } from './measures/green-travel-rides.ts'
import { start } from './measures/start.ts'
import { stationsCertificates } from './measures/stations-certificates.ts'
import { stationsFigures } from './measures/stations-figures.ts'
import { stationsList } from './measures/stations-list.ts'
import { stationsSiting } from './measures/stations-siting.ts'
import { stationsOpenNow } from './measures/stations-open-now.ts'
import { stationsNearestPeers } from './measures/stations-nearest-peers.ts'
import { stationsNearest } from './measures/stations-nearest.ts'

/** Every measure, in the order of running. */
const measures: readonly Measure[] = [
  stationsNearest,
  stationsNearestPeers,
  stationsList,
  stationsCertificates,
  stationsFigures,
  greenTravelFile,
  greenTravelAges,
  stationsOpenNow,
  stationsSiting,
  contestsAssignment,
  contestsResult,
  contestsCertificates,
  membershipRoster,
  membershipRosterMemory,
  membershipMembers,
  greenTravelRides,
  filesVideo,
  claimsLinter,
  start,
]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})

/** `stations` names all of a module's measures, `stations.nearest` one of them and what stands below it. */
const isWanted = (name: string) =>
  positionals.length === 0 || positionals.some((it) => name === it || name.startsWith(`${it}.`))

async function main(): Promise<number> {
  const wanted = measures.filter(({ names }) => names.some(isWanted))
  if (wanted.length === 0) {
    process.stderr.write(
      `no measure is called that; there are:\n  ${measures.flatMap(({ names }) => names).join('\n  ')}\n`,
    )
    return 2
  }
  const bench = makeBench()
  const results: Result[] = []
  try {
    for (const measure of wanted) {
      const seen = (await measure.run(bench)).filter(({ name }) => isWanted(name))
      if (values.json) for (const result of seen) process.stdout.write(`${toJsonLine(result)}\n`)
      results.push(...seen)
    }
  } finally {
    await bench.end()
  }
  if (!values.json) process.stdout.write(`\n${toTable(results)}`)
  return 0
}

process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))
process.exitCode = await main()
