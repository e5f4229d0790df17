import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { LocatedPoint } from '../../rules/coordinates.ts'
import { tables } from '../tables.ts'

export type NewPointSet = {
  readonly id: string
  readonly organisationId: string
  readonly kind: 'demand' | 'sites'
  readonly name: string
  readonly method: string
  readonly isInvented: boolean
  readonly validFrom: string
  readonly fileId: string | null
  readonly fileName: string
  readonly madeBy: string
}

export type NewPoint = {
  readonly name: string
  readonly location: LocatedPoint
  readonly persons: number
  readonly adcode: string | null
}

/** A set of places as it was given; it never changes. */
export async function insertPoints(
  ctx: Context,
  set: NewPointSet,
  points: readonly NewPoint[],
): Promise<void> {
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  await tables(ctx)
    .insertInto('stations.point_set')
    .values({
      id: set.id,
      organisation_id: set.organisationId,
      kind: set.kind,
      name: set.name,
      method: set.method,
      is_invented: set.isInvented,
      valid_from: set.validFrom,
      file_id: set.fileId,
      file_name: set.fileName,
      points: points.length,
      persons: points.reduce((sum, { persons }) => sum + persons, 0),
      made_by: set.madeBy,
      made_by_bk: person?.bk ?? null,
      made_by_id: person?.id ?? null,
    })
    .execute()
  const rows = points.map(({ name, location, persons, adcode }, index) => ({
    set_id: set.id,
    no: index + 1,
    name,
    adcode,
    longitude: location.longitude,
    latitude: location.latitude,
    received_longitude: location.received.longitude,
    received_latitude: location.received.latitude,
    received_datum: location.received.datum,
    persons,
  }))
  await sql`insert into stations.point select * from json_populate_recordset(null::stations.point,
    ${JSON.stringify(rows)}::json)`.execute(ctx.db)
}
