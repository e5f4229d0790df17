import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import { certify } from '../../rules/certificate/certify.ts'
import type { stations } from '../../contract.ts'
import { inspectionBriefs } from '../inspections/inspection-briefs.ts'
import { noSuchStation } from '../keeping/lock-station.ts'
import { comingStandard, standardOn, standardsByDay } from '../standards/in-force.ts'
import { tables } from '../tables.ts'
import { readFacts } from './read-facts.ts'
import { criteriaOf, nameOf, titlesOf } from './verdict-shapes.ts'

const TURNS_MAX = 100

/** Computed as it is asked, from the evidence itself: what is stored only says since when, and how it came here. */
export const certificate: Handler<typeof stations.certificate> = async (ctx, { code }) => {
  const day = cityDay(ctx.now)
  const [onFile] = await readFacts(ctx, sql`station.code = ${code}`)
  if (onFile === undefined) throw noSuchStation()
  const standard = await standardOn(ctx, day)
  const computed = certify(standard.content, onFile.station, day)
  const coming = await comingStandard(ctx, day)
  const history = await turnsOf(ctx, onFile.id)
  const { name } = await tables(ctx)
    .selectFrom('stations.station')
    .select('name')
    .where('id', '=', onFile.id)
    .executeTakeFirstOrThrow()
  return {
    code,
    name,
    asOf: day,
    state: computed.state,
    since: onFile.stored?.state === computed.state ? onFile.stored.since : day,
    lapsesOn: computed.lapsesOn,
    standard: { ...nameOf(standard), fromDay: standard.fromDay },
    coming: coming === undefined ? null : { ...nameOf(coming), fromDay: coming.fromDay },
    criteria: criteriaOf(standard.content, computed),
    history,
    inspections: await inspectionBriefs(ctx, onFile.id),
  }
}

/** Newest first. */
async function turnsOf(ctx: Context, stationId: string) {
  const rows = await tables(ctx)
    .selectFrom('stations.certificate_state')
    .select(['state', 'valid_from as validFrom', 'cause', 'failing', 'version_id as versionId'])
    .where('station_id', '=', stationId)
    .orderBy('no', 'desc')
    .limit(TURNS_MAX)
    .execute()
  const contents = new Map((await standardsByDay(ctx)).map(({ id, content }) => [id, content]))
  return rows.map(({ versionId, failing, cause, ...turn }) => ({
    ...turn,
    cause: cause as 'time',
    failing: titlesOf(contents.get(versionId), failing),
  }))
}
