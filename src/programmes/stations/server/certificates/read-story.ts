import { sql, type RawBuilder } from 'kysely'
import { cityOf, judgeEnvelope } from '#kernel/city/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Fact, StationFacts } from '../../rules/certificate/certify.ts'
import type { Dated, Story } from '../../rules/certificate/course.ts'
import type { Standard } from '../../rules/standard/standard-schema.ts'
import { standardsByDay } from '../standards/in-force.ts'

type Row = {
  id: string
  facts: { k: Fact['kind']; w: string; f: boolean; a: string; r: string; b: string | null }[] | null
  register: { d: string; f: string[]; x: number; y: number; s: string }[]
  sanctions: { d: string; k: string }[] | null
}

export type StationStory = { readonly id: string; readonly story: Story }

/**
 * All that ever bore on these stations' certificates, dated: for a history that is told anew, as a demo does, and for
 * the proof that what is stored is what the evidence comes to. `where` stands over `station`.
 */
export async function readStory(
  ctx: Pick<Context, 'db' | 'config'>,
  where: RawBuilder<unknown>,
): Promise<{ standards: Dated<Standard>[]; versions: string[]; stories: StationStory[] }> {
  const held = await standardsByDay(ctx)
  const { rows } = await sql<Row>`
    select station.id,
      (select json_agg(json_build_object('k', e.kind, 'w', e.what, 'f', e.is_favourable, 'a', e.at,
          'r', e.recorded_at, 'b', w.at) order by e.at)
        from stations.evidence e left join stations.evidence_withdrawal w on w.evidence_id = e.id
        where e.station_id = station.id) as facts,
      (select json_agg(json_build_object('d', v.valid_from, 's', v.state, 'f', v.snapshot -> 'facilities',
          'x', v.snapshot -> 'longitude', 'y', v.snapshot -> 'latitude') order by v.version)
        from stations.station_version v where v.station_id = station.id) as register,
      (select json_agg(json_build_object('d', s.from_day, 'k', s.kind) order by s.from_day, s.recorded_at)
        from stations.sanction s where s.station_id = station.id and s.kind not like 'warning%') as sanctions
    from stations.station where ${where}`.execute(ctx.db)
  return {
    standards: held.map(({ fromDay: day, content: value }) => ({ day, value })),
    versions: held.map(({ id }) => id),
    stories: rows.map((row) => ({ id: row.id, story: storyOf(ctx, row) })),
  }
}

function storyOf({ config }: Pick<Context, 'config'>, { facts, register, sanctions }: Row): Story {
  const city = cityOf(config)
  const iso = (moment: string) => new Date(moment).toISOString()
  return {
    facts: (facts ?? []).map(({ k, w, f, a, r, b }) => ({
      kind: k,
      what: w,
      favourable: f,
      at: iso(a),
      knownOn: laterDay(cityDay(a), cityDay(r)),
      ...(b === null ? {} : { withdrawnOn: cityDay(b) }),
    })),
    register: register.map(({ d, f, x, y, s }) => ({
      day: d,
      value: { facilities: f, isInCity: judgeEnvelope(city, x, y) !== 'outside', isClosed: s === 'closed' },
    })),
    sanctions: (sanctions ?? []).map(({ d, k }) => ({ day: d, value: sanctionOf(k) })),
  }
}

const laterDay = (a: string, b: string) => (a > b ? a : b)

const sanctionOf = (kind: string): StationFacts['sanction'] =>
  kind === 'suspension' ? 'suspended' : kind === 'withdrawal' ? 'withdrawn' : null
