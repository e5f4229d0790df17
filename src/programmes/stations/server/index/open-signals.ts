import { sql } from 'kysely'
import type { Db } from '#platform/context.ts'
import type { OpenSignal, SignalKind } from '../../rules/open-signal.ts'
import { proofOf } from '../visits/presence.ts'
import type { PresenceProof } from '../words.ts'

/** What was heard longer ago says nothing about now: two half lives of what is usual. */
export const SIGNAL_DAYS = 42
/** Of one station the newest; more would not move the estimate. */
const SIGNALS_MAX = 200

type Row = {
  stationId: string
  kind: SignalKind
  at: Date
  proof: PresenceProof
  distance: number | null
  by: string | null
}

/**
 * What people and keepers said with their feet and their thumbs since `since`, oldest first, by station id; of all
 * stations or of these.
 */
export async function readSignals(
  db: Db,
  since: Date,
  stationIds?: readonly string[],
): Promise<Map<string, OpenSignal[]>> {
  const these = stationIds === undefined ? sql`true` : sql`station_id = any(${stationIds}::uuid[])`
  const { rows } = await sql<Row>`
    select "stationId", kind, at, proof, distance, by from (
      select s.*, row_number() over (partition by "stationId" order by at desc) as place
      from (${checkIns(since, these)} union all ${reports(since, these)}) s) newest
    where place <= ${SIGNALS_MAX} order by "stationId", at`.execute(db)
  const signals = new Map<string, OpenSignal[]>()
  for (const row of rows) {
    const signal = signalOf(row)
    const known = signals.get(row.stationId)
    if (known === undefined) signals.set(row.stationId, [signal])
    else known.push(signal)
  }
  return signals
}

type Condition = ReturnType<typeof sql>

const checkIns = (since: Date, these: Condition) => sql`
  select station_id as "stationId", 'check-in' as kind, at, proof, distance_metres as distance,
    encode(visitor, 'hex') as by
  from stations.check_in where at > ${since} and ${these}`

/**
 * A locked door is heard again when its reporter reopens, and taken back when they settle. A keeper who says that
 * it was open speaks of the moment of the report; one who opened it, of the moment of the answer.
 */
const reports = (since: Date, these: Condition) => sql`
  select r.station_id, case
      when e.kind in ('reported', 'reopened') then 'reported-locked'
      when e.kind = 'settled' then 'reported-reopened'
      else 'keeper-said-open' end,
    case when e.answer in ('was-open', 'not-so') then r.at else e.at end,
    r.proof, r.distance_metres,
    case when e.by_kind = 'reporter' then encode(r.visitor, 'hex') end
  from (select * from stations.report where kind = 'locked' and at > ${since} and ${these}) r
  join stations.report_event e on e.report_id = r.id
  where e.answer is null or e.answer in ('was-open', 'opened', 'not-so')`

const signalOf = ({ kind, at, proof, distance, by }: Row): OpenSignal => ({
  kind,
  at,
  proof: proofOf(proof, distance),
  ...(by === null ? {} : { by }),
})
