import { findPhone } from '#kernel/access/index.ts'
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { encrypt } from '#platform/keys.ts'
import { keeperPhoneIndex, keeperRow } from '../keeping/appoint-keeper.ts'
import { tables } from '../tables.ts'
import type { DemoOfficials } from './demo-officials.ts'
import type { DemoStation } from './demo-station.ts'
import { inventName } from './invented-people.ts'
import { demoPhone, type PlacedStation } from './load-stations.ts'
import type { Random } from './random.ts'

const DAY_MS = 86_400_000
const OPEN_DAYS = 14

type Story = {
  /** Counted from the oldest station. */
  readonly station: number
  readonly daysAgo: number
  readonly by: 'keeper' | 'officer'
  readonly outcome?: 'handed-over' | 'declined' | 'taken-back'
  readonly asks?: 'keeper'
}

/** One that waits for the demo's keeper, one for two people, one that nobody answered, and how others ended. */
const stories: readonly Story[] = [
  { station: 12, daysAgo: 1, by: 'keeper', asks: 'keeper' },
  { station: 25, daysAgo: 4, by: 'officer' },
  { station: 40, daysAgo: 30, by: 'keeper' },
  { station: 57, daysAgo: 90, by: 'keeper', outcome: 'handed-over' },
  { station: 71, daysAgo: 150, by: 'officer', outcome: 'handed-over' },
  { station: 88, daysAgo: 45, by: 'keeper', outcome: 'declined' },
  { station: 93, daysAgo: 70, by: 'officer', outcome: 'taken-back' },
]

type Cast = {
  readonly stations: readonly DemoStation[]
  readonly placed: readonly PlacedStation[]
  readonly officials: DemoOfficials
}

/** Hand-overs of the past year; where one was handed over, the station's keeper of today is the successor. */
export async function loadHandovers(
  ctx: Context,
  random: Random,
  { stations, placed, officials }: Cast,
): Promise<void> {
  for (const story of stories) {
    const at = { ctx, random, officials, station: stations[story.station]!, placed: placed[story.station]! }
    await loadHandover(at, story)
  }
}

type At = {
  readonly ctx: Context
  readonly random: Random
  readonly officials: DemoOfficials
  readonly station: DemoStation
  readonly placed: PlacedStation
}

async function loadHandover(at: At, story: Story): Promise<void> {
  const { ctx, placed, officials } = at
  const offeredAt = new Date(ctx.now.getTime() - story.daysAgo * DAY_MS)
  const answeredAt = new Date(offeredAt.getTime() + DAY_MS)
  const { keys } = ctx.config
  const successor = await successorOf(at, story)
  const isHandedOver = story.outcome === 'handed-over'
  const { id: keeperId, name: keeperName } = isHandedOver
    ? await keptBefore(at, answeredAt)
    : await currentKeeper(at)
  const id = newId(offeredAt.getTime())
  await tables(ctx)
    .insertInto('stations.handover')
    .values({
      id,
      station_id: placed.id,
      keeper_id: keeperId,
      successor_name: successor.name,
      successor_phone_index: keeperPhoneIndex(keys, successor.phone),
      successor_phone_sealed: encrypt(keys, 'phone', successor.phone),
      offered_by: story.by === 'keeper' ? keeperName : officials.county.name,
      offered_at: offeredAt,
      expires_at: new Date(offeredAt.getTime() + OPEN_DAYS * DAY_MS),
      keeper_agreed_at: story.by === 'keeper' ? offeredAt : isHandedOver ? answeredAt : null,
    })
    .execute()
  if (story.outcome === undefined) return
  const ended = { ended_at: answeredAt, outcome: story.outcome }
  await tables(ctx)
    .updateTable('stations.handover')
    .set(isHandedOver ? { ...ended, successor_agreed_at: answeredAt } : ended)
    .where('id', '=', id)
    .execute()
}

const inventedPhone = (random: Random) => `1202000${String(random.whole(0, 9999)).padStart(4, '0')}`

/** Where it was handed over, whoever keeps the station today; else somebody invented, or the demo's keeper. */
async function successorOf(
  { ctx, random, officials, station, placed }: At,
  { outcome, asks }: Story,
): Promise<{ name: string; phone: string }> {
  if (outcome === 'handed-over') return { name: placed.keeperName, phone: demoPhone(station) }
  if (asks !== 'keeper') return { name: inventName(random), phone: inventedPhone(random) }
  const { name, person } = officials.keeper
  return { name, phone: (await findPhone(ctx, person))! }
}

/** Another kept the station until then, and today's keeper from then on: no gap and no overlap. */
async function keptBefore({ ctx, random, placed }: At, until: Date): Promise<Giver> {
  const name = inventName(random)
  const row = keeperRow(ctx, { stationId: placed.id, name, phone: inventedPhone(random) })
  const current = await currentKeeper({ ctx, placed })
  // Written in one piece, since two never keep one station at once.
  await sql`update stations.keeper set from_at = ${until} where id = ${current.id}`.execute(ctx.db)
  await sql`insert into stations.keeper (id, station_id, name, phone_index, phone_sealed, from_at, until_at)
    values (${row.id}, ${placed.id}, ${name}, ${row.phone_index}, ${row.phone_sealed}, ${current.from}, ${until})`.execute(
    ctx.db,
  )
  return { id: row.id, name }
}

type Giver = { readonly id: string; readonly name: string }

const currentKeeper = ({ ctx, placed }: Pick<At, 'ctx' | 'placed'>) =>
  tables(ctx)
    .selectFrom('stations.keeper')
    .select(['id', 'name', 'from_at as from'])
    .where('station_id', '=', placed.id)
    .where('until_at', 'is', null)
    .executeTakeFirstOrThrow()
