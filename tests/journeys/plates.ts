import { readFileSync } from 'node:fs'
import pg from 'pg'
import { decrypt } from '#platform/keys.ts'
import { keysShape } from '#platform/keys-shape.ts'
import { thePlace } from './place.ts'

/** What the plate at a station's door says, as a camera would read it. The code stands in no answer, only on paper. */
export async function plateAddress(stationCode: string): Promise<string> {
  const { owner, keysFile } = thePlace()
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ sealed: Buffer }>(
      `select plate.secret_sealed as sealed
       from stations.plate join stations.station on station.id = plate.station_id
       where station.code = $1 and plate.ended_at is null`,
      [stationCode],
    )
    const keys = keysShape.parse(JSON.parse(readFileSync(keysFile, 'utf8')))
    return `/s/${decrypt(keys, 'plate', rows[0]!.sealed)}`
  } finally {
    await client.end()
  }
}
