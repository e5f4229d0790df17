import { findPhone } from '#kernel/access/index.ts'
import { act } from '#kernel/review/index.ts'
import { momentAt } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { FacilityId } from '../../rules/facilities.ts'
import type { ApplicationPhoto } from '../tables-becoming.ts'
import { tables } from '../tables.ts'
import { applicationStories, type ApplicationStory } from './application-stories.ts'
import { inventedActor, type DemoOfficials } from './demo-officials.ts'
import type { DemoStation } from './demo-station.ts'
import { inventName } from './invented-people.ts'
import { storeScene } from './load-pictures.ts'
import { demoPhone, type PlacedStation } from './load-stations.ts'
import { ago, apply, move } from './make-application.ts'
import type { Random } from './random.ts'

const FACILITIES: FacilityId[] = ['water', 'seats', 'air-conditioner', 'microwave', 'charging']
/** Some hundred metres from a station that stands: no neighbour whom one would ask about. */
const OFFSET_DEGREES = 0.004
const GRANTED = 3
const DAYS_TO_GRANT = 21
const DAY_MS = 86_400_000

type Cast = {
  readonly stations: readonly DemoStation[]
  readonly placed: readonly PlacedStation[]
  readonly organisations: ReadonlyMap<string, string>
  readonly officials: DemoOfficials
}

type Photos = { readonly live: ApplicationPhoto[]; readonly ended: ApplicationPhoto[] }

/** Applications on every desk, and those of the newest stations, granted on the day on which they were founded. */
export async function loadApplications(ctx: Context, random: Random, cast: Cast): Promise<void> {
  const { rootId } = cast.officials
  // Pictures of what is refused or taken back are withdrawn, and no other page may lose its own by that.
  const photos = { live: await doorPhotos(ctx, rootId, 3), ended: await doorPhotos(ctx, rootId, 4) }
  for (const story of applicationStories) await loadStory(ctx, random, cast, story, photos)
  for (const [at, station] of cast.stations.slice(-GRANTED).entries())
    await loadGranted(ctx, random, cast, station, cast.placed.at(at - GRANTED)!, photos)
}

async function doorPhotos(ctx: Context, rootId: string, variant: number): Promise<ApplicationPhoto[]> {
  const { fileId, thumbnailFileId } = await storeScene(ctx, rootId, 'sign', variant)
  return [{ fileId, thumbnailFileId, kind: 'sign', takenAt: null }]
}

async function loadStory(
  ctx: Context,
  random: Random,
  { stations, organisations, officials }: Cast,
  story: ApplicationStory,
  { live, ended }: Photos,
): Promise<void> {
  const { name, hostUnit, adcode, address, moves } = story
  const neighbour = random.pick(stations.filter(({ districtAdcode }) => districtAdcode === adcode))
  const applicant = story.by === 'member' ? officials.member.context.actor : inventedActor(random)
  const keeper = await keeperOf(ctx, random, officials, story)
  const isEnded = moves.some(({ move }) => move === 'refuse' || move === 'take-back')
  const applied = await apply(ctx, {
    applicant,
    organisationId: organisations.get(adcode)!,
    appliedAt: ago(ctx, story.daysAgo),
    keeper,
    photos: isEnded ? ended : live,
    draft: {
      name,
      hostUnit,
      adcode,
      address,
      location: {
        longitude: neighbour.lng + OFFSET_DEGREES,
        latitude: neighbour.lat + OFFSET_DEGREES,
        datum: 'GCJ-02',
      },
      hours: neighbour.hours,
      facilities: FACILITIES,
      otherFacilities: [],
      phone: '',
    },
  })
  for (const one of moves) await move(ctx, officials, applied, one)
}

async function loadGranted(
  ctx: Context,
  random: Random,
  { organisations, officials }: Cast,
  station: DemoStation,
  { id: stationId, keeperName }: PlacedStation,
  { live }: Photos,
): Promise<void> {
  const grantedAt = new Date(momentAt(station.foundedOn, '10:00'))
  const granted = Math.floor((ctx.now.getTime() - grantedAt.getTime()) / DAY_MS)
  const applied = await apply(ctx, {
    applicant: inventedActor(random),
    organisationId: organisations.get(station.districtAdcode)!,
    appliedAt: new Date(grantedAt.getTime() - DAYS_TO_GRANT * DAY_MS),
    keeper: { name: keeperName, phone: demoPhone(station) },
    photos: live,
    draft: {
      name: station.name,
      hostUnit: station.host.name,
      adcode: station.districtAdcode,
      address: station.address,
      location: { longitude: station.lng, latitude: station.lat, datum: 'GCJ-02' },
      hours: station.hours,
      facilities: [...station.facilities],
      otherFacilities: [],
      phone: '',
    },
  })
  await move(ctx, officials, applied, { move: 'agree', daysAgo: granted + 19 })
  const seen = { move: 'forward', daysAgo: granted + 14, note: '到现场看过，设施齐全，有人值守' }
  await move(ctx, officials, applied, seen)
  await act({ ...officials.city.context, now: grantedAt }, applied.caseId, 'grant', {})
  await tables(ctx)
    .insertInto('stations.application_grant')
    .values({ application_id: applied.id, station_id: stationId, granted_at: grantedAt })
    .execute()
}

async function keeperOf(
  ctx: Context,
  random: Random,
  { keeper }: DemoOfficials,
  story: ApplicationStory,
): Promise<{ name: string; phone: string }> {
  if (story.keeper === 'keeper') return { name: keeper.name, phone: (await findPhone(ctx, keeper.person))! }
  return { name: inventName(random), phone: `1202000${String(random.whole(0, 9999)).padStart(4, '0')}` }
}
