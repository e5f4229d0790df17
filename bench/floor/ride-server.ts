import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import pg from 'pg'
import { newId } from '#platform/ids.ts'

/**
 * The floor of a ride: `node:http` and `pg`, a bearer token checked by HMAC, one call of the same function with the same audit
 * line. It does what must be done in the database and nothing that a platform adds: no rights, no schema, no routes.
 */
const { FLOOR_PORT, FLOOR_POOL, FLOOR_DATABASE, FLOOR_KEY = '', FLOOR_COMPANY } = process.env
const pool = new pg.Pool({ ...JSON.parse(FLOOR_DATABASE ?? '{}'), max: Number(FLOOR_POOL) })
const BUCKET_BITS = 2 ** 34

const RIDE = `select green_travel.authorise_ride($1, $2, $3, $4, $5, $6, $7, null, $8, false, $9) as answer`

type Ride = { voucher: number; counter: number; takenAt: string; reader: string; route: string }

const server = createServer((request, reply) => {
  if (request.method === 'GET') return void reply.writeHead(200).end()
  if (!isKnown(request.headers.authorization)) return void reply.writeHead(401).end()
  answer(request, reply).catch(() => reply.writeHead(500).end())
})

async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
  let text = ''
  for await (const piece of request) text += String(piece)
  const { voucher, counter, takenAt, reader, route } = JSON.parse(text) as Ride
  const id = newId()
  const line = JSON.stringify({
    id,
    operation: 'green-travel.authorise-ride',
    outcome: 'done',
    code: null,
    origin: 'web',
    actor_kind: 'partner',
    actor: 'u1',
    actor_name: 'floor',
    organisation_id: FLOOR_COMPANY,
    input: { voucher: '•', counter: '•', takenAt: '•', reader, route: '•' },
    request_id: id,
  })
  const values = [
    Math.floor(voucher / BUCKET_BITS) % 64,
    voucher,
    counter,
    takenAt,
    FLOOR_COMPANY,
    reader,
    route,
    takenAt,
    line,
  ]
  const { rows } = await pool.query({ name: 'ride', text: RIDE, values })
  const body = JSON.stringify(rows[0])
  reply.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
  reply.end(body)
}

/** `Bearer <name>.<hmac of the name>`. */
function isKnown(authorization: string | undefined): boolean {
  const [name, proof] = authorization?.slice('Bearer '.length).split('.') ?? []
  if (name === undefined || proof === undefined) return false
  const expected = createHmac('sha256', FLOOR_KEY).update(name).digest()
  const given = Buffer.from(proof, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

server.listen(Number(FLOOR_PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
