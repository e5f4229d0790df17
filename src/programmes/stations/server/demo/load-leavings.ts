import { act, openCase, type Procedure } from '#kernel/review/index.ts'
import { momentAt } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { writeStations } from '../keeping/write-station.ts'
import { subjectOf } from '../leaving/leave-station.ts'
import { leavingProcedure, withdrawalProcedure } from '../leaving/leaving-procedures.ts'
import { tables } from '../tables.ts'
import { inventedActor, type DemoOfficials } from './demo-officials.ts'
import type { DemoStation } from './demo-station.ts'
import { leavingStories, withdrawalStories, type LeavingStory } from './leaving-stories.ts'
import { draftOf, moveIntoThePast, type PlacedStation } from './load-stations.ts'
import type { Random } from './random.ts'

const DAY_MS = 86_400_000
/** Where the demo's county officer works, so that what waits there can be moved by a visitor. */
const COUNTY = '410402'
/** Some hundred metres from the one whose likeness it was. */
const OFFSET_DEGREES = 0.006

type Cast = {
  readonly stations: readonly DemoStation[]
  readonly placed: readonly PlacedStation[]
  readonly organisations: ReadonlyMap<string, string>
  readonly officials: DemoOfficials
}

/** Stations that want to leave, and some beyond the 301 that left: each way in which one goes. */
export async function loadLeavings(ctx: Context, random: Random, cast: Cast): Promise<void> {
  for (const story of leavingStories) {
    const about = await aboutOf(ctx, cast, story)
    const keeper = inventedActor(random)
    const caseId = await open(ctx, { ...about, actor: keeper, procedure: leavingProcedure }, story)
    await tables(ctx)
      .insertInto('stations.leaving_wish')
      .values({
        case_id: caseId,
        station_id: about.id,
        merged_into: story.isMerged ? cast.placed[story.beside]!.id : null,
        reason: story.reason,
        proposed_at: ago(ctx, story.daysAgo),
      })
      .execute()
    await follow(ctx, cast.officials, caseId, story)
    if (story.plate !== undefined) await returnPlate(ctx, about.id, story.plate)
  }
  for (const story of withdrawalStories) {
    const about = await aboutOf(ctx, cast, story)
    const { actor } = cast.officials.county.context
    const caseId = await open(ctx, { ...about, actor, procedure: withdrawalProcedure }, story)
    await follow(ctx, cast.officials, caseId, story)
  }
  await moveIntoThePast(ctx)
}

type About = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly organisationId: string
}

async function aboutOf(
  ctx: Context,
  { stations, placed, organisations }: Cast,
  { name, beside, isOne }: LeavingStory,
): Promise<About> {
  const county = stations.flatMap(({ districtAdcode }, index) => (districtAdcode === COUNTY ? index : []))
  const index = isOne ? county[beside]! : beside
  const station = stations[index]!
  const organisationId = organisations.get(station.districtAdcode)!
  if (isOne) return { ...placed[index]!, organisationId }
  const gone = { ...station, name, lng: station.lng + OFFSET_DEGREES }
  const founded = { ...ctx, now: new Date(momentAt(station.foundedOn, '10:00')) }
  const [written] = await writeStations(founded, [
    { draft: draftOf(gone), organisationId, reason: '建成启用', validFrom: station.foundedOn },
  ])
  return { ...written!, name, organisationId }
}

type Opening = About & { readonly actor: Context['actor']; readonly procedure: Procedure }

async function open(
  ctx: Context,
  { code, name, organisationId, actor, procedure }: Opening,
  { isMerged, daysAgo, reason }: LeavingStory,
): Promise<string> {
  const isWarning = procedure === withdrawalProcedure
  const { id } = await openCase({ ...ctx, actor, now: ago(ctx, daysAgo) }, procedure, {
    subject: subjectOf(code),
    organisationId,
    ...(isWarning && { applicant: null }),
    summary: `${name}${isWarning ? '整改' : isMerged ? '并入邻站' : '退出'}`,
    href: `/staff/stations/${code}`,
    note: reason,
  })
  return id
}

async function follow(
  ctx: Context,
  officials: DemoOfficials,
  caseId: string,
  { moves }: LeavingStory,
): Promise<void> {
  for (const { move, by, daysAgo, reason } of moves)
    await act({ ...officials[by].context, now: ago(ctx, daysAgo) }, caseId, move, { reason })
}

const returnPlate = (ctx: Context, stationId: string, to: string) =>
  tables(ctx)
    .updateTable('stations.leaving')
    .set({ plate_returned_at: ctx.now, plate_returned_to: to })
    .where('station_id', '=', stationId)
    .execute()

const ago = ({ now }: Context, daysAgo: number) => new Date(now.getTime() - daysAgo * DAY_MS)
