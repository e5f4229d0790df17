import { cityDay } from '#platform/city-time.ts'
import { contextOfDemo } from '#platform/demo.ts'
import type { DemoContext } from '#platform/module.ts'
import type { DemoCity } from './demo-station.ts'
import { demoOfficials } from './demo-officials.ts'
import { loadApplications } from './load-applications.ts'
import { loadCertificates } from './load-certificates.ts'
import { loadHandovers } from './load-handovers.ts'
import { loadHonours, watchFallen } from './load-honours.ts'
import { loadLeavings } from './load-leavings.ts'
import { loadReports } from './load-reports.ts'
import { loadSiting } from './load-siting.ts'
import { loadStations } from './load-stations.ts'
import { loadVisits } from './load-visits.ts'
import { makeDemoReports } from './make-demo-reports.ts'
import { makeDemoStations } from './make-demo-stations.ts'
import { makeDemoVisits } from './make-demo-visits.ts'
import { createRandom } from './random.ts'
import { demoVisitors } from './demo-visitors.ts'

/** The page's spans keep their lengths: its stations were founded over the five years before its day. */
const FOUNDING_YEARS = 5

/** 301 stations, 23 of them national best, with a year of check-ins, reports, evidence and
 * inspections that end on the day it is loaded. */
export async function demo(context: DemoContext): Promise<void> {
  const ctx = contextOfDemo(context, 'stations')
  const wish = { seed: context.seed, today: cityDay(context.today) }
  const stations = makeDemoStations({
    ...wish,
    city: context.shared.get('city') as DemoCity,
    since: cityDay(new Date(context.today.getTime() - FOUNDING_YEARS * 365.25 * 86_400_000)),
  })
  const placed = await loadStations(ctx, context, stations)
  const visitorOf = demoVisitors(ctx, context)
  const visits = makeDemoVisits({ ...wish, stations })
  await loadVisits(ctx, placed, visits, visitorOf)
  const reports = makeDemoReports({ ...wish, stations })
  await loadReports(ctx, placed, reports, visitorOf)
  const officials = await demoOfficials(ctx, context)
  await loadCertificates(ctx, context, stations, placed, officials)
  await loadHonours(ctx, placed, stations)
  await watchFallen(ctx)
  const organisations = context.shared.get('organisations') as ReadonlyMap<string, string>
  // A case is opened and moved where its procedure is known.
  const officer = officials.county.context
  const cast = { stations, placed, organisations, officials }
  await loadApplications(officer, createRandom(context.seed, 'applications'), cast)
  await loadHandovers(ctx, createRandom(context.seed, 'handovers'), cast)
  await loadLeavings(officer, createRandom(context.seed, 'leavings'), cast)
  await loadSiting(ctx, context)
  context.progress({
    zh: `驿站：${placed.length}家，打卡${visits.count}人次，反映${reports.length}条`,
    en: `${placed.length} stations, ${visits.count} check-ins, ${reports.length} reports`,
  })
}
