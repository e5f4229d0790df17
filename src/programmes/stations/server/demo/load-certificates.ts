import { cityDay } from '#platform/city-time.ts'
import { newId } from '#platform/ids.ts'
import type { Context } from '#platform/context.ts'
import type { DemoContext } from '#platform/module.ts'
import { orderRoute } from '../../rules/inspection/order-route.ts'
import { recompute } from '../certificates/recompute.ts'
import { makerOf } from '../standards/drafts.ts'
import { standardOn } from '../standards/in-force.ts'
import { tables } from '../tables.ts'
import { drawFates } from './demo-fates.ts'
import type { DemoOfficials } from './demo-officials.ts'
import type { DemoStation } from './demo-station.ts'
import { loadEvidence } from './load-evidence.ts'
import { loadInspections, loadRound } from './load-inspections.ts'
import { loadLikenesses } from './load-likenesses.ts'
import { loadPictures } from './load-pictures.ts'
import { loadSanctions } from './load-sanctions.ts'
import { PERSONA_KEEPS, type PlacedStation } from './load-stations.ts'
import { makeDemoEvidence } from './make-demo-evidence.ts'
import { makeDemoInspections } from './make-demo-visits-of-inspectors.ts'
import { createRandom } from './random.ts'
import { retellCertificates } from './retell-certificates.ts'

/** Where the demo's county officer works, and its inspector goes today. */
const COUNTY = '410402'

/**
 * A year of evidence, inspections and decisions, so that every state of a certificate has stations in it; then the
 * certificates' history, told from that evidence by the rule that computes it every day.
 */
export async function loadCertificates(
  ctx: Context,
  demo: DemoContext,
  stations: readonly DemoStation[],
  placed: readonly PlacedStation[],
  officials: DemoOfficials,
): Promise<void> {
  const today = cityDay(ctx.now)
  const organisations = demo.shared.get('organisations') as ReadonlyMap<string, string>
  const unitOf = (index: number) => organisations.get(stations[index]!.districtAdcode)!
  const keeperAt = stations.findIndex(({ traits }) => traits.includes(PERSONA_KEEPS))
  const fates = drawFates(createRandom(demo.seed, 'fates'), stations, keeperAt)
  const told = stations.map(({ foundedOn }, index) => ({ foundedOn, fate: fates[index]! }))
  const standard = await standardOn(ctx, today)
  const pictures = await loadPictures(ctx, officials.rootId)
  const evidence = makeDemoEvidence(createRandom(demo.seed, 'evidence'), { today, stations: told })
  await loadEvidence(ctx, createRandom(demo.seed, 'places'), placed, evidence, pictures)
  const visits = makeDemoInspections(createRandom(demo.seed, 'inspections'), {
    today,
    standard: standard.content,
    stations: told,
  })
  const story = { stations: placed, unitOf, visits, standard, officials }
  await loadInspections(ctx, story)
  await loadRound(ctx, story, routeOf(stations, placed))
  await loadSanctions(ctx, placed, fates, { unitOf, officials })
  await loadLikenesses(ctx, placed, officials.rootId)
  await retellCertificates(ctx)
  await recompute(
    ctx,
    placed.map(({ id }) => id),
    'evidence',
  )
  await draftStandard(ctx, officials.county.context, organisations.get(COUNTY)!)
}

const STOPS_TODAY = 6

/** Some stations of one district, in the order of the way. */
function routeOf(stations: readonly DemoStation[], placed: readonly PlacedStation[]): PlacedStation[] {
  const there = stations.flatMap(({ districtAdcode, lng, lat }, index) =>
    districtAdcode === COUNTY ? [{ longitude: lng, latitude: lat, station: placed[index]! }] : [],
  )
  return orderRoute(there.slice(-STOPS_TODAY)).map(({ station }) => station)
}

/** The county officer has begun to draft a stricter version. */
async function draftStandard(ctx: Context, by: Context, organisationId: string): Promise<void> {
  const standard = await standardOn(ctx, cityDay(ctx.now))
  const aid = { zh: '有应急药箱', en: 'A first-aid kit' }
  const words = { zh: '有应急药箱，药品在有效期内。', en: 'A first-aid kit within its dates.' }
  const needs = [{ anyOf: [{ kind: 'facilities' as const, of: ['first-aid'], atLeast: 1 }] }]
  const content = {
    ...standard.content,
    criteria: [...standard.content.criteria, { id: 'first-aid', title: aid, words, needs }],
  }
  await tables(ctx)
    .insertInto('stations.standard_draft')
    .values({
      id: newId(ctx.now.getTime()),
      standard: standard.standard,
      organisation_id: organisationId,
      content: JSON.stringify(content),
      ...makerOf(by),
      updated_at: ctx.now,
    })
    .execute()
}
