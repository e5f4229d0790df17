import { sql, type RawBuilder } from 'kysely'
import { cityOf, judgeEnvelope } from '#kernel/city/index.ts'
import type { Context } from '#platform/context.ts'
import type { Fact, StationFacts } from '../../rules/certificate/certify.ts'
import type { CertificateState } from '../../rules/certificate/certify.ts'

/** The certificate as it is stored, before it is computed anew. */
export type Stored = {
  readonly no: number
  readonly versionId: string
  readonly state: CertificateState
  readonly since: string
  readonly failing: readonly string[]
  readonly lapsesOn: string | null
  readonly turnsOn: string | null
}

export type StationOnFile = {
  readonly id: string
  readonly station: StationFacts
  readonly stored: Stored | null
}

type Row = {
  id: string
  facilities: string[]
  longitude: number
  latitude: number
  isClosed: boolean
  sanction: 'suspension' | 'withdrawal' | 'restoration' | null
  facts: { k: Fact['kind']; w: string; f: boolean; a: string; i: string }[] | null
  stored: Stored | null
}

/**
 * All that certificates stand on. Of each kind, what and direction only the latest evidence is read: the rule asks no
 * more, and a station of ten years reads as fast as a new one. `where` stands over `station`.
 */
export async function readFacts(
  ctx: Pick<Context, 'db' | 'config'>,
  where: RawBuilder<unknown>,
  hold: 'hold' | 'read' = 'read',
): Promise<StationOnFile[]> {
  const city = cityOf(ctx.config)
  // The station's row is what everything about it waits for; a bulk run holds the table instead (see there).
  if (hold === 'hold')
    await sql`select from stations.station where ${where} for no key update`.execute(ctx.db)
  const { rows } = await sql<Row>`
    with chosen as (
      select station.id, station.facilities, station.longitude, station.latitude,
        station.state = 'closed' as "isClosed"
      from stations.station where ${where}),
    latest as (
      select distinct on (e.station_id, e.kind, e.what, e.is_favourable)
        e.station_id, e.kind, e.what, e.is_favourable, e.at, e.id
      from chosen join stations.evidence e on e.station_id = chosen.id
      where not exists (select from stations.evidence_withdrawal w where w.evidence_id = e.id)
      order by e.station_id, e.kind, e.what, e.is_favourable, e.at desc),
    facts as (
      select station_id, json_agg(json_build_object('k', kind, 'w', what, 'f', is_favourable,
        'a', at, 'i', id)) as facts
      from latest group by station_id)
    select chosen.*, facts.facts,
      (select s.kind from stations.sanction s where s.station_id = chosen.id and s.kind in ('suspension', 'withdrawal', 'restoration')
        order by s.from_day desc, s.recorded_at desc limit 1) as sanction,
      case when c.station_id is null then null else json_build_object('no', c.no, 'versionId', c.version_id,
        'state', c.state, 'since', c.since, 'failing', c.failing, 'lapsesOn', c.lapses_on,
        'turnsOn', c.turns_on) end as stored
    from chosen
    left join facts on facts.station_id = chosen.id
    left join stations.certificate c on c.station_id = chosen.id
    order by chosen.id`.execute(ctx.db)
  return rows.map((row) => ({
    id: row.id,
    stored: row.stored,
    station: {
      facts: (row.facts ?? []).map(({ k, w, f, a, i }) => ({
        kind: k,
        what: w,
        favourable: f,
        at: new Date(a).toISOString(),
        id: i,
      })),
      facilities: row.facilities,
      isInCity: judgeEnvelope(city, row.longitude, row.latitude) !== 'outside',
      isClosed: row.isClosed,
      sanction: sanctionOf(row.sanction),
    },
  }))
}

const sanctionOf = (kind: Row['sanction']): StationFacts['sanction'] =>
  kind === 'suspension' ? 'suspended' : kind === 'withdrawal' ? 'withdrawn' : null
