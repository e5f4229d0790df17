import { createHmac, randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { adcodeOf } from './generated-stations.ts'
import { freePort, start, untilAnswers } from './processes.ts'

export type Floor = {
  readonly origin: string
  readonly headers: Readonly<Record<string, string>>
  stop(): Promise<void>
}

/** A floor that is slower than the same with another pool would flatter us: both run, and the better one counts. */
export const FLOOR_POOLS = [8, 16] as const

const program = fileURLToPath(new URL('../floor/server.ts', import.meta.url))

export async function startFloor(database: pg.ClientConfig, pool: number): Promise<Floor> {
  const port = await freePort()
  const key = randomBytes(16).toString('hex')
  const env = {
    PATH: process.env['PATH'],
    FLOOR_PORT: String(port),
    FLOOR_POOL: String(pool),
    FLOOR_DATABASE: JSON.stringify(database),
    FLOOR_KEY: key,
  }
  const server = start(process.execPath, [program], { env })
  const origin = `http://127.0.0.1:${port}`
  const headers = { authorization: `Bearer u1.${createHmac('sha256', key).update('u1').digest('hex')}` }
  await untilAnswers(`${origin}/?adcode=${adcodeOf(0)}`, 20, server.failed, headers)
  return { origin, headers, stop: server.stop }
}
